package dev.lightfoot.probe.trace;

import java.time.Instant;

/// The monotonic clock and the wall clock, read at about the same time.
///
/// @param nanoTime of [System#nanoTime]
/// @param wall the wall clock then
public record ClockReading(long nanoTime, Instant wall) {
  private static final int MOST_READINGS = 5;
  private static final long CLOSE_NANOS = 10_000;
  private static final long NANOS_PER_SECOND = 1_000_000_000;

  /// Reads both now. Who loses its turn between two readings would take the clocks to be that much
  /// further apart: the wall clock is read between two readings of the other, again where they lie
  /// apart.
  public static ClockReading now() {
    long gap = Long.MAX_VALUE;
    ClockReading closest = new ClockReading(0, Instant.EPOCH);
    for (int i = 0; i < MOST_READINGS && gap > CLOSE_NANOS; i++) {
      long before = System.nanoTime();
      Instant wall = Instant.now();
      long after = System.nanoTime();
      if (after - before < gap) {
        gap = after - before;
        closest = new ClockReading(before + gap / 2, wall);
      }
    }
    return closest;
  }

  /// What the monotonic clock showed at an instant of the wall clock not long ago, as far as nobody
  /// has set that clock since.
  ///
  /// @param seconds since 1970
  /// @param nanos beyond those seconds
  public long nanoTimeOf(long seconds, long nanos) {
    return nanoTime
        - ((wall.getEpochSecond() - seconds) * NANOS_PER_SECOND + wall.getNano() - nanos);
  }
}
