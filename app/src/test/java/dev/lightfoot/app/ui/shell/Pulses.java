package dev.lightfoot.app.ui.shell;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import org.testfx.api.FxRobot;

/// Counts the pulses of a scene: JavaFX pulses when something is to be drawn, laid out or animated,
/// and only then.
final class Pulses implements AutoCloseable {
  private static final long QUIET_MILLIS = 300;
  private static final int LOOKS = 50;

  private final Scene scene;
  private final FxRobot robot;
  private final Semaphore pulses = new Semaphore(0);
  private final Runnable counting = pulses::release;

  Pulses(Scene scene, FxRobot robot) {
    this.scene = scene;
    this.robot = robot;
    robot.interact(() -> scene.addPostLayoutPulseListener(counting));
  }

  /// Waits for a stretch without a pulse: what came before is drawn then.
  void awaitQuiet() throws InterruptedException, TimeoutException {
    for (int look = 0; look < LOOKS; look++) {
      pulses.drainPermits();
      if (!pulses.tryAcquire(QUIET_MILLIS, TimeUnit.MILLISECONDS)) {
        return;
      }
    }
    throw new TimeoutException("the window never came to rest");
  }

  /// How many come within that time; it ends early where one does.
  int within(long millis) throws InterruptedException {
    return pulses.tryAcquire(millis, TimeUnit.MILLISECONDS) ? 1 + pulses.availablePermits() : 0;
  }

  /// How many come until there is a stretch without one.
  int untilQuiet() throws InterruptedException {
    int seen = 0;
    while (pulses.tryAcquire(QUIET_MILLIS, TimeUnit.MILLISECONDS)) {
      seen++;
    }
    return seen;
  }

  @Override
  public void close() {
    robot.interact(() -> scene.removePostLayoutPulseListener(counting));
  }
}
