package dev.lightfoot.app.ui.chart.compare;

import dev.lightfoot.app.ui.chart.row.RowLines;
import dev.lightfoot.app.ui.chart.row.TimeScale;
import dev.lightfoot.report.layout.TimeWindow;

/// Where the columns and rows of an overlay lie, in pixels: in each row A's bar is above B's.
///
/// @param em pixels of 1 em
/// @param width of the whole chart
/// @param top how far the rows are scrolled, in pixels
record OverlayGeometry(double em, double width, double top) {
  private static final double ROW = 2.5;

  double head() {
    return Math.rint(2.1 * em);
  }

  double rowHeight() {
    return Math.rint(ROW * em);
  }

  double barHeight() {
    return Math.rint(0.36 * rowHeight());
  }

  /// Middle of A's bar in a row, or of B's.
  double middle(double rowTop, boolean second) {
    return rowTop + Math.rint(rowHeight() * (second ? 0.73 : 0.27));
  }

  double labelLeft() {
    return Math.rint(1.2 * em);
  }

  double labelRight() {
    return Math.rint(Math.clamp(width * 0.2, 9 * em, 30 * em));
  }

  /// Where the marks of the sides stand.
  double mark() {
    return labelRight() + Math.rint(0.9 * em);
  }

  double millisRight() {
    return mark() + Math.rint(5.2 * em);
  }

  double plotLeft() {
    return millisRight() + Math.rint(1.2 * em);
  }

  double plotRight() {
    return Math.max(plotLeft() + 10, width - Math.rint(1.6 * em));
  }

  RowLines rows() {
    return new RowLines(head(), rowHeight(), top);
  }

  TimeScale time(TimeWindow window) {
    return new TimeScale(plotLeft(), plotRight(), window);
  }
}
