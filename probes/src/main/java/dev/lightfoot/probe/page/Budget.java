package dev.lightfoot.probe.page;

import java.util.concurrent.atomic.AtomicLong;

/// The bytes that a load may still take. Safe for use by several threads.
final class Budget {
  private final AtomicLong left;

  Budget(long bytes) {
    left = new AtomicLong(bytes);
  }

  /// Takes that many; says whether there are any left.
  boolean take(long bytes) {
    return left.addAndGet(-bytes) >= 0;
  }

  boolean isSpent() {
    return left.get() < 0;
  }
}
