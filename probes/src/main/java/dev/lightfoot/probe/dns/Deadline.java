package dev.lightfoot.probe.dns;

import java.time.Duration;

/// A point in monotonic time that a resolution must not pass.
record Deadline(long nanoTime) {

  static Deadline in(Duration duration) {
    return new Deadline(System.nanoTime() + duration.toNanos());
  }

  /// Milliseconds left, 0 where it has passed, never more than the limit.
  int millisLeft(Duration limit) {
    long left = Math.min(limit.toNanos(), nanoTime - System.nanoTime());
    return (int) Math.max(0, left / 1_000_000);
  }

  /// Milliseconds left, 0 where it has passed.
  int millisLeft() {
    return millisLeft(Duration.ofMillis(Integer.MAX_VALUE));
  }

  boolean passed() {
    return System.nanoTime() >= nanoTime;
  }
}
