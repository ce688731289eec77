package dev.lightfoot.app.ui.chart.history;

import dev.lightfoot.report.layout.history.Trend;
import java.time.Duration;
import java.time.Instant;

/// Where a trend lies in a chart, in pixels.
record TrendGeometry(Trend trend, PlotArea area) {
  private static final double RIGHT = 1.2;
  private static final double BELOW = 2;

  /// @param em size of 1 em
  TrendGeometry(Trend trend, double width, double height, double em) {
    this(trend, PlotArea.in(width, height, em, RIGHT, BELOW));
  }

  double x(Instant at) {
    double whole = Math.max(1, Duration.between(trend.from(), trend.to()).toMillis());
    return area.x(Duration.between(trend.from(), at).toMillis() / whole);
  }

  /// A time on the axis; what is beyond its end lies there.
  double y(long nanos) {
    return area.y(Math.min(1, (double) nanos / trend.axis().endNanos()));
  }

  /// The point that lies next to there; −1 where none is in reach.
  int pointAt(double x, double y) {
    return PlotArea.nearest(
        trend.points().size(),
        i -> x(trend.points().get(i).takenAt()),
        i -> y(trend.points().get(i).medianNanos()),
        x,
        y);
  }
}
