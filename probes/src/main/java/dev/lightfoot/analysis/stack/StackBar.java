package dev.lightfoot.analysis.stack;

/// One call on the axis of a [Stack].
///
/// @param startNanos from the start of the run: the middle of where its clock and what surrounds it
///   allow it to be
/// @param durationNanos as its recorder says; 0 where it says only an instant
/// @param whiskerNanos how far the start can be off to either side
public record StackBar(long startNanos, long durationNanos, long whiskerNanos) {
  /// Its end, as far from the truth as the start.
  public long endNanos() {
    return startNanos + durationNanos;
  }
}
