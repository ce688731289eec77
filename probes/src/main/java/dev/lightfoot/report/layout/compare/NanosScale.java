package dev.lightfoot.report.layout.compare;

import dev.lightfoot.report.layout.Axis;
import java.util.ArrayList;
import java.util.List;

/// A stretch of a quantity between two round numbers; may lie on both sides of 0.
///
/// @param lowNanos left end, a multiple of the step
/// @param highNanos right end, another one
/// @param stepNanos distance of two ticks
public record NanosScale(long lowNanos, long highNanos, long stepNanos) {

  /// The shortest that holds both.
  public static NanosScale holding(long leastNanos, long mostNanos) {
    long step = Axis.holding(Math.max(1, mostNanos - leastNanos)).stepNanos();
    long low = Math.floorDiv(leastNanos, step) * step;
    long high = Math.ceilDiv(mostNanos, step) * step;
    return new NanosScale(low, high == low ? low + step : high, step);
  }

  /// Where that lies: 0 at the left end, 1 at the right one.
  public double part(long nanos) {
    return (double) (nanos - lowNanos) / (highNanos - lowNanos);
  }

  /// The ticks, both ends included.
  public List<Long> ticks() {
    List<Long> ticks = new ArrayList<>();
    for (long at = lowNanos; at <= highNanos; at += stepNanos) {
      ticks.add(at);
    }
    return ticks;
  }

  /// A tick in milliseconds, with as many decimals as the step needs.
  public String label(long atNanos) {
    return new Axis(stepNanos, stepNanos).label(atNanos);
  }
}
