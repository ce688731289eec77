package dev.lightfoot.probe.dns;

import java.util.concurrent.atomic.AtomicInteger;

/// Lets questions that belong together leave together: each is made ready by a thread of its own,
/// and none leaves before all are. Otherwise the time for which the second is still being made
/// ready would be part of the resolution, 1 to 2 ms of ours. Each thread carries its departure with
/// it.
final class Departure {
  private static final ScopedValue<Departure> OF_THIS_THREAD = ScopedValue.newInstance();

  /// Who is not ready by then is not waited for.
  private static final long MOST_NANOS = 20_000_000;

  private final AtomicInteger missing;
  private final long mostNanos;

  Departure(int questions) {
    this(questions, MOST_NANOS);
  }

  Departure(int questions, long mostNanos) {
    this.missing = new AtomicInteger(questions);
    this.mostNanos = mostNanos;
  }

  /// Runs one of the questions; one that never leaves keeps nobody waiting once it is over.
  void with(Runnable question) {
    ScopedValue.where(OF_THIS_THREAD, this)
        .run(
            () -> {
              try {
                question.run();
              } finally {
                missing.decrementAndGet();
              }
            });
  }

  /// Comes back when every question of this thread's departure is ready to leave; at once where
  /// there is none. To be called right before the question leaves, and again before further ones,
  /// which do not wait.
  static void ready() {
    if (OF_THIS_THREAD.isBound()) {
      OF_THIS_THREAD.get().await();
    }
  }

  private void await() {
    long until = System.nanoTime() + mostNanos;
    missing.decrementAndGet();
    while (missing.get() > 0 && System.nanoTime() - until < 0) {
      Thread.onSpinWait(); // being woken up would take longer than the wait
    }
  }
}
