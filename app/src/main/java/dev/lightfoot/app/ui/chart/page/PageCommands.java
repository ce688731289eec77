package dev.lightfoot.app.ui.chart.page;

/// What a person can ask of a page's waterfall.
public interface PageCommands {
  /// Selects a line.
  void select(int line);

  /// Selects a phase of the selected request; -1 for none.
  void selectBar(int bar);

  /// Folds a line, or unfolds it.
  void fold(int line, boolean folded);

  /// Shows that much of the time (below 1: closer), around an instant.
  void zoom(double factor, long aroundNanos);

  void pan(long byNanos);

  /// Shows a stretch of time.
  void look(long fromNanos, long toNanos);

  /// Leads to the details of what is selected.
  void showDetails();

  void showTable();

  void nextFailed();

  void toggleCritical();

  void toggleFoundBy();

  void copy();
}
