package dev.lightfoot.analysis.route;

import dev.lightfoot.model.AttributeNames;
import dev.lightfoot.model.Attributes;
import dev.lightfoot.model.Layer;
import dev.lightfoot.model.RouteName;
import dev.lightfoot.model.Span;
import dev.lightfoot.model.SpanKind;
import dev.lightfoot.model.SpanTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Takes spans in any order and keeps what routes, statements and layers come to. Memory does not
/// grow with the number of spans: a row for each route and kind of statement, and the spans of
/// traces that may still be going on.
///
/// A request is what a server received, and what nobody waits for; a call to a database or cache is
/// none. Calls are billed to the nearest request above them in the trace.
public final class RouteTable {
  /// Routes that have a row of their own; as many kinds of statements have one.
  public static final int MAX_ROUTES = 5_000;

  private static final int REMEMBERED = 1 << 12;
  private static final long SERVER_ERROR = 500;

  private final Map<RouteKey, RouteRow> routes = new HashMap<>();
  private final Map<RouteKey, RouteRow> statements = new HashMap<>();
  private final Map<Layer, LayerRow> layers = new EnumMap<>(Layer.class);
  private final Remembered[] remembered = new Remembered[REMEMBERED];
  private final OpenTraces traces;
  private final int most;

  /// The last request without a trace, and its calls.
  private final List<TracePart> last = new ArrayList<>();

  private String lastId = "";
  private long unlisted;
  private long unassigned;

  /// The row that a path, or else a name, led to before.
  private record Remembered(
      Layer layer,
      String service,
      String method,
      String text,
      boolean path,
      @Nullable RouteRow row) {}

  public RouteTable() {
    this(OpenTraces.MAX_SPANS);
  }

  RouteTable(int openSpans) {
    most = openSpans;
    traces =
        new OpenTraces(
            openSpans, trace -> unassigned += TraceBill.settle(trace, UnaryOperator.identity()));
  }

  /// Takes one more.
  public void add(Span span) {
    Attributes attributes = span.attributes();
    SpanTime time = span.time();
    long calls = Math.max(1, attributes.number(AttributeNames.CALLS).orElse(1));
    boolean error = span.status().isError();
    if (span.kind() == SpanKind.SERVER) {
      error |= attributes.number(AttributeNames.STATUS).orElse(0) >= SERVER_ERROR;
    }
    LayerRow layer = layers.computeIfAbsent(span.layer(), LayerRow::new);
    layer.add(span.kind(), calls, error);
    time.duration().ifPresent(layer::lasted);
    boolean asked = isRequest(span);
    RouteRow row = asked || isStatement(span) ? row(span, attributes) : null;
    if (row != null) {
      row.add(time, error);
    }
    TracePart part = part(span, calls, asked ? row : null);
    if (span.traceId().isPresent()) {
      traces.add(span.traceId().get(), part);
    } else {
      untraced(span, part);
    }
  }

  private static boolean isRequest(Span span) {
    boolean received = span.kind() == SpanKind.SERVER || span.kind() == SpanKind.CONSUMER;
    return (received || span.parentSpanId().isEmpty()) && span.layer().receives();
  }

  private static boolean isStatement(Span span) {
    return span.layer() == Layer.DATABASE || span.layer() == Layer.CACHE;
  }

  /// A log that knows of no trace tells a request's calls right after the request: with the next
  /// request they are complete.
  private void untraced(Span span, TracePart part) {
    if (span.parentSpanId().isEmpty()) {
      settleLast();
      last.add(part);
      lastId = span.spanId();
    } else if (!last.isEmpty() && span.parentSpanId().get().equals(lastId)) {
      last.add(part);
      if (last.size() > most) {
        settleLast();
      }
    }
  }

  private void settleLast() {
    if (last.size() > 1) {
      unassigned += TraceBill.settleUnderFirst(last, UnaryOperator.identity());
    }
    last.clear();
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
    Optional<String> path =
        route.isEmpty() && span.kind() == SpanKind.SERVER
            ? RouteName.path(attributes)
            : Optional.empty();
    String text = route.or(() -> path).orElse(span.name());
    boolean named = route.isEmpty() && path.isEmpty();
    String method = named ? "" : attributes.get(AttributeNames.METHOD).orElse("");
    String service = attributes.get(AttributeNames.SERVICE_NAME).orElse("");
    int slot = (text.hashCode() * 31 + method.hashCode()) & (REMEMBERED - 1);
    Remembered before = remembered[slot];
    if (before != null
        && before.layer == span.layer()
        && before.path == path.isPresent()
        && before.text.equals(text)
        && before.method.equals(method)
        && before.service.equals(service)) {
      unlisted += before.row == null && span.layer().receives() ? 1 : 0;
      return before.row;
    }
    String name = path.map(RouteName::of).orElse(text);
    Optional<String> recorder = Optional.of(service).filter(each -> !each.isEmpty());
    RouteRow row = row(new RouteKey(span.layer(), recorder, method, name));
    remembered[slot] = new Remembered(span.layer(), service, method, text, path.isPresent(), row);
    return row;
  }

  private @Nullable RouteRow row(RouteKey key) {
    Map<RouteKey, RouteRow> rows = key.layer().receives() ? routes : statements;
    RouteRow known = rows.get(key);
    if (known == null && rows.size() < MAX_ROUTES) {
      known = new RouteRow(key);
      rows.put(key, known);
    }
    unlisted += known == null && key.layer().receives() ? 1 : 0;
    return known;
  }

  /// What all came to until now: traces that may still be going on are billed as they are.
  public RouteSummary summary() {
    IdentityHashMap<RouteRow, RouteRow> now = new IdentityHashMap<>();
    routes.values().forEach(row -> now.put(row, row.copy()));
    long underNone = unassigned;
    UnaryOperator<RouteRow> present = row -> now.getOrDefault(row, row);
    for (List<TracePart> trace : traces.open()) {
      underNone += TraceBill.settle(trace, present);
    }
    if (last.size() > 1) {
      underNone += TraceBill.settleUnderFirst(last, present);
    }
    return new RouteSummary(
        statistics(now.values().stream().map(RouteRow::statistics).toList()),
        statistics(
            statements.values().stream().map(RouteRow::copy).map(RouteRow::statistics).toList()),
        layers.values().stream().map(LayerRow::statistics).toList(),
        unlisted,
        underNone);
  }

  private static List<RouteStatistics> statistics(List<RouteStatistics> rows) {
    return rows.stream()
        .sorted(
            Comparator.comparingLong((RouteStatistics each) -> -each.durations().totalNanos())
                .thenComparingLong(each -> -each.count())
                .thenComparing(each -> each.key().name())
                .thenComparing(each -> each.key().service().orElse("")))
        .toList();
  }
}
