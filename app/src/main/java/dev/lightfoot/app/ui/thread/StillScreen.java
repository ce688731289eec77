package dev.lightfoot.app.ui.thread;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;

/// Keeps the screen still while something is measured: drawing takes processor time from the
/// sockets. With the chart redrawn four times a second, a TCP connection of 40 ms was read as 48 on
/// two cores.
///
/// @param patience runs a task once a run has lasted so long that a person wants to see it move
/// @param drawn comes back when the window has drawn what changed, or soon in any case
public record StillScreen(Executor patience, Runnable drawn) {
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final Duration LONGEST_DRAWING = Duration.ofMillis(400);

  /// Pulses from a change to its picture: one to lay out, one to draw, one that waits for that.
  private static final int PULSES = 3;

  /// For the window.
  public static StillScreen of(Executor ui, Executor jobs) {
    return new StillScreen(
        CompletableFuture.delayedExecutor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS, jobs),
        () -> awaitDrawn(ui));
  }

  /// Moves at once and waits for nothing: for tests.
  public static StillScreen never() {
    return new StillScreen(Runnable::run, () -> {});
  }

  private static void awaitDrawn(Executor ui) {
    CountDownLatch done = new CountDownLatch(1);
    ui.execute(() -> new PulseCount(done).start());
    try {
      if (!done.await(LONGEST_DRAWING.toMillis(), TimeUnit.MILLISECONDS)) {
        return; // a window that is slow or hidden must not hold up the next run
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static final class PulseCount extends AnimationTimer {
    private final CountDownLatch done;
    private int pulses;

    PulseCount(CountDownLatch done) {
      this.done = done;
    }

    @Override
    public void handle(long now) {
      if (++pulses == PULSES) {
        stop();
        done.countDown();
      }
    }
  }
}
