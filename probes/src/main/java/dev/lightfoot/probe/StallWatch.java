package dev.lightfoot.probe;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/// Notices when our own process stood still while it measured: a ticker came late, or the wall
/// clock and the monotonic clock disagree because the computer slept.
final class StallWatch implements AutoCloseable {
  static final Duration TICK = Duration.ofMillis(10);
  static final Duration LATE = Duration.ofMillis(100);
  static final Duration CLOCKS_APART = Duration.ofSeconds(2);

  private final long startNanos = System.nanoTime();
  private final long startMillis = System.currentTimeMillis();
  private final ScheduledFuture<?> ticker;
  private volatile long lastTick = startNanos;
  private volatile boolean late;

  StallWatch(ScheduledExecutorService scheduler) {
    ticker =
        scheduler.scheduleAtFixedRate(
            this::tick, TICK.toMillis(), TICK.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void tick() {
    long now = System.nanoTime();
    if (now - lastTick > LATE.toNanos() + TICK.toNanos()) {
      late = true;
    }
    lastTick = now;
  }

  /// Whether the process stood still since the watch began.
  boolean stalled() {
    long now = System.nanoTime();
    long monotonic = (now - startNanos) / 1_000_000;
    long wall = System.currentTimeMillis() - startMillis;
    boolean waiting = now - lastTick > LATE.toNanos() + TICK.toNanos();
    return late || waiting || Math.abs(wall - monotonic) > CLOCKS_APART.toMillis();
  }

  @Override
  public void close() {
    ticker.cancel(false);
  }
}
