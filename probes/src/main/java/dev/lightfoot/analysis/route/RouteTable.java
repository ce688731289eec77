package dev.lightfoot.analysis.route;

import dev.lightfoot.model.AttributeNames;
import dev.lightfoot.model.Attributes;
import dev.lightfoot.model.Layer;
import dev.lightfoot.model.Span;
import dev.lightfoot.model.SpanKind;
import dev.lightfoot.model.SpanTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Takes spans in any order and keeps what routes and layers come to. Memory does not grow with the
/// number of spans: a row for each route, and the spans of traces that may still be going on.
///
/// A request is a span of a server that names a method with a route or a path. Calls are billed to
/// the nearest request above them in the trace.
public final class RouteTable {
  /// Routes that have a row of their own.
  public static final int MAX_ROUTES = 5_000;

  private static final int REMEMBERED = 1 << 12;
  private static final long SERVER_ERROR = 500;

  private final Map<RouteKey, RouteRow> rows = new HashMap<>();
  private final Map<Layer, LayerRow> layers = new EnumMap<>(Layer.class);
  private final Remembered[] remembered = new Remembered[REMEMBERED];
  private final OpenTraces traces;
  private final int most;
  private final List<TracePart> untraced = new ArrayList<>(); // the last request and its calls
  private String untracedId = "";
  private long unlisted;
  private long unassigned;

  /// The row that a path led to before.
  private record Remembered(
      Layer layer, String service, String method, String path, @Nullable RouteRow row) {}

  public RouteTable() {
    this(OpenTraces.MAX_SPANS);
  }

  RouteTable(int openSpans) {
    most = openSpans;
    traces = new OpenTraces(openSpans, trace -> unassigned += TraceBill.settle(trace));
  }

  /// Takes one more.
  public void add(Span span) {
    Attributes attributes = span.attributes();
    SpanTime time = span.time();
    long calls = Math.max(1, attributes.number(AttributeNames.CALLS).orElse(1));
    boolean error = span.status().isError();
    RouteRow row = null;
    if (span.kind() == SpanKind.SERVER) {
      error |= attributes.number(AttributeNames.STATUS).orElse(0) >= SERVER_ERROR;
      row = row(span, attributes);
    }
    LayerRow layer = layers.computeIfAbsent(span.layer(), LayerRow::new);
    layer.add(span.kind(), calls, error);
    if (row != null) {
      row.request(error);
    }
    if (time.duration().isPresent()) {
      layer.lasted(time.durationNanos());
      if (row != null) {
        row.lasted(time.durationNanos());
      }
    }
    if (span.traceId().isPresent()) {
      traces.add(span.traceId().get(), part(span, calls, row));
    } else {
      untraced(span, part(span, calls, row));
    }
  }

  /// A log that knows of no trace tells a request's calls right after the request: with the next
  /// request they are complete.
  private void untraced(Span span, TracePart part) {
    if (span.parentSpanId().isEmpty()) {
      settleUntraced();
      untraced.add(part);
      untracedId = span.spanId();
    } else if (!untraced.isEmpty() && span.parentSpanId().get().equals(untracedId)) {
      untraced.add(part);
      if (untraced.size() > most) {
        settleUntraced();
      }
    }
  }

  private void settleUntraced() {
    if (untraced.size() > 1) {
      unassigned += TraceBill.settleUnderFirst(untraced);
    }
    untraced.clear();
  }

  private static TracePart part(Span span, long calls, @Nullable RouteRow row) {
    SpanTime time = span.time();
    return new TracePart(
        id(span.spanId()),
        span.parentSpanId().map(RouteTable::id).orElse(0L),
        span.kind(),
        span.layer(),
        time.atUnixNanos(),
        time.known() == SpanTime.Known.INSTANT ? 0 : time.durationNanos(),
        time.known() == SpanTime.Known.INTERVAL,
        calls,
        row);
  }

  private static long id(String text) {
    long id = 0;
    for (int i = 0; i < text.length(); i++) {
      id = id * 0x100000001B3L + text.charAt(i);
    }
    return id;
  }

  private @Nullable RouteRow row(Span span, Attributes attributes) {
    Optional<String> route = attributes.get(AttributeNames.ROUTE);
    Optional<String> path = route.isPresent() ? route : path(attributes);
    if (path.isEmpty()) {
      return null;
    }
    String method = attributes.get(AttributeNames.METHOD).orElse("");
    String service = attributes.get(AttributeNames.SERVICE_NAME).orElse("");
    int slot = (path.get().hashCode() * 31 + method.hashCode()) & (REMEMBERED - 1);
    Remembered before = remembered[slot];
    if (before != null
        && before.layer == span.layer()
        && before.path.equals(path.get())
        && before.method.equals(method)
        && before.service.equals(service)) {
      unlisted += before.row == null ? 1 : 0;
      return before.row;
    }
    String name = route.isPresent() ? route.get() : RouteName.of(path.get());
    Optional<String> recorder = Optional.of(service).filter(each -> !each.isEmpty());
    RouteRow row = row(new RouteKey(span.layer(), recorder, method, name));
    remembered[slot] = new Remembered(span.layer(), service, method, path.get(), row);
    return row;
  }

  private @Nullable RouteRow row(RouteKey key) {
    RouteRow known = rows.get(key);
    if (known == null && rows.size() < MAX_ROUTES) {
      known = new RouteRow(key);
      rows.put(key, known);
    }
    unlisted += known == null ? 1 : 0;
    return known;
  }

  private static Optional<String> path(Attributes attributes) {
    Optional<String> path = attributes.get(AttributeNames.PATH);
    return path.isPresent() ? path : attributes.get(AttributeNames.URL).map(RouteTable::ofUrl);
  }

  private static String ofUrl(String url) {
    int scheme = url.indexOf("://");
    int slash = url.indexOf('/', scheme < 0 ? 0 : scheme + 3);
    return slash < 0 ? "/" : url.substring(slash);
  }

  /// What all came to; nothing may be added afterwards.
  public RouteSummary summary() {
    settleUntraced();
    traces.completeAll();
    List<RouteStatistics> routes =
        rows.values().stream()
            .map(RouteRow::statistics)
            .sorted(
                Comparator.comparingLong((RouteStatistics each) -> -each.durations().totalNanos())
                    .thenComparingLong(each -> -each.count())
                    .thenComparing(each -> each.key().name())
                    .thenComparing(each -> each.key().service().orElse("")))
            .toList();
    List<LayerStatistics> byLayer = layers.values().stream().map(LayerRow::statistics).toList();
    return new RouteSummary(routes, byLayer, unlisted, unassigned);
  }
}
