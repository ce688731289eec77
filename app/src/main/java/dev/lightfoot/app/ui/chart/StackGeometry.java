package dev.lightfoot.app.ui.chart;

import dev.lightfoot.app.ui.chart.row.RowLines;
import dev.lightfoot.app.ui.chart.row.TimeScale;
import dev.lightfoot.report.layout.TimeWindow;

/// Where the parts of a stack lie, in pixels.
///
/// @param em pixels of 1 em
/// @param width of the whole chart
/// @param height of the whole chart
/// @param top how far the rows are scrolled, in pixels
record StackGeometry(double em, double width, double height, double top) {
  /// Below this width the columns of round-trip time and distance give way.
  private static final double NARROW = 52;

  /// Below this height rows are lower, and the wait opens sooner.
  private static final double LOW = 27.3;

  private boolean low() {
    return height < LOW * em;
  }

  double rowHeight() {
    return Math.rint((low() ? 1.86 : 2.29) * em);
  }

  /// The client's bar, its labels, the funnel and the heads of the columns.
  double head() {
    return Math.rint((low() ? 5.3 : 7) * em);
  }

  double stripTop() {
    return Math.rint(0.3 * em);
  }

  double stripHeight() {
    return Math.rint(1.64 * em);
  }

  double stripLeft() {
    return Math.rint(1.1 * em);
  }

  double stripRight() {
    return width - Math.rint(6.5 * em);
  }

  /// The middle of the line of column heads.
  double headMiddle() {
    return head() - Math.rint(1.05 * em);
  }

  boolean wide() {
    return width > NARROW * em;
  }

  double labelLeft() {
    return 1.1 * em;
  }

  double labelRight() {
    return Math.rint(Math.clamp(width * 0.2, 14.5 * em, 26 * em));
  }

  double tripsRight() {
    return labelRight() + Math.rint(3.8 * em);
  }

  double rttRight() {
    return wide() ? tripsRight() + Math.rint(4.6 * em) : tripsRight();
  }

  double distanceRight() {
    return wide() ? rttRight() + Math.rint(5.4 * em) : tripsRight();
  }

  /// The column whose head lies there; empty where none does.
  String headAt(double x, double y) {
    boolean heads = y > headMiddle() - em && y < head();
    if (!heads || x < labelRight() || x > distanceRight()) {
      return "";
    }
    return x < tripsRight() ? "trips" : x < rttRight() ? "rtt" : "distance";
  }

  double plotLeft() {
    return distanceRight() + Math.rint(2.2 * em);
  }

  double plotRight() {
    return Math.max(plotLeft() + 10, width - Math.rint(2.4 * em));
  }

  double indent(int depth) {
    return Math.min(depth, 8) * 0.93 * em;
  }

  RowLines rows() {
    return new RowLines(head(), rowHeight(), top);
  }

  TimeScale time(TimeWindow window) {
    return new TimeScale(plotLeft(), plotRight(), window);
  }

  /// The axis lies below the rows, at the lower edge of the chart.
  double axisTop() {
    return height - foot();
  }

  double foot() {
    return Math.rint(1.9 * em);
  }
}
