package dev.lightfoot.app.ui.chart.history;

import dev.lightfoot.report.layout.history.Trend;
import dev.lightfoot.report.layout.history.TrendPoint;
import java.time.Duration;
import java.time.Instant;

/// Where a trend lies in a chart of that size, in pixels.
///
/// @param em size of 1 em
record TrendGeometry(Trend trend, double width, double height, double em) {
  private static final double LEFT = 4.6;
  private static final double RIGHT = 1.2;
  private static final double ABOVE = 2;
  private static final double BELOW = 2;

  /// How far from a point the pointer still means it.
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

  double x(Instant at) {
    double whole = Math.max(1, Duration.between(trend.from(), trend.to()).toMillis());
    double part = Duration.between(trend.from(), at).toMillis() / whole;
    return Math.rint(left() + part * (right() - left())) + 0.5;
  }

  /// A time on the axis; what is beyond its end lies there.
  double y(long nanos) {
    double part = Math.min(1, (double) nanos / trend.axis().endNanos());
    return Math.rint(bottom() - part * (bottom() - top())) + 0.5;
  }

  /// The point that lies next to there; −1 where none is in reach.
  int pointAt(double x, double y) {
    int best = -1;
    double least = REACH;
    for (int i = 0; i < trend.points().size(); i++) {
      TrendPoint point = trend.points().get(i);
      double distance = Math.hypot(x(point.takenAt()) - x, y(point.medianNanos()) - y);
      if (distance < least) {
        least = distance;
        best = i;
      }
    }
    return best;
  }
}
