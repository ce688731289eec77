package dev.lightfoot.report.chart;

import dev.lightfoot.report.drawing.Mark.Face;
import dev.lightfoot.report.layout.Axis;

/// Time across a drawing.
///
/// @param fromNanos at the left edge
/// @param toNanos at the right edge
record TimeAxis(double left, double right, long fromNanos, long toNanos) {

  double x(long nanos) {
    return left + width(nanos - fromNanos);
  }

  double width(long nanos) {
    return (right - left) * nanos / Math.max(1, toNanos - fromNanos);
  }

  /// Lines down at round numbers, and the numbers.
  ///
  /// @param axis gives steps and labels
  void draw(Sketch sketch, Axis axis, double top, double bottom, double labels) {
    long step = axis.stepNanos();
    for (long at = Math.ceilDiv(fromNanos, step) * step; at <= toNanos; at += step) {
      double x = Math.rint(x(at)) + 0.5;
      sketch.line("border", 1, x, top, x, bottom);
      boolean last = at + step > toNanos;
      sketch.middle(Face.MONO, "text-2", axis.label(at) + (last ? " ms" : ""), x, labels);
    }
  }
}
