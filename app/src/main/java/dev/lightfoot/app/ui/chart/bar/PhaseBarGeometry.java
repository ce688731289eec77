package dev.lightfoot.app.ui.chart.bar;

import dev.lightfoot.report.layout.PhaseBar;

/// Where the parts of a [PhaseBar] lie, in pixels: shared by drawing, pointing and layout.
final class PhaseBarGeometry {
  private static final double MOST_ROWS_HEIGHT = 11;
  private static final double ROW = 0.54;

  private final PhaseBar bar;
  private final int rows;
  private final double em;
  private final double width;

  /// @param planned how many rows there will be: room is kept for them, so that nothing moves
  PhaseBarGeometry(PhaseBar bar, int planned, double em, double width) {
    this.bar = bar;
    int most = Math.max(planned, bar.rows().size());
    this.rows = most < 2 ? 0 : most;
    this.em = em;
    this.width = width;
  }

  /// Whether runs have rows of their own: one run alone has none.
  boolean showsRows() {
    return rows > 0;
  }

  /// Height of all of it.
  double height() {
    return axisTop() + 1.7 * em;
  }

  double left() {
    return 1.6 * em;
  }

  double right() {
    return width - 4.7 * em;
  }

  private double plotLeft() {
    return 6.2 * em;
  }

  double x(long nanos) {
    return plotLeft() + width(nanos);
  }

  double width(long nanos) {
    return (right() - plotLeft()) * nanos / bar.axis().endNanos();
  }

  double labelTop() {
    return 0.4 * em;
  }

  double barTop() {
    return 2.7 * em;
  }

  double barHeight() {
    return 2.7 * em;
  }

  double distanceMiddle() {
    return barTop() + barHeight() + 0.75 * em;
  }

  /// Down to where a tick of the light floor stands: below the distance.
  double lightFoot() {
    return distanceMiddle() + 0.75 * em;
  }

  double rowsTop() {
    boolean under = !bar.distance().isEmpty() || bar.light().isPresent();
    double below = under ? 1.95 * em : 0.7 * em;
    return barTop() + barHeight() + below;
  }

  private double rowStep() {
    return rows == 0 ? 0 : Math.min(ROW * em, MOST_ROWS_HEIGHT * em / rows);
  }

  double dotRadius() {
    return Math.clamp(rowStep() * 0.45, 1.2, 3.5);
  }

  double rowY(int index) {
    return rowsTop() + rowStep() * index;
  }

  double axisTop() {
    double high = rows == 0 ? -0.5 * em : Math.max(3.4 * em, rowStep() * rows);
    return rowsTop() + high + 0.35 * em;
  }

  /// Index of the bar at that place; -1 where there is none.
  int barAt(double x, double y) {
    if (y < barTop() || y > barTop() + barHeight()) {
      return -1;
    }
    for (int i = 0; i < bar.bars().size(); i++) {
      PhaseBar.Bar each = bar.bars().get(i);
      if (x >= x(each.startNanos()) && x <= x(each.endNanos()) + 1) {
        return i;
      }
    }
    return -1;
  }

  /// Index of the row of dots at that place; -1 where there is none.
  int rowAt(double y) {
    if (rows == 0) {
      return -1;
    }
    int index = (int) Math.rint((y - rowsTop()) / Math.max(0.1, rowStep()));
    return y >= rowsTop() - 3 && index >= 0 && index < bar.rows().size() ? index : -1;
  }
}
