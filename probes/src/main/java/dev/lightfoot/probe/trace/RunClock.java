package dev.lightfoot.probe.trace;

import java.time.Instant;

/// The monotonic clock of one run, and where its beginning lies on the wall clock. Instant 0 is
/// [#begin], when the run's first packet is about to leave: what is made ready before that costs
/// the run nothing.
public final class RunClock {
  private volatile long originNanos = System.nanoTime();
  private volatile Instant startedAt = Instant.now();
  private boolean begun;

  /// The run begins now. Only the first call counts.
  public synchronized void begin() {
    if (!begun) {
      begun = true;
      ClockReading now = ClockReading.now();
      originNanos = now.nanoTime();
      startedAt = now.wall();
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
