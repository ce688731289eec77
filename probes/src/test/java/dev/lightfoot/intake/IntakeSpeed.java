package dev.lightfoot.intake;

import dev.lightfoot.analysis.route.RouteTable;
import dev.lightfoot.model.span.Span;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;

/// Prints how soon the first span of a file comes, how fast it is read, and how soon a cancelled
/// reading ends: `IntakeSpeed FILE ROUNDS`. The first round is that of a program just started.
public final class IntakeSpeed {
  private IntakeSpeed() {}

  public static void main(String... arguments) throws Exception {
    Path file = Path.of(arguments[0]);
    for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
      Listener whole = new Listener();
      whole.read(file);
      Listener cancelled = new Listener();
      Thread reading = Thread.ofPlatform().start(() -> cancelled.read(file));
      cancelled.half(Files.size(file)).await();
      long asked = System.nanoTime();
      cancelled.cancelled = true;
      reading.join();
      System.out.printf(
          Locale.ROOT,
          "first span after %.0f ms, %d spans, %.0f MB/s; cancelled in the middle within %.1f ms%n",
          whole.firstNanos / 1e6,
          whole.spans,
          Files.size(file) * 1e3 / whole.tookNanos,
          (System.nanoTime() - asked) / 1e6);
    }
  }

  private static final class Listener implements IntakeListener {
    private final RouteTable routes = new RouteTable();
    private final CountDownLatch half = new CountDownLatch(1);
    private volatile long halfBytes = Long.MAX_VALUE;
    private volatile boolean cancelled;
    private long start;
    private long firstNanos;
    private long tookNanos;
    private long spans;

    CountDownLatch half(long size) {
      halfBytes = size / 2;
      return half;
    }

    void read(Path file) {
      start = System.nanoTime();
      new Intake().read(List.of(new Source.OnDisk(file)), IntakeSettings.NONE, this);
      tookNanos = System.nanoTime() - start;
    }

    @Override
    public void span(Span span) {
      firstNanos = spans++ == 0 ? System.nanoTime() - start : firstNanos;
      routes.add(span);
    }

    @Override
    public void progress(long bytes, long total) {
      if (bytes >= halfBytes) {
        half.countDown();
      }
    }

    @Override
    public boolean cancelled() {
      return cancelled;
    }
  }
}
