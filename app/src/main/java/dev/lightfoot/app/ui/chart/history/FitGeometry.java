package dev.lightfoot.app.ui.chart.history;

import dev.lightfoot.report.layout.history.FitPicture;

/// Where first bytes by round-trip time lie in a chart of that size, in pixels.
///
/// @param em size of 1 em
record FitGeometry(FitPicture picture, double width, double height, double em) {
  private static final double LEFT = 4.6;
  private static final double RIGHT = 2.4;
  private static final double ABOVE = 2;
  private static final double BELOW = 2.2;

  /// How far from a spot the pointer still means it.
  private static final double REACH = 12;

  double left() {
    return LEFT * em;
  }

  double right() {
    return Math.max(left() + 1, width - RIGHT * em);
  }

  double top() {
    return ABOVE * em;
  }

  double bottom() {
    return Math.max(top() + 1, height - BELOW * em);
  }

  double x(long rttNanos) {
    double part = (double) rttNanos / picture.rtt().endNanos();
    return Math.rint(left() + part * (right() - left())) + 0.5;
  }

  double y(long firstByteNanos) {
    double part = (double) firstByteNanos / picture.firstByte().endNanos();
    return Math.rint(bottom() - part * (bottom() - top())) + 0.5;
  }

  /// The spot that lies next to there; −1 where none is in reach.
  int spotAt(double x, double y) {
    int best = -1;
    double least = REACH;
    for (int i = 0; i < picture.spots().size(); i++) {
      FitPicture.Spot spot = picture.spots().get(i);
      double distance = Math.hypot(x(spot.rttNanos()) - x, y(spot.firstByteNanos()) - y);
      if (distance < least) {
        least = distance;
        best = i;
      }
    }
    return best;
  }
}
