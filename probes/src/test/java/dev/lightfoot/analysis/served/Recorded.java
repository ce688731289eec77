package dev.lightfoot.analysis.served;

import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Attributes;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanKind;
import dev.lightfoot.model.span.SpanStatus;
import dev.lightfoot.model.span.SpanTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Spans of one request as a tracer would record them; times in milliseconds from its begin. What
/// is called one after another begins where the last one ended.
public final class Recorded {
  private static final long MILLI = 1_000_000;
  private static final long BEGIN = 1_790_000_000_000_000_000L;

  private final List<Span> spans = new ArrayList<>();
  private final String trace;
  private final String route;
  private final double wall;
  private final long begin;
  private String service = "shop";
  private String under;
  private double at;
  private double gap;
  private int number;
  private int first;
  private Attributes own = Attributes.NONE;

  private Recorded(int trace, String route, double wall) {
    this.trace = "%032x".formatted(trace + 1);
    this.route = route;
    this.wall = wall;
    begin = BEGIN + trace * 10_000L * MILLI;
    under = id(0);
  }

  /// A request of the first trace.
  public static Recorded request(String route, double wall) {
    return request(0, route, wall);
  }

  /// A request of the trace of that number.
  public static Recorded request(int trace, String route, double wall) {
    return new Recorded(trace, route, wall);
  }

  public Recorded service(String name) {
    service = name;
    return this;
  }

  /// One of several requests of its trace.
  public Recorded as(int which) {
    first = which * 1_000;
    under = id(0);
    return this;
  }

  /// The request's own span says that, too.
  public Recorded having(String name, String value) {
    own = own.with(name, value);
    return this;
  }

  /// The last one was answered by that service, whose request begins now.
  public Recorded answering(String name, double lasting, String... more) {
    String before = under;
    String self = service;
    under = spans.getLast().spanId();
    service = name;
    add("answer", Layer.APP, SpanKind.SERVER, lasting, with(more));
    under = before;
    service = self;
    return this;
  }

  /// The last one connected first, and that took so long of it.
  public Recorded connecting(double lasting) {
    Span last = spans.getLast();
    SpanTime time = SpanTime.of(last.time().atUnixNanos(), Math.round(lasting * MILLI), 1);
    spans.add(
        Span.of(id(++number), "connect", last.layer(), SpanKind.CLIENT, time)
            .inTrace(trace, Optional.of(last.spanId()))
            .with(
                Attributes.of(
                    AttributeNames.DB_SYSTEM, "redis", AttributeNames.DB_OPERATION, "connect")));
    return this;
  }

  /// What comes next begins then.
  public Recorded at(double millis) {
    at = millis;
    return this;
  }

  /// So much passes after each call.
  public Recorded pausing(double millis) {
    gap = millis;
    return this;
  }

  /// What comes next is made by a new part of that name and layer, which lasts that long from here.
  public Recorded within(String name, Layer layer, double lasting) {
    String id = id(++number);
    spans.add(span(id, name, layer, SpanKind.INTERNAL, lasting, Attributes.NONE));
    under = id;
    return this;
  }

  /// What comes next is made by the request itself.
  public Recorded below() {
    under = id(0);
    return this;
  }

  /// A statement.
  public Recorded query(String sql, double lasting, String... more) {
    return call(
        Layer.DATABASE,
        lasting,
        with(more, AttributeNames.DB_SYSTEM, "postgresql", AttributeNames.DB_QUERY, sql));
  }

  /// A command to a cache.
  public Recorded cache(String command, double lasting, String... more) {
    return call(
        Layer.CACHE,
        lasting,
        with(
            more,
            AttributeNames.DB_SYSTEM,
            "redis",
            AttributeNames.DB_QUERY,
            command,
            AttributeNames.DB_OPERATION,
            command.split(" ", 2)[0]));
  }

  /// A request to another server.
  public Recorded get(String url, double lasting, String... more) {
    return call(
        Layer.EXTERNAL, lasting, with(more, AttributeNames.METHOD, "GET", AttributeNames.URL, url));
  }

  /// A call of whatever kind.
  public Recorded call(Layer layer, double lasting, Attributes attributes) {
    return add("call", layer, SpanKind.CLIENT, lasting, attributes);
  }

  /// A span of whatever kind; what comes next begins at its end.
  public Recorded add(
      String name, Layer layer, SpanKind kind, double lasting, Attributes attributes) {
    spans.add(span(id(++number), name, layer, kind, lasting, attributes));
    at += lasting + gap;
    return this;
  }

  /// The last one failed.
  public Recorded failing() {
    spans.set(spans.size() - 1, spans.getLast().with(SpanStatus.error("failed")));
    return this;
  }

  /// All of it.
  public List<Span> spans() {
    List<Span> all = new ArrayList<>();
    Attributes attributes =
        Attributes.of(
            AttributeNames.SERVICE_NAME,
            service,
            AttributeNames.METHOD,
            "GET",
            AttributeNames.ROUTE,
            route);
    SpanTime time = SpanTime.of(begin, Math.round(wall * MILLI), 1);
    all.add(
        Span.of(id(0), "GET " + route, Layer.APP, SpanKind.SERVER, time)
            .inTrace(trace, Optional.empty())
            .with(with(flat(own), flat(attributes))));
    all.addAll(spans);
    return all;
  }

  /// Those of several requests.
  public static ServedSpans all(Recorded... requests) {
    ServedSpans served = new ServedSpans();
    for (Recorded request : requests) {
      request.spans().forEach(served::add);
    }
    return served;
  }

  /// A line of a log that knows of no trace, and the server that it asked.
  public static List<Span> untraced(int number, String path, double wall, Layer layer) {
    SpanTime time = SpanTime.of(BEGIN + number * 20L * MILLI, Math.round(wall * MILLI), 1);
    String id = "%016x".formatted(number * 2L + 1);
    Attributes attributes =
        Attributes.of(
            AttributeNames.METHOD,
            "GET",
            AttributeNames.PATH,
            path,
            AttributeNames.FORMAT,
            "nginx",
            AttributeNames.STATUS,
            "200");
    return List.of(
        Span.of(id, "GET " + path, layer, SpanKind.SERVER, time).with(attributes),
        Span.of("%016x".formatted(number * 2L + 2), "upstream", Layer.APP, SpanKind.CLIENT, time)
            .identified("%016x".formatted(number * 2L + 2), Optional.of(id)));
  }

  private Span span(
      String id, String name, Layer layer, SpanKind kind, double lasting, Attributes attributes) {
    SpanTime time = SpanTime.of(begin + Math.round(at * MILLI), Math.round(lasting * MILLI), 1);
    return Span.of(id, name, layer, kind, time)
        .inTrace(trace, Optional.of(under))
        .with(attributes.with(AttributeNames.SERVICE_NAME, service));
  }

  private String id(int number) {
    return trace.substring(22) + "%06x".formatted(first + number + 1);
  }

  private static String[] flat(Attributes attributes) {
    List<String> flat = new ArrayList<>();
    attributes.forEach((name, value) -> flat.addAll(List.of(name, value)));
    return flat.toArray(String[]::new);
  }

  private static Attributes with(String[] more, String... own) {
    Attributes attributes = Attributes.of(own);
    for (int i = 0; i < more.length; i += 2) {
      attributes = attributes.with(more[i], more[i + 1]);
    }
    return attributes;
  }
}
