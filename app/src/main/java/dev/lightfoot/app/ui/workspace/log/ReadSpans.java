package dev.lightfoot.app.ui.workspace.log;

import dev.lightfoot.analysis.route.RouteSummary;
import dev.lightfoot.analysis.route.RouteTable;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.store.span.SpanRetention;
import dev.lightfoot.store.span.SpanStore;
import dev.lightfoot.store.span.memory.MemorySpanStore;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/// What was read from files and what was received, counted in one table. Of files the traces that
/// came last are kept here; what was received is kept on disk. May be used by several threads.
public final class ReadSpans {
  private final RouteTable counted = new RouteTable();
  private final SpanRetention retention;
  private final MemorySpanStore kept;

  /// @param retention how much is kept
  public ReadSpans(SpanRetention retention) {
    this.retention = retention;
    kept = new MemorySpanStore(retention, Thread::startVirtualThread);
  }

  /// One that keeps as much, with nothing in it.
  ReadSpans afresh() {
    return new ReadSpans(retention);
  }

  void accept(List<Span> batch) {
    synchronized (counted) {
      batch.forEach(counted::add);
    }
    kept.accept(batch);
  }

  /// Counts one that is kept elsewhere.
  void count(Span span) {
    synchronized (counted) {
      counted.add(span);
    }
  }

  /// Routes, statements and layers of all that came until now.
  public RouteSummary summary() {
    synchronized (counted) {
      return counted.summary();
    }
  }

  /// The traces that are kept.
  public SpanStore kept() {
    return kept;
  }

  /// Hands out all their spans.
  public void forEach(Consumer<Span> each) {
    kept.forEach(each);
  }

  /// Hands out the [MemorySpanStore#idHash] of each of their spans: in no time, where all of them
  /// take seconds.
  public void forEachIdHash(LongConsumer each) {
    kept.forEachIdHash(each);
  }

  /// The first so many of their spans, and the rest of the last trace.
  List<Span> spans(int most) {
    return kept.spans(most);
  }
}
