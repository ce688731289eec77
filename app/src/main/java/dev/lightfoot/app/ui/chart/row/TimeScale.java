package dev.lightfoot.app.ui.chart.row;

import dev.lightfoot.report.layout.TimeWindow;

/// Time along a chart: instants as pixels, and pixels as instants.
///
/// @param left where the window begins, in pixels
/// @param right where it ends
/// @param window the part of the time that is shown
public record TimeScale(double left, double right, TimeWindow window) {
  public double x(long nanos) {
    return left + (right - left) * ((double) (nanos - window.fromNanos()) / window.length());
  }

  public long nanos(double x) {
    return window.fromNanos() + length(x - left);
  }

  /// How much time lies in that many pixels.
  public long length(double pixels) {
    return Math.round(pixels / (right - left) * window.length());
  }
}
