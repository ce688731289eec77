package dev.lightfoot.app.ui.chart.history;

import java.util.function.IntToDoubleFunction;

/// Where points lie between the two axes of a chart of times, in pixels.
///
/// @param width of the whole chart
record PlotArea(double left, double right, double top, double bottom, double width) {
  /// Radius of a point's ring, in em.
  static final double RING = 2.0 / 7;

  /// Radius of the ring around the point that is looked at, in em.
  static final double CHOSEN = 3.0 / 7;

  /// Radius where there are too many points for rings of that size, in em.
  static final double DOT = 1.0 / 7;

  private static final double LEFT = 4.6;
  private static final double ABOVE = 2;

  /// How far from a point the pointer still means it.
  private static final double REACH = 12;

  /// What a chart of that size leaves beside its labels.
  ///
  /// @param em size of 1 em
  /// @param rightEm room on the right, in em
  /// @param belowEm room below, in em
  static PlotArea in(double width, double height, double em, double rightEm, double belowEm) {
    double left = LEFT * em;
    double top = ABOVE * em;
    return new PlotArea(
        left,
        Math.max(left + 1, width - rightEm * em),
        top,
        Math.max(top + 1, height - belowEm * em),
        width);
  }

  /// Of that part of the way from left to right.
  double x(double part) {
    return Math.rint(left + part * (right - left)) + 0.5;
  }

  /// Of that part of the way from bottom to top.
  double y(double part) {
    return Math.rint(bottom - part * (bottom - top)) + 0.5;
  }

  /// Which of so many points lies next to there; −1 where none is in reach.
  static int nearest(
      int points, IntToDoubleFunction xs, IntToDoubleFunction ys, double x, double y) {
    int best = -1;
    double least = REACH;
    for (int i = 0; i < points; i++) {
      double distance = Math.hypot(xs.applyAsDouble(i) - x, ys.applyAsDouble(i) - y);
      if (distance < least) {
        least = distance;
        best = i;
      }
    }
    return best;
  }
}
