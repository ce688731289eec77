package dev.lightfoot.app.ui.compare;

import dev.lightfoot.app.ui.chart.page.PageCommands;
import dev.lightfoot.app.ui.compare.reading.Which;

/// What keys and the mouse ask of one of two waterfalls.
record PaneCommands(WaterfallSight sight, Which which, Runnable table, Runnable copied)
    implements PageCommands {
  @Override
  public void select(int line) {
    sight.select(which, line);
  }

  @Override
  public void selectBar(int bar) {
    sight.selectBar(which, bar);
  }

  @Override
  public void fold(int line, boolean folded) {
    sight.fold(which, folded);
  }

  @Override
  public void zoom(double factor, long aroundNanos) {
    sight.zoom(which, factor, aroundNanos);
  }

  @Override
  public void pan(long byNanos) {
    sight.pan(byNanos);
  }

  @Override
  public void look(long fromNanos, long toNanos) {
    sight.look(which, fromNanos, toNanos);
  }

  @Override
  public void showDetails() {
    table.run();
  }

  @Override
  public void showTable() {
    table.run();
  }

  /// Two loads side by side have their critical paths drawn, and nothing to step through.
  @Override
  public void nextFailed() {}

  @Override
  public void toggleCritical() {}

  @Override
  public void toggleFoundBy() {}

  @Override
  public void copy() {
    copied.run();
  }
}
