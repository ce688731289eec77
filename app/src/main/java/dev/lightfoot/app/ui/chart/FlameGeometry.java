package dev.lightfoot.app.ui.chart;

import dev.lightfoot.app.ui.chart.row.RowLines;
import dev.lightfoot.app.ui.chart.row.TimeScale;
import dev.lightfoot.report.layout.TimeWindow;
import dev.lightfoot.report.layout.TraceFlame;

/// Where the blocks of a flame view lie, in pixels.
///
/// @param em pixels of 1 em
/// @param width of the whole chart
/// @param height of the whole chart
/// @param top how far the rows are scrolled, in pixels
/// @param window the part in sight
record FlameGeometry(double em, double width, double height, double top, TimeWindow window) {
  double rowHeight() {
    return Math.rint(1.7 * em);
  }

  double head() {
    return Math.rint(2.1 * em);
  }

  RowLines rows() {
    return new RowLines(head(), rowHeight(), top);
  }

  TimeScale time() {
    double left = Math.rint(1.1 * em);
    return new TimeScale(left, Math.max(left + 10, width - Math.rint(1.8 * em)), window);
  }

  /// Index of the block at that place; -1 where there is none.
  int block(TraceFlame flame, double x, double y) {
    TimeScale time = time();
    int depth = rows().at(y);
    return depth < 0 || x < time.left() || x > time.right() ? -1 : flame.at(depth, time.nanos(x));
  }
}
