package dev.lightfoot.store.span;

import dev.lightfoot.model.Span;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/// Keeps spans for as long as the program runs: for commands that read files, answer and end. Of
/// the retention only the number of spans counts.
public final class MemorySpanStore implements SpanStore {
  /// The shapes of smaller traces are made anew when asked for: most traces are small, and there
  /// are millions.
  private static final int REMEMBERED = 100;

  /// Spans of most traces that are entries of a log.
  private static final int FEW = 2;

  private final SpanRetention retention;

  /// By the arrival of their first span.
  private final Map<String, List<Span>> traces = new LinkedHashMap<>();

  private final Map<String, TraceShape> shapes = new HashMap<>();
  private long accepted;
  private long kept;
  private long dropped;

  public MemorySpanStore(SpanRetention retention) {
    this.retention = retention;
  }

  @Override
  public synchronized void accept(List<Span> batch) {
    for (Span span : batch) {
      String id = TraceShape.idOf(span);
      traces.computeIfAbsent(id, _ -> new ArrayList<>(FEW)).add(span);
      shapes.remove(id);
    }
    accepted += batch.size();
    kept += batch.size();
    var oldest = traces.entrySet().iterator();
    while (kept > retention.spans()) {
      Map.Entry<String, List<Span>> gone = oldest.next();
      kept -= gone.getValue().size();
      dropped += gone.getValue().size();
      shapes.remove(gone.getKey());
      oldest.remove();
    }
  }

  private TraceShape shape(String id) {
    List<Span> spans = traces.getOrDefault(id, List.of());
    return spans.size() < REMEMBERED
        ? TraceShape.of(id, spans)
        : shapes.computeIfAbsent(id, key -> TraceShape.of(key, spans));
  }

  private void forEach(TraceFilter filter, BiConsumer<TraceShape, TraceSummary> found) {
    TraceMatch match = new TraceMatch(filter);
    for (Map.Entry<String, List<Span>> trace : traces.entrySet()) {
      if (match.isPossible(trace.getValue())) {
        TraceShape shape = shape(trace.getKey());
        TraceSummary summary = shape.summary();
        if (match.matches(shape, summary)) {
          found.accept(shape, summary);
        }
      }
    }
  }

  @Override
  public synchronized TracePage traces(
      TraceFilter filter, TraceOrder order, Optional<TraceCursor> after, int limit) {
    TracePage.checkLimit(limit);
    Comparator<TraceCursor> ascending =
        Comparator.comparingLong(TraceCursor::key).thenComparing(TraceCursor::id);
    Comparator<TraceSummary> lastFirst =
        Comparator.comparing(each -> TraceCursor.of(each, order), ascending);
    PriorityQueue<TraceSummary> first = new PriorityQueue<>(lastFirst);
    forEach(
        filter,
        (_, each) -> {
          if (after.isEmpty() || ascending.compare(TraceCursor.of(each, order), after.get()) < 0) {
            first.add(each);
            if (first.size() > limit + 1) {
              first.remove();
            }
          }
        });
    return TracePage.of(first.stream().sorted(lastFirst.reversed()).toList(), order, limit);
  }

  @Override
  public synchronized List<Span> trace(String id) {
    return traces.containsKey(id) ? List.copyOf(shape(id).spans()) : List.of();
  }

  /// All that is kept, in the order of the traces.
  public synchronized List<Span> spans() {
    List<Span> all = new ArrayList<>((int) kept);
    traces.values().forEach(all::addAll);
    return all;
  }

  @Override
  public synchronized List<SpanStatistics> routes(TraceFilter filter) {
    StatisticsGroups groups = new StatisticsGroups();
    forEach(filter, (shape, _) -> groups.addRequests(shape));
    return groups.statistics();
  }

  @Override
  public synchronized List<SpanStatistics> operations(TraceFilter filter) {
    StatisticsGroups groups = new StatisticsGroups();
    forEach(filter, (shape, _) -> groups.addOperations(shape));
    return groups.statistics();
  }

  @Override
  public synchronized Histogram histogram(TraceFilter filter, int buckets) {
    Histogram.checkBuckets(buckets);
    List<TraceSummary> found = new ArrayList<>();
    forEach(
        filter,
        (_, each) -> {
          if (each.atUnixNanos() != 0) {
            found.add(each);
          }
        });
    if (found.isEmpty()) {
      return Histogram.NOTHING;
    }
    Histogram.Steps steps =
        Histogram.Steps.of(
            filter,
            found.stream().mapToLong(TraceSummary::atUnixNanos).min().orElse(0),
            found.stream().mapToLong(TraceSummary::atUnixNanos).max().orElse(0),
            buckets);
    List<Histogram.Bucket> counted = steps.empty();
    for (TraceSummary each : found) {
      int bucket = steps.of(each.atUnixNanos());
      counted.set(bucket, counted.get(bucket).with(each));
    }
    return new Histogram(steps.from(), steps.step(), counted);
  }

  @Override
  public synchronized List<String> services() {
    TreeSet<String> names = new TreeSet<>();
    for (String id : traces.keySet()) {
      TraceShape shape = shape(id);
      for (int i = 0; i < shape.spans().size(); i++) {
        names.add(shape.service(i));
      }
    }
    names.remove("");
    return List.copyOf(names);
  }

  @Override
  public synchronized SpanCounts counts() {
    return new SpanCounts(accepted, kept, dropped, 0, kept * 500);
  }

  @Override
  public void close() throws IOException {
    // Nothing is held but memory.
  }
}
