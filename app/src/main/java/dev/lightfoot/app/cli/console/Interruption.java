package dev.lightfoot.app.cli.console;

import dev.lightfoot.probe.Cancellation;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Ctrl C cancels the measurement and gives the program time to print what was measured. The signal
/// itself then sets the exit status: 128 + 2.
public final class Interruption implements AutoCloseable {
  private static final long SECONDS_TO_PRINT = 5;

  private final CountDownLatch printed = new CountDownLatch(1);
  private final Thread hook;

  private Interruption(Cancellation cancellation) {
    hook = new Thread(() -> interrupt(cancellation), "interruption");
  }

  public static Interruption cancels(Cancellation cancellation) {
    Interruption interruption = new Interruption(cancellation);
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  private void interrupt(Cancellation cancellation) {
    cancellation.cancel();
    try {
      if (!printed.await(SECONDS_TO_PRINT, TimeUnit.SECONDS)) {
        System.err.println("lightfoot: stopped before everything was printed.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    printed.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The program is ending: this is the hook's own doing.
    }
  }
}
