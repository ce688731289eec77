package dev.lightfoot.store.span;

import dev.lightfoot.model.Layer;
import dev.lightfoot.model.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Sums spans of traces in memory up by route or by operation.
final class StatisticsGroups {
  /// By service and name, which is an order that a person can find something in.
  static final Comparator<SpanStatistics> ORDER =
      Comparator.comparing(SpanStatistics::service)
          .thenComparing(SpanStatistics::name)
          .thenComparing(SpanStatistics::layer);

  private record Key(String service, String name, Layer layer) {}

  private static final class Group {
    private long count;
    private long errors;
    private long self;
    private final List<Long> durations = new ArrayList<>();
    private final Map<Layer, Long> trips = new EnumMap<>(Layer.class);
  }

  private final Map<Key, Group> groups = new HashMap<>();

  void addRequests(TraceShape trace) {
    for (int i = 0; i < trace.spans().size(); i++) {
      if (trace.isEntry(i)) {
        add(group(request(trace, i)), trace, i);
      }
      if (trace.trips(i) > 0) {
        addTrips(group(request(trace, trace.entry(i))), trace, i);
      }
    }
  }

  void addOperations(TraceShape trace) {
    for (int i = 0; i < trace.spans().size(); i++) {
      add(group(operation(trace, i)), trace, i);
      if (trace.trips(i) > 0 && trace.parent(i) >= 0) {
        addTrips(group(operation(trace, trace.parent(i))), trace, i);
      }
    }
  }

  private static Key request(TraceShape trace, int entry) {
    return new Key(trace.service(entry), trace.route(entry), trace.spans().get(entry).layer());
  }

  private static Key operation(TraceShape trace, int position) {
    Span span = trace.spans().get(position);
    return new Key(trace.service(position), span.name(), span.layer());
  }

  private Group group(Key key) {
    return groups.computeIfAbsent(key, _ -> new Group());
  }

  private static void add(Group group, TraceShape trace, int position) {
    Span span = trace.spans().get(position);
    group.count++;
    group.errors += span.status().isError() ? 1 : 0;
    group.self += trace.selfNanos(position);
    span.time().duration().ifPresent(group.durations::add);
  }

  private static void addTrips(Group group, TraceShape trace, int position) {
    group.trips.merge(trace.spans().get(position).layer(), trace.trips(position), Long::sum);
  }

  /// By service and name.
  List<SpanStatistics> statistics() {
    return groups.entrySet().stream()
        .map(each -> statistics(each.getKey(), each.getValue()))
        .sorted(ORDER)
        .toList();
  }

  private static SpanStatistics statistics(Key key, Group group) {
    return new SpanStatistics(
        key.service(),
        key.name(),
        key.layer(),
        group.count,
        group.errors,
        Percentiles.of(group.durations.stream().mapToLong(Long::longValue).toArray()),
        group.self,
        group.trips);
  }
}
