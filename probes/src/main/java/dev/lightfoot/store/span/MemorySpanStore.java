package dev.lightfoot.store.span;

import dev.lightfoot.model.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

/// Keeps spans for as long as the program runs: for what was read from files. Of the retention only
/// the number of spans counts.
public final class MemorySpanStore implements SpanStore {
  /// Spans of most traces that are entries of a log.
  private static final int FEW = 2;

  private final SpanRetention retention;

  /// By the arrival of their first span.
  private final Map<String, List<Span>> traces = new LinkedHashMap<>();

  private long accepted;
  private long kept;
  private long dropped;

  public MemorySpanStore(SpanRetention retention) {
    this.retention = retention;
  }

  @Override
  public synchronized void accept(List<Span> batch) {
    for (Span span : batch) {
      traces.computeIfAbsent(TraceShape.idOf(span), _ -> new ArrayList<>(FEW)).add(span);
    }
    accepted += batch.size();
    kept += batch.size();
    var oldest = traces.entrySet().iterator();
    while (kept > retention.spans()) {
      Map.Entry<String, List<Span>> gone = oldest.next();
      kept -= gone.getValue().size();
      dropped += gone.getValue().size();
      oldest.remove();
    }
  }

  /// A trace that may be shown; what only a list needs is made for those that are.
  private record Found(TraceCursor place, List<Span> spans) {}

  @Override
  public synchronized TracePage traces(
      TraceFilter filter, TraceOrder order, Optional<TraceCursor> after, int limit) {
    TracePage.checkLimit(limit);
    Comparator<TraceCursor> ascending =
        Comparator.comparingLong(TraceCursor::key).thenComparing(TraceCursor::id);
    Comparator<Found> lastFirst = Comparator.comparing(Found::place, ascending);
    PriorityQueue<Found> first = new PriorityQueue<>(lastFirst);
    TraceMatch match = TraceMatch.of(filter);
    for (Map.Entry<String, List<Span>> trace : traces.entrySet()) {
      TraceShape.Extent extent = TraceShape.Extent.of(trace.getValue());
      long key = order == TraceOrder.NEWEST ? extent.began() : extent.duration();
      if (first.size() > limit && key < first.element().place().key()) {
        continue; // before anything that costs more is asked of it
      }
      TraceCursor place = new TraceCursor(key, trace.getKey());
      boolean wanted = after.isEmpty() || ascending.compare(place, after.get()) < 0;
      if (wanted && matches(filter, match, extent, trace.getValue())) {
        first.add(new Found(place, trace.getValue()));
        if (first.size() > limit + 1) {
          first.remove();
        }
      }
    }
    List<TraceSummary> summaries =
        first.stream()
            .sorted(lastFirst.reversed())
            .map(each -> TraceShape.of(each.place().id(), each.spans()).summary())
            .toList();
    return TracePage.of(summaries, order, limit);
  }

  private static boolean matches(
      TraceFilter filter, TraceMatch match, TraceShape.Extent extent, List<Span> spans) {
    boolean failed = filter.outcome().isPresent() && spans.stream().anyMatch(Span::failed);
    return filter.bounds(extent.began(), extent.duration(), failed) && match.matches(spans);
  }

  @Override
  public synchronized List<Span> trace(String id) {
    return List.copyOf(TraceShape.of(id, traces.getOrDefault(id, List.of())).spans());
  }

  /// All that is kept, in the order of the traces.
  public synchronized List<Span> spans() {
    List<Span> all = new ArrayList<>((int) kept);
    traces.values().forEach(all::addAll);
    return all;
  }

  @Override
  public synchronized SpanCounts counts() {
    return new SpanCounts(accepted, kept, dropped, 0, kept * 500);
  }

  @Override
  public void close() {
    // Nothing is held but memory.
  }
}
