package dev.lightfoot.app.cli.ingest;

import dev.lightfoot.app.cli.console.Console;
import dev.lightfoot.intake.IntakeListener;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.probe.Cancellation;
import dev.lightfoot.report.words.Numbers;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/// Says on the terminal how far the reading is, a few times a second, and is gone at the end.
public final class IngestProgress implements IntakeListener, AutoCloseable {
  private static final String CLEAR_LINE = "\r\u001b[K";
  private static final long EVERY_NANOS = 200_000_000;

  private final Console console;
  private final Cancellation cancellation;
  private final Consumer<Span> spans;
  private final AtomicLong next = new AtomicLong(System.nanoTime() + EVERY_NANOS);
  private volatile boolean shown;

  public IngestProgress(Console console, Cancellation cancellation, Consumer<Span> spans) {
    this.console = console;
    this.cancellation = cancellation;
    this.spans = spans;
  }

  @Override
  public void span(Span span) {
    spans.accept(span);
  }

  @Override
  public boolean cancelled() {
    return cancellation.isCancelled();
  }

  @Override
  public void progress(long bytes, long total) {
    long due = next.get();
    long now = System.nanoTime();
    if (console.interactive() && now - due >= 0 && next.compareAndSet(due, now + EVERY_NANOS)) {
      shown = true;
      String of = total > 0 ? " of " + Numbers.bytes(total) : "";
      console.err().print(CLEAR_LINE + Numbers.plain("reading " + Numbers.bytes(bytes) + of));
      console.err().flush();
    }
  }

  @Override
  public void close() {
    if (shown) {
      shown = false;
      console.err().print(CLEAR_LINE);
      console.err().flush();
    }
  }
}
