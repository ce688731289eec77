package dev.lightfoot.app.ui.chart.history;

import dev.lightfoot.report.layout.history.FitPicture;

/// Where first bytes by round-trip time lie in a chart, in pixels.
record FitGeometry(FitPicture picture, PlotArea area) {
  private static final double RIGHT = 2.4;
  private static final double BELOW = 2.2;

  /// @param em size of 1 em
  FitGeometry(FitPicture picture, double width, double height, double em) {
    this(picture, PlotArea.in(width, height, em, RIGHT, BELOW));
  }

  double x(long rttNanos) {
    return area.x((double) rttNanos / picture.rtt().endNanos());
  }

  double y(long firstByteNanos) {
    return area.y((double) firstByteNanos / picture.firstByte().endNanos());
  }

  /// The spot that lies next to there; −1 where none is in reach.
  int spotAt(double x, double y) {
    return PlotArea.nearest(
        picture.spots().size(),
        i -> x(picture.spots().get(i).rttNanos()),
        i -> y(picture.spots().get(i).firstByteNanos()),
        x,
        y);
  }
}
