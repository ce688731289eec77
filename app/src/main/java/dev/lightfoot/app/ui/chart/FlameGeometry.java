package dev.lightfoot.app.ui.chart;

import dev.lightfoot.report.TimeWindow;
import dev.lightfoot.report.TraceFlame;

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

  double left() {
    return Math.rint(1.1 * em);
  }

  double right() {
    return Math.max(left() + 10, width - Math.rint(1.8 * em));
  }

  double x(long nanos) {
    return left() + (right() - left()) * ((double) (nanos - window.fromNanos()) / window.length());
  }

  long nanos(double x) {
    return window.fromNanos() + Math.round((x - left()) / (right() - left()) * window.length());
  }

  double rowY(int depth) {
    return head() + depth * rowHeight() - top;
  }

  /// Index of the block at that place; -1 where there is none.
  int block(TraceFlame flame, double x, double y) {
    if (y < head() || x < left() || x > right()) {
      return -1;
    }
    return flame.at((int) Math.floor((y - head() + top) / rowHeight()), nanos(x));
  }
}
