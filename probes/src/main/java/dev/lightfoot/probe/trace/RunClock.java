package dev.lightfoot.probe.trace;

import java.time.Instant;

/// The monotonic clock of one run, and where its beginning lies on the wall clock. Instant 0 is
/// [#begin], when the run's first packet is about to leave: what is made ready before that costs
/// the run nothing.
public final class RunClock {
  private static final int MOST_READINGS = 5;
  private static final long CLOSE_NANOS = 10_000;

  private volatile long originNanos = System.nanoTime();
  private volatile Instant startedAt = Instant.now();
  private boolean begun;

  /// The run begins now. Only the first call counts.
  public synchronized void begin() {
    if (!begun) {
      begun = true;
      anchor();
    }
  }

  /// Who loses its turn between the two readings would anchor the run that much too early: the wall
  /// clock is read between two readings of the other, again where they lie apart.
  private void anchor() {
    long gap = Long.MAX_VALUE;
    for (int i = 0; i < MOST_READINGS && gap > CLOSE_NANOS; i++) {
      long before = System.nanoTime();
      Instant wall = Instant.now();
      long after = System.nanoTime();
      if (after - before < gap) {
        gap = after - before;
        startedAt = wall.minusNanos(gap / 2);
        originNanos = before;
      }
    }
  }

  /// Nanoseconds since the run began.
  public long now() {
    return System.nanoTime() - originNanos;
  }

  /// A reading of [System#nanoTime] as nanoseconds since the run began. Sockets outlive runs, so
  /// they note raw readings.
  public long of(long nanoTime) {
    return nanoTime - originNanos;
  }

  /// The wall clock when the run began.
  public Instant startedAt() {
    return startedAt;
  }
}
