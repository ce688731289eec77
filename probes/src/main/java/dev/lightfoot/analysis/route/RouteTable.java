package dev.lightfoot.analysis.route;

import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Attributes;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.RoundTrips;
import dev.lightfoot.model.span.RouteName;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The one place that counts routes, for files and for received spans: takes spans in any order and
/// keeps what routes, statements and layers come to. Memory does not grow with the number of spans:
/// a row for each route and kind of statement, and the spans of traces that may still be going on.
///
/// - A request is what a server or a consumer received, and what has no parent or whose parent is
///   not in what was read of its trace; a call to a database or cache is not a request.
/// - It failed where its recorder says so or the HTTP status is 500 or more.
/// - A trip is a call to another machine, billed to the nearest request above it in the trace:
///   [RoundTrips], [TraceBill].
/// - Its own time is what none of its parts covers: [dev.lightfoot.analysis.trace.SelfTimes].
/// - Percentiles: [Durations]. Order: most time first, then most requests.
public final class RouteTable {
  /// Routes that have a row of their own; as many kinds of statements have one.
  public static final int MAX_ROUTES = RouteCounts.MAX_ROWS;

  private static final int REMEMBERED = 1 << 12;

  private final RouteCounts counts = new RouteCounts();
  private final Remembered[] remembered = new Remembered[REMEMBERED];
  private final OpenTraces traces;
  private final int most;

  /// The last request without a trace, and its calls.
  private final List<TracePart> last = new ArrayList<>();

  private String lastId = "";

  /// What a request is called by.
  private enum Source {
    ROUTE,
    PATH,
    /// Of a server, whose method alone is no name.
    NAME_OF_SERVER,
    NAME
  }

  /// The key that a text led to before, and its row once there is one.
  private static final class Remembered {
    private final Source source;
    private final String text;
    private final String method;
    private final String service;
    private final RouteKey key;
    private @Nullable RouteRow row;

    Remembered(Source source, String text, String method, String service, RouteKey key) {
      this.source = source;
      this.text = text;
      this.method = method;
      this.service = service;
      this.key = key;
    }

    boolean isOf(Layer layer, Source source, String text, String method, String service) {
      return key.layer() == layer
          && this.source == source
          && this.text.equals(text)
          && this.method.equals(method)
          && this.service.equals(service);
    }
  }

  public RouteTable() {
    this(OpenTraces.MAX_SPANS);
  }

  RouteTable(int openSpans) {
    most = openSpans;
    traces = new OpenTraces(openSpans, trace -> TraceBill.settle(trace, counts));
  }

  /// Takes one more.
  public void add(Span span) {
    boolean failed = span.failed();
    RoundTrips stands = RoundTrips.of(span);
    LayerRow layer = counts.layer(span.layer());
    layer.add(span.kind(), stands, failed);
    span.time().duration().ifPresent(layer::lasted);
    boolean request = isRequest(span);
    boolean counted = request || isStatement(span);
    Remembered known = counted || mayBeRequest(span) ? route(span) : null;
    if (counted && known != null) {
      count(known, span, failed, request);
    }
    RouteKey key = known == null || isStatement(span) ? null : known.key;
    TracePart part = part(span, stands, failed, key);
    if (span.traceId().isPresent()) {
      traces.add(span.traceId().get(), part);
    } else {
      untraced(span, part);
    }
  }

  private void count(Remembered known, Span span, boolean failed, boolean request) {
    if (known.row == null) {
      known.row = counts.row(known.key);
    }
    if (known.row != null) {
      known.row.add(span.time(), failed);
    } else if (request) {
      counts.unlisted();
    }
  }

  private static boolean isRequest(Span span) {
    boolean received = span.kind() == SpanKind.SERVER || span.kind() == SpanKind.CONSUMER;
    return (received || span.parentSpanId().isEmpty()) && span.layer().receives();
  }

  /// Whether it is one where its parent was not read. A call is a trip, not a request.
  private static boolean mayBeRequest(Span span) {
    return span.kind() == SpanKind.INTERNAL && span.layer().receives();
  }

  private static boolean isStatement(Span span) {
    return span.layer() == Layer.DATABASE || span.layer() == Layer.CACHE;
  }

  /// A log without traces records a request's calls right after the request: with the next request
  /// they are complete.
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
      TraceBill.settleUnderFirst(last, counts);
    }
    last.clear();
  }

  private static TracePart part(
      Span span, RoundTrips stands, boolean failed, @Nullable RouteKey route) {
    return new TracePart(
        id(span.spanId()),
        span.parentSpanId().map(RouteTable::id).orElse(0L),
        span.kind(),
        span.layer(),
        span.time(),
        stands,
        failed,
        route,
        isRequest(span));
  }

  private static long id(String text) {
    long id = 0;
    for (int i = 0; i < text.length(); i++) {
      id = id * 0x100000001B3L + text.charAt(i);
    }
    return id;
  }

  /// As [RouteName] names it, which is asked once for the same texts.
  private Remembered route(Span span) {
    Attributes attributes = span.attributes();
    Optional<String> route = attributes.get(AttributeNames.ROUTE);
    Optional<String> path =
        route.isEmpty() && span.kind() == SpanKind.SERVER
            ? RouteName.path(attributes)
            : Optional.empty();
    Source source =
        route.isPresent() ? Source.ROUTE : path.isPresent() ? Source.PATH : nameOf(span.kind());
    String text = route.or(() -> path).orElse(span.name());
    String method = attributes.get(AttributeNames.METHOD).orElse("");
    String service = attributes.get(AttributeNames.SERVICE_NAME).orElse("");
    int slot = (text.hashCode() * 31 + method.hashCode()) & (REMEMBERED - 1);
    Remembered known = remembered[slot];
    if (known == null || !known.isOf(span.layer(), source, text, method, service)) {
      known = new Remembered(source, text, method, service, RouteKey.of(span));
      remembered[slot] = known;
    }
    return known;
  }

  private static Source nameOf(SpanKind kind) {
    return kind == SpanKind.SERVER ? Source.NAME_OF_SERVER : Source.NAME;
  }

  /// The round trips of one trace, by layer, as they are counted for its requests.
  public static Map<Layer, RoundTrips> trips(List<Span> trace) {
    RouteTable alone = new RouteTable(trace.size() + 1);
    return TraceBill.trips(
        trace.stream()
            .map(
                span -> {
                  boolean named = span.layer().receives();
                  RouteKey key = named ? alone.route(span).key : null;
                  return part(span, RoundTrips.of(span), span.failed(), key);
                })
            .toList());
  }

  /// What all came to until now: traces that may still be going on are billed as they are.
  public RouteSummary summary() {
    RouteCounts now = counts.copy();
    for (List<TracePart> trace : traces.open()) {
      TraceBill.settle(trace, now);
    }
    if (last.size() > 1) {
      TraceBill.settleUnderFirst(last, now);
    }
    return now.summary();
  }
}
