package dev.lightfoot.app.ui.thread;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;

/// Where the window's long work goes: one thread per job, none of which keeps the program alive.
public final class Background implements AutoCloseable {
  private final ExecutorService jobs = Executors.newVirtualThreadPerTaskExecutor();
  private final ExecutorService measuring =
      Executors.newThreadPerTaskExecutor(daemons("lightfoot-measuring"));

  /// Virtual threads, for files and everything else that waits.
  public Executor jobs() {
    return jobs;
  }

  /// Platform threads: a blocked read wakes up sooner on them than on virtual ones.
  public Executor measuring() {
    return measuring;
  }

  /// Interrupts what still runs; does not wait for it.
  @Override
  public void close() {
    jobs.shutdownNow();
    measuring.shutdownNow();
  }

  private static ThreadFactory daemons(String name) {
    return Thread.ofPlatform().daemon().name(name, 0).factory();
  }
}
