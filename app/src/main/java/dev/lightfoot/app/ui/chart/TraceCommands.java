package dev.lightfoot.app.ui.chart;

/// What a person can ask of a waterfall.
public interface TraceCommands {
  void select(int span);

  void fold(int span, boolean folded);

  /// Shows that much of the time (below 1: closer), around an instant.
  void zoom(double factor, long aroundNanos);

  void pan(long byNanos);

  /// Shows a stretch of time.
  void look(long fromNanos, long toNanos);

  void showTable();

  void nextError();

  void toggleCritical();

  void copy();
}
