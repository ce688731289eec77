package dev.lightfoot.report.layout;

import dev.lightfoot.report.words.Numbers;
import java.util.ArrayList;
import java.util.List;

/// A time axis from 0 with ticks at round numbers.
///
/// @param endNanos right end, a tick itself
/// @param stepNanos distance of two ticks: 1, 2 or 5 times a power of ten
public record Axis(long endNanos, long stepNanos) {
  private static final int MOST_TICKS = 8;
  private static final long SMALLEST_STEP = 1_000;

  /// An axis that holds the time, with eight steps at most.
  ///
  /// @param nanos what must fit
  public static Axis holding(long nanos) {
    long step = SMALLEST_STEP;
    for (int i = 0; Math.ceilDiv(nanos, step) > MOST_TICKS; i++) {
      step = i % 3 == 1 ? step / 2 * 5 : step * 2;
    }
    return new Axis(Math.max(1, Math.ceilDiv(nanos, step)) * step, step);
  }

  /// This axis, or the other where that one is longer: for axes that only grow.
  public Axis orLonger(Axis other) {
    return other.endNanos > endNanos ? other : this;
  }

  /// Instants of the ticks, both ends included.
  public List<Long> ticks() {
    List<Long> ticks = new ArrayList<>();
    for (long at = 0; at <= endNanos; at += stepNanos) {
      ticks.add(at);
    }
    return ticks;
  }

  /// The label of a tick in milliseconds, without its unit; only as many decimals as the step
  /// needs.
  public String label(long atNanos) {
    if (stepNanos >= 1_000_000) {
      return Numbers.count(atNanos / 1_000_000);
    }
    return stepNanos >= Numbers.NANOS_PER_TENTH
        ? Numbers.millis(atNanos)
        : Numbers.rtt(atNanos).equals("0.00") && atNanos != 0
            ? Long.toString(atNanos / 1_000) + "\u00a0µs"
            : Numbers.rtt(atNanos);
  }
}
