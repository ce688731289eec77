package dev.lightfoot.app.ui.workspace.log;

import dev.lightfoot.intake.IntakeListener;
import dev.lightfoot.model.span.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Takes what is read of files in batches, and reports what has come and how far the reading is.
final class SpanBatches implements IntakeListener {
  /// So few that they are still in the processor's cache when they are packed.
  private static final int BATCH = 256;

  private final ReadSpans read;
  private final BooleanSupplier stopped;
  private final Runnable changed;
  private final Consumer<Double> progress;
  private final OneTrace trace = new OneTrace();
  private final News news = new News();
  private List<Span> batch = new ArrayList<>();

  /// @param read takes the batches
  /// @param changed runs when rows are to be shown
  /// @param progress hears how much is read, 0 to 1; -1 where that is unknown
  SpanBatches(
      ReadSpans read, BooleanSupplier stopped, Runnable changed, Consumer<Double> progress) {
    this.read = read;
    this.stopped = stopped;
    this.changed = changed;
    this.progress = progress;
  }

  @Override
  public void repeated(Span span) {
    trace.add(span);
  }

  @Override
  public void span(Span span) {
    trace.add(span);
    batch.add(span);
    if (batch.size() == BATCH) {
      flush();
    }
    if (news.isDue()) {
      changed.run();
    }
  }

  /// Hands on what has come since the last batch.
  void flush() {
    read.accept(batch);
    batch = new ArrayList<>();
  }

  /// The trace that all spans are of, where there is just one.
  Optional<String> onlyTrace() {
    return trace.id();
  }

  @Override
  public void progress(long bytes, long total) {
    progress.accept(total <= 0 ? -1 : Math.min(1, (double) bytes / total));
  }

  @Override
  public boolean cancelled() {
    return stopped.getAsBoolean();
  }
}
