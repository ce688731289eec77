package dev.lightfoot.app.ui.compare;

import dev.lightfoot.app.ui.chart.compare.OverlayChart;

/// What keys and the mouse ask of two runs over each other.
record OverlayCommands(WaterfallSight sight, Runnable table, Runnable copied)
    implements OverlayChart.Commands {
  @Override
  public void select(int row) {
    sight.select(row);
  }

  @Override
  public void zoom(double factor, long aroundNanos) {
    sight.zoom(factor, aroundNanos);
  }

  @Override
  public void pan(long byNanos) {
    sight.pan(byNanos);
  }

  @Override
  public void look(long fromNanos, long toNanos) {
    sight.look(fromNanos, toNanos);
  }

  @Override
  public void showTable() {
    table.run();
  }

  @Override
  public void copy() {
    copied.run();
  }
}
