package dev.lightfoot.intake.follow;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// How the thread that waits for logs to be written passes the time.
@FunctionalInterface
public interface Pause {
  /// Passes that much time; false at once where the waiting was called off.
  boolean pass(Duration time);

  /// One that ends at once when the latch does, or when its thread is interrupted.
  static Pause until(CountDownLatch stopped) {
    return time -> {
      try {
        return !stopped.await(time.toNanos(), TimeUnit.NANOSECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    };
  }
}
