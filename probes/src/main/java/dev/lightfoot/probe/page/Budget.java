package dev.lightfoot.probe.page;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/// The bytes that may still be taken: of a load, or of one response within a load. Safe for use by
/// several threads.
final class Budget {
  private final AtomicLong left;
  private final Optional<Budget> around;

  Budget(long bytes) {
    this(bytes, Optional.empty());
  }

  private Budget(long bytes, Optional<Budget> around) {
    this.left = new AtomicLong(bytes);
    this.around = around;
  }

  /// So many of these at most.
  Budget atMost(long bytes) {
    return new Budget(bytes, Optional.of(this));
  }

  /// Takes that many; says whether there are any left.
  boolean take(long bytes) {
    boolean wider = around.isEmpty() || around.get().take(bytes);
    return left.addAndGet(-bytes) >= 0 && wider;
  }

  boolean isSpent() {
    return left.get() < 0;
  }
}
