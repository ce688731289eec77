package dev.lightfoot.probe;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// Runs a measurement on a platform thread: a blocked read was noticed after 0.2 ms there, after
/// 0.6 ms on a virtual one.
final class MeasuringThread {
  private MeasuringThread() {}

  /// Waits for the result. An interruption of the waiting thread is kept for the caller; the
  /// measurement itself is ended by its [Cancellation].
  static <T> T call(Callable<T> measurement) {
    FutureTask<T> task = new FutureTask<>(measurement);
    Thread.ofPlatform().daemon().name("measure").start(task);
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return task.get();
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          if (e.getCause() instanceof RuntimeException fault) {
            throw fault;
          }
          throw new IllegalStateException("the measurement broke", e.getCause());
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
