package dev.lightfoot.app.ui.chart.page;

import dev.lightfoot.app.ui.chart.row.RowLines;
import dev.lightfoot.app.ui.chart.row.TimeScale;
import dev.lightfoot.report.layout.TimeWindow;
import dev.lightfoot.report.layout.page.PageLine;

/// Where the parts of a page's waterfall lie, in pixels: shared by drawing, pointing, scrolling and
/// the strip above it.
///
/// @param em pixels of 1 em
/// @param width of the whole chart
/// @param height of the whole chart
/// @param top how far the rows are scrolled, in pixels
/// @param marks whether there is a line for the marks of the page below the axis
record PageGeometry(double em, double width, double height, double top, boolean marks) {
  private static final double ROW = 1.5;

  /// Below this width, in em, the column of sizes gives way.
  private static final double NARROW = 52;

  double rowHeight() {
    return Math.rint(ROW * em);
  }

  /// The axis, and below it the line of marks.
  double head() {
    return axis() + (marks ? Math.rint(1.4 * em) : 0);
  }

  double axis() {
    return Math.rint(1.9 * em);
  }

  /// How high a bar is.
  double barHeight() {
    return Math.rint(0.62 * rowHeight());
  }

  /// Where the triangle of a group stands.
  double foldLeft() {
    return Math.rint(1.1 * em);
  }

  /// Where the short line of the critical path stands.
  double criticalLeft() {
    return Math.rint(0.7 * em);
  }

  double numberRight() {
    return Math.rint(Math.max(2.7 * em, digits(em) + 1.6 * em));
  }

  /// Room for numbers up to 10 000.
  private static double digits(double em) {
    return 5 * 0.6 * Math.max(12, 0.857 * em) - 1.4 * em;
  }

  double labelLeft() {
    return numberRight() + Math.rint(0.75 * em);
  }

  double labelRight() {
    return Math.rint(Math.clamp(width * 0.165, 11 * em, 30 * em));
  }

  boolean wide() {
    return width > NARROW * em;
  }

  double tripsRight() {
    return labelRight() + Math.rint(3 * em);
  }

  double sizeRight() {
    return wide() ? tripsRight() + Math.rint(5.4 * em) : tripsRight();
  }

  double plotLeft() {
    return sizeRight() + Math.rint(2 * em);
  }

  double plotRight() {
    return Math.max(plotLeft() + 10, width - Math.rint(4 * em));
  }

  /// Whether a press there folds the line: before the title of a head, before the number of a
  /// request.
  boolean onFold(ChartLine line, double x) {
    return switch (line) {
      case ChartLine.Plain(PageLine.Request _) ->
          x > numberRight() + 0.1 * em && x < labelLeft() + 0.9 * em;
      case ChartLine.Plain _ -> x < labelRight();
      case ChartLine.Wait _ -> false;
    };
  }

  boolean onTripsHead(double x, double y) {
    return y < axis() && x > labelRight() && x < tripsRight() + 0.5 * em;
  }

  RowLines rows() {
    return new RowLines(head(), rowHeight(), top);
  }

  TimeScale time(TimeWindow window) {
    return new TimeScale(plotLeft(), plotRight(), window);
  }
}
