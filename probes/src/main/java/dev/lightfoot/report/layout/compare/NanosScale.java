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
  /// Labels have two decimals of a millisecond at most: no two ticks lie closer.
  private static final long SHORTEST = 80_000;

  /// By so much ticks are thinned out.
  private static final long[] FACTORS = {2, 5, 10};

  /// The shortest that holds both.
  public static NanosScale holding(long leastNanos, long mostNanos) {
    long span = Math.max(SHORTEST, mostNanos - leastNanos);
    long step = Axis.holding(span).stepNanos();
    long low = Math.floorDiv(leastNanos, step) * step;
    long high = Math.ceilDiv(mostNanos, step) * step;
    return new NanosScale(low, high == low ? low + step : high, step);
  }

  /// The ticks, both ends included.
  public List<Long> ticks() {
    return ticks(Integer.MAX_VALUE);
  }

  /// Every so manieth tick, 0 among them where it holds it: few enough for their labels.
  ///
  /// @param most how many have room
  public List<Long> ticks(int most) {
    long apart = stepNanos;
    for (int i = 0; (highNanos - lowNanos) / apart + 1 > Math.max(2, most); i++) {
      apart = stepNanos * FACTORS[i % FACTORS.length] * Math.powExact(10L, i / FACTORS.length);
    }
    List<Long> ticks = new ArrayList<>();
    for (long at = Math.ceilDiv(lowNanos, apart) * apart; at <= highNanos; at += apart) {
      ticks.add(at);
    }
    return ticks;
  }

  /// Where that lies: 0 at the left end, 1 at the right one.
  public double part(long nanos) {
    return (double) (nanos - lowNanos) / (highNanos - lowNanos);
  }

  /// A tick in milliseconds, with as many decimals as the step needs.
  public String label(long atNanos) {
    return new Axis(stepNanos, stepNanos).label(atNanos);
  }
}
