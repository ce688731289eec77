package dev.lightfoot.probe.trace;

/// The monotonic clock of one run. Instant 0 is its creation.
public final class RunClock {
  private final long originNanos = System.nanoTime();

  /// Nanoseconds since the run began.
  public long now() {
    return System.nanoTime() - originNanos;
  }

  /// A reading of [System#nanoTime] as nanoseconds since the run began. Sockets outlive runs, so
  /// they note raw readings.
  public long of(long nanoTime) {
    return nanoTime - originNanos;
  }
}
