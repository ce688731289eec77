package dev.lightfoot.probe.page;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BooleanSupplier;

/// What the loader's thread has to do next, posted by those that measure.
final class Mailbox {
  private final BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();

  /// May be called from any thread.
  void post(Runnable task) {
    tasks.add(task);
  }

  /// Does one after the other on this thread, until nothing more is to come. An interruption is
  /// kept for the caller: a load is ended by its cancellation.
  void work(BooleanSupplier over) {
    boolean interrupted = false;
    while (!over.getAsBoolean()) {
      try {
        tasks.take().run();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
