package dev.lightfoot.analysis.whatif;

/// A time that is expected nine times of ten.
///
/// @param nanos the likeliest
public record Interval(long lowNanos, long nanos, long highNanos) {
  /// The same, so many times as wide to either side.
  Interval widened(double factor) {
    return new Interval(
        Math.max(0, Math.round(nanos - factor * (nanos - lowNanos))),
        nanos,
        Math.round(nanos + factor * (highNanos - nanos)));
  }

  /// The same, wider by so much to either side.
  Interval plus(long more) {
    return new Interval(Math.max(0, lowNanos - more), nanos, highNanos + more);
  }
}
