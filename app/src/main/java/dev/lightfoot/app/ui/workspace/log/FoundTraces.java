package dev.lightfoot.app.ui.workspace.log;

import dev.lightfoot.analysis.route.RouteTable;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.RoundTrips;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.store.span.SpanStore;
import dev.lightfoot.store.span.TraceFilter;
import dev.lightfoot.store.span.TraceOrder;
import dev.lightfoot.store.span.TraceShape;
import dev.lightfoot.store.span.TraceSummary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Traces out of several stores: of one that has spans in more than one, all of them.
public final class FoundTraces {
  private static final Comparator<TraceSummary> SLOWEST =
      Comparator.comparingLong((TraceSummary each) -> -each.durationNanos())
          .thenComparing(TraceSummary::id, Comparator.reverseOrder());

  private final List<SpanStore> stores;

  public FoundTraces(List<SpanStore> stores) {
    this.stores = List.copyOf(stores);
  }

  /// One trace of a list.
  ///
  /// @param trips what its calls come to, by layer; layers without one are left out
  public record Listed(TraceSummary summary, Map<Layer, RoundTrips> trips) {}

  /// The slowest, so many at most.
  public List<Listed> slowest(TraceFilter filter, int most) throws IOException {
    Map<String, TraceSummary> found = new LinkedHashMap<>();
    for (SpanStore store : stores) {
      List<TraceSummary> page =
          store.traces(filter, TraceOrder.SLOWEST, Optional.empty(), most).traces();
      for (TraceSummary each : page) {
        found.put(
            each.id(),
            found.containsKey(each.id())
                ? TraceShape.of(each.id(), trace(each.id())).summary()
                : each);
      }
    }
    List<Listed> listed = new ArrayList<>();
    for (TraceSummary each : found.values().stream().sorted(SLOWEST).limit(most).toList()) {
      listed.add(new Listed(each, RouteTable.trips(trace(each.id()))));
    }
    return listed;
  }

  /// The spans of a trace, by their start.
  public List<Span> trace(String id) throws IOException {
    List<Span> spans = new ArrayList<>();
    for (SpanStore store : stores) {
      spans.addAll(store.trace(id));
    }
    return dev.lightfoot.model.span.SpanParents.distinct(spans);
  }
}
