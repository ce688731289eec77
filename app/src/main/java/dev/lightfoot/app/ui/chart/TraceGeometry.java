package dev.lightfoot.app.ui.chart;

import dev.lightfoot.app.ui.chart.row.RowLines;
import dev.lightfoot.app.ui.chart.row.TimeScale;
import dev.lightfoot.report.layout.TimeWindow;

/// Where the parts of a waterfall lie, in pixels: shared by drawing, pointing and scrolling.
///
/// @param em pixels of 1 em
/// @param width of the whole chart
/// @param height of the whole chart
/// @param top how far the rows are scrolled, in pixels
record TraceGeometry(double em, double width, double height, double top) {
  private static final double ROW = 1.5;
  private static final int DEEPEST = 12;

  double rowHeight() {
    return Math.rint(ROW * em);
  }

  double head() {
    return Math.rint(2.1 * em);
  }

  double nameLeft() {
    return 1.1 * em;
  }

  /// Right edge of the names.
  double nameRight() {
    return Math.rint(Math.clamp(width * 0.36, 14 * em, 34 * em));
  }

  /// Right edge of the durations.
  double durationRight() {
    return nameRight() + Math.rint(5.6 * em);
  }

  double plotLeft() {
    return durationRight() + Math.rint(1.4 * em);
  }

  double plotRight() {
    return Math.max(plotLeft() + 10, width - Math.rint(1.8 * em));
  }

  /// How far that depth is indented; from the twelfth level on no further.
  double indent(int depth) {
    return Math.min(depth, DEEPEST) * 0.85 * em;
  }

  RowLines rows() {
    return new RowLines(head(), rowHeight(), top);
  }

  TimeScale time(TimeWindow window) {
    return new TimeScale(plotLeft(), plotRight(), window);
  }
}
