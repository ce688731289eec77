package dev.lightfoot.app.ui.thread;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/// Where the window's long work goes: one thread per job, none of which keeps the program alive.
public final class Background implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 2;

  private final ExecutorService jobs = Executors.newVirtualThreadPerTaskExecutor();
  private final ExecutorService measuring =
      Executors.newThreadPerTaskExecutor(daemons("lightfoot-measuring"));

  /// Virtual threads, for files and everything else that waits. After [#close] nothing begins any
  /// more: what a last result of a measurement would have started has nobody left to show it.
  public Executor jobs() {
    return this::begin;
  }

  private void begin(Runnable job) {
    try {
      jobs.execute(job);
    } catch (RejectedExecutionException e) {
      if (!jobs.isShutdown()) {
        throw e;
      }
    }
  }

  /// Platform threads: a blocked read wakes up sooner on them than on virtual ones.
  public Executor measuring() {
    return measuring;
  }

  /// Interrupts measuring at once. Jobs have two seconds to end, so that a save is not cut off;
  /// what still runs then is interrupted too.
  @Override
  public void close() {
    end();
  }

  /// Does what [#close] does.
  ///
  /// @return whether every job ended by itself
  public boolean end() {
    measuring.shutdownNow();
    jobs.shutdown();
    try {
      if (jobs.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        return true;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    jobs.shutdownNow();
    return false;
  }

  private static ThreadFactory daemons(String name) {
    return Thread.ofPlatform().daemon().name(name, 0).factory();
  }
}
