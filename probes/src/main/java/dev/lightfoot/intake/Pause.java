package dev.lightfoot.intake;

import java.time.Duration;

/// How the thread that waits for logs to be written passes the time.
@FunctionalInterface
public interface Pause {
  /// Passes that much time; false at once where nobody wants to wait any more.
  boolean pass(Duration time);
}
