package dev.lightfoot.store.span;

import dev.lightfoot.model.AttributeNames;
import dev.lightfoot.model.Layer;
import dev.lightfoot.model.RouteName;
import dev.lightfoot.model.SelfTimes;
import dev.lightfoot.model.Span;
import dev.lightfoot.model.SpanKind;
import dev.lightfoot.model.SpanParents;
import dev.lightfoot.model.SpanTime;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/// A trace as the stores count it: each span once, with the request that it belongs to, its own
/// time and its round trips.
final class TraceShape {
  /// Layers that are reached by a round trip.
  static final Set<Layer> TRIP_LAYERS = Set.of(Layer.DATABASE, Layer.CACHE, Layer.EXTERNAL);

  private static final int NONE = SpanParents.NONE;

  private final String id;
  private final List<Span> spans;
  private final int[] parents;
  private final int[] entries;
  private final long[] self;
  private final long[] trips;

  private TraceShape(String id, List<Span> spans) {
    this.id = id;
    this.spans = spans;
    parents = SpanParents.of(spans).toArray();
    entries = entries();
    self = SelfTimes.of(spans, parents);
    trips = trips();
  }

  /// The trace that a span belongs to.
  static String idOf(Span span) {
    return span.traceId().filter(each -> !each.isEmpty()).orElse(span.spanId());
  }

  static TraceShape of(String id, Collection<Span> given) {
    return new TraceShape(id, SpanParents.distinct(given));
  }

  List<Span> spans() {
    return spans;
  }

  String service(int position) {
    return serviceOf(spans.get(position));
  }

  private static String serviceOf(Span span) {
    return span.attributes().get(AttributeNames.SERVICE_NAME).orElse("");
  }

  /// Position of the span that waits for this one, or -1.
  int parent(int position) {
    return parents[position];
  }

  /// Position of the request that this span is or is part of.
  int entry(int position) {
    return entries[position];
  }

  boolean isEntry(int position) {
    return entries[position] == position;
  }

  /// What a request is called.
  String route(int entry) {
    return RouteName.of(spans.get(entry));
  }

  OptionalInt status(int position) {
    OptionalLong status = spans.get(position).attributes().number(AttributeNames.STATUS);
    return status.isPresent() && status.getAsLong() == (int) status.getAsLong()
        ? OptionalInt.of((int) status.getAsLong())
        : OptionalInt.empty();
  }

  /// Time in which a span waited for none of its children; 0 where its duration is not known.
  long selfNanos(int position) {
    return self[position];
  }

  /// How many round trips this span itself is.
  long trips(int position) {
    return trips[position];
  }

  TraceSummary summary() {
    long earliest = Long.MAX_VALUE;
    long latest = Long.MIN_VALUE;
    long longest = 0;
    int errors = 0;
    Map<Layer, Long> byLayer = new EnumMap<>(Layer.class);
    for (int i = 0; i < spans.size(); i++) {
      Span span = spans.get(i);
      SpanTime time = span.time();
      if (time.known() != SpanTime.Known.DURATION) {
        earliest = Math.min(earliest, time.atUnixNanos());
        latest = Math.max(latest, time.end().orElse(time.atUnixNanos()));
      } else {
        longest = Math.max(longest, time.durationNanos());
      }
      errors += span.status().isError() ? 1 : 0;
      if (trips[i] > 0) {
        byLayer.merge(span.layer(), trips[i], Long::sum);
      }
    }
    int root = root();
    boolean timed = earliest != Long.MAX_VALUE;
    return new TraceSummary(
        id,
        service(root),
        route(root),
        status(root),
        timed ? earliest : 0,
        timed ? Math.max(longest, latest - earliest) : longest,
        spans.size(),
        errors,
        byLayer);
  }

  private int root() {
    for (int i = 0; i < parents.length; i++) {
      if (parents[i] == NONE) {
        return i;
      }
    }
    return 0;
  }

  /// A request is what a server received, or what nobody waits for.
  private boolean receives(int position) {
    SpanKind kind = spans.get(position).kind();
    return parents[position] == NONE || kind == SpanKind.SERVER || kind == SpanKind.CONSUMER;
  }

  private int[] entries() {
    int[] found = new int[spans.size()];
    java.util.Arrays.fill(found, NONE);
    for (int i = 0; i < found.length; i++) {
      int at = i;
      while (found[at] == NONE && !receives(at)) {
        at = parents[at];
      }
      int entry = found[at] == NONE ? at : found[at];
      for (int back = i; found[back] == NONE; back = parents[back]) {
        found[back] = entry;
        if (back == at) {
          break;
        }
      }
    }
    return found;
  }

  /// What lies within a call of the same layer (a driver below a pool) is the same trip.
  private long[] trips() {
    long[] found = new long[spans.size()];
    for (int i = 0; i < found.length; i++) {
      Span span = spans.get(i);
      boolean inner = parents[i] != NONE && spans.get(parents[i]).layer() == span.layer();
      if (TRIP_LAYERS.contains(span.layer()) && !inner) {
        found[i] = Math.max(1, span.attributes().number(AttributeNames.CALLS).orElse(1));
      }
    }
    return found;
  }
}
