package dev.lightfoot.app.ui.chart.compare;

import dev.lightfoot.app.ui.chart.row.RowLines;
import dev.lightfoot.report.layout.compare.NanosScale;

/// Where the columns and rows of the strips lie, in pixels. Where room is scarce the columns go
/// first that the table below has, too: the effect size, the medians, the scale of shifts.
///
/// @param em pixels of 1 em
/// @param width of the whole chart
/// @param top how far the rows are scrolled, in pixels
record StripGeometry(double em, double width, double top) {
  private static final double ROW = 3;

  /// Widths of the chart in em from which a column has room.
  private static final double DELTA_FROM = 74;

  private static final double SHIFTS_FROM = 48;
  private static final double MEDIANS_FROM = 66;

  private static final double NAME = 9.6;
  private static final double MEDIAN = 5.4;
  private static final double LIMIT = 3.6;
  private static final double MILLIS = 5.6;
  private static final double VERDICT = 10.6;
  private static final double DELTA = 4.6;

  /// Of dots, in radii: those that stand above each other overlap a little.
  private static final double FIRST_LEVEL = 1.8;

  private static final double LEVEL = 1.4;

  /// What stays free at the edges of a row, in pixels.
  private static final double EDGE = 2;

  /// Of the room for drawings, the part that the runs have; the shifts have the rest.
  private static final double RUNS_PART = 0.58;

  boolean hasDelta() {
    return width > DELTA_FROM * em;
  }

  boolean hasShifts() {
    return width > SHIFTS_FROM * em;
  }

  boolean hasMedians() {
    return width > MEDIANS_FROM * em;
  }

  double rowHeight() {
    return Math.rint(ROW * em);
  }

  /// Names of the columns, and below them the ticks of the shifts.
  double head() {
    return Math.rint(3.1 * em);
  }

  double captionMiddle() {
    return Math.rint(1.05 * em);
  }

  double tickMiddle() {
    return Math.rint(2.4 * em);
  }

  double swatchLeft() {
    return Math.rint(1.2 * em);
  }

  double nameLeft() {
    return Math.rint(2.7 * em);
  }

  double nameRight() {
    return Math.rint((NAME + 1.2) * em);
  }

  double beforeRight() {
    return nameRight() + Math.rint(MEDIAN * em);
  }

  double afterRight() {
    return beforeRight() + Math.rint(MEDIAN * em);
  }

  private double columnsRight() {
    return hasMedians() ? afterRight() : nameRight();
  }

  /// Where the low end of a row's scale is written.
  double lowRight() {
    return columnsRight() + Math.rint((LIMIT + 0.6) * em);
  }

  double runsLeft() {
    return lowRight() + Math.rint(0.5 * em);
  }

  double runsRight() {
    double room = drawings();
    double limit = Math.rint((LIMIT + 0.5) * em);
    return Math.max(
        runsLeft() + 10, runsLeft() + (hasShifts() ? Math.rint(room * RUNS_PART) : room) - limit);
  }

  double highLeft() {
    return runsRight() + Math.rint(0.5 * em);
  }

  double shiftsLeft() {
    return highLeft() + Math.rint((LIMIT + 1.4) * em);
  }

  double shiftsRight() {
    return millisRight() - Math.rint((MILLIS + 0.4) * em);
  }

  private double drawings() {
    return millisRight() - Math.rint(MILLIS * em) - runsLeft();
  }

  double millisRight() {
    return verdictLeft() - Math.rint(em);
  }

  double verdictLeft() {
    double delta = hasDelta() ? DELTA : 0;
    return Math.rint(width - (VERDICT + delta) * em);
  }

  double deltaRight() {
    return Math.rint(width - 1.2 * em);
  }

  double radius() {
    return 0.21 * em;
  }

  /// How many dots stand above or below each other between the line of a row and its edge.
  int levels() {
    double room = rowHeight() / 2 - EDGE - (FIRST_LEVEL + 1) * radius();
    return Math.max(1, (int) (room / (LEVEL * radius())) + 1);
  }

  /// How far a dot of that level lies from the line of its row.
  double away(int level) {
    return radius() * (FIRST_LEVEL + LEVEL * level);
  }

  double runX(NanosScale scale, long nanos) {
    return runsLeft() + (runsRight() - runsLeft()) * scale.part(nanos);
  }

  double shiftX(NanosScale scale, long nanos) {
    return shiftsLeft() + (shiftsRight() - shiftsLeft()) * scale.part(nanos);
  }

  /// So many nanoseconds one dot covers.
  long dotNanos(NanosScale scale) {
    double part = 2 * radius() / (runsRight() - runsLeft());
    return Math.max(1, Math.round(part * (scale.highNanos() - scale.lowNanos())));
  }

  RowLines rows() {
    return new RowLines(head(), rowHeight(), top);
  }
}
