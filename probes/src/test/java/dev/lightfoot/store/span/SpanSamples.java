package dev.lightfoot.store.span;

import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Attributes;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanEvent;
import dev.lightfoot.model.span.SpanKind;
import dev.lightfoot.model.span.SpanLink;
import dev.lightfoot.model.span.SpanStatus;
import dev.lightfoot.model.span.SpanTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Traces of a shop that never was.
public final class SpanSamples {
  public static final long NOON = 1_795_000_000_000_000_000L;
  public static final long MILLI = 1_000_000;

  private SpanSamples() {}

  public static String traceId(long number) {
    return "%032x".formatted(0xabcd_0000_0000L + number);
  }

  /// A request of 100 ms, one second after the one before: a database call of 20 ms, two cache
  /// calls that overlap (10 ms, 5 ms later another 10), and a template.
  public static List<Span> cart(long number) {
    String trace = traceId(number);
    long start = NOON + number * 1_000 * MILLI;
    return List.of(
        span(trace, 1, 0, "GET /cart", Layer.APP, SpanKind.SERVER, start, 100 * MILLI)
            .with(
                Attributes.of(
                    AttributeNames.SERVICE_NAME, "shop",
                    AttributeNames.METHOD, "GET",
                    AttributeNames.ROUTE, "/cart",
                    AttributeNames.STATUS, "200")),
        span(trace, 2, 1, "SELECT", Layer.DATABASE, SpanKind.CLIENT, start + MILLI, 20 * MILLI)
            .with(
                Attributes.of(
                    AttributeNames.SERVICE_NAME, "shop",
                    AttributeNames.DB_QUERY, "SELECT * FROM cart WHERE id = ?")),
        span(trace, 3, 1, "GET", Layer.CACHE, SpanKind.CLIENT, start + 30 * MILLI, 10 * MILLI)
            .with(Attributes.of(AttributeNames.SERVICE_NAME, "shop", AttributeNames.CALLS, "3")),
        span(trace, 4, 1, "GET", Layer.CACHE, SpanKind.CLIENT, start + 35 * MILLI, 10 * MILLI)
            .with(Attributes.of(AttributeNames.SERVICE_NAME, "shop")),
        span(trace, 5, 1, "cart.html", Layer.TEMPLATE, SpanKind.INTERNAL, start + 60 * MILLI, MILLI)
            .with(Attributes.of(AttributeNames.SERVICE_NAME, "shop")));
  }

  /// A request that another service fails: shop calls pay, which asks its database.
  public static List<Span> pay(long number) {
    String trace = traceId(number);
    long start = NOON + number * 1_000 * MILLI;
    return List.of(
        span(trace, 1, 0, "POST /pay", Layer.APP, SpanKind.SERVER, start, 400 * MILLI)
            .with(
                Attributes.of(
                    AttributeNames.SERVICE_NAME, "shop",
                    AttributeNames.METHOD, "POST",
                    AttributeNames.ROUTE, "/pay",
                    AttributeNames.STATUS, "502"))
            .with(SpanStatus.error("bad gateway")),
        span(trace, 2, 1, "POST", Layer.EXTERNAL, SpanKind.CLIENT, start + MILLI, 390 * MILLI)
            .with(Attributes.of(AttributeNames.SERVICE_NAME, "shop")),
        span(trace, 3, 2, "charge", Layer.APP, SpanKind.SERVER, start + 2 * MILLI, 380 * MILLI)
            .with(Attributes.of(AttributeNames.SERVICE_NAME, "pay", "card.network", "Visa Überall"))
            .with(SpanStatus.error("declined")),
        span(trace, 4, 3, "INSERT", Layer.DATABASE, SpanKind.CLIENT, start + 9 * MILLI, 90 * MILLI)
            .with(Attributes.of(AttributeNames.SERVICE_NAME, "pay")));
  }

  public static Span span(
      String trace,
      long id,
      long parent,
      String name,
      Layer layer,
      SpanKind kind,
      long start,
      long duration) {
    return Span.of(spanId(id), name, layer, kind, SpanTime.of(start, duration, 1))
        .inTrace(trace, parent == 0 ? Optional.empty() : Optional.of(spanId(parent)));
  }

  public static String spanId(long number) {
    return "%016x".formatted(number);
  }

  /// A span that uses everything a span can have.
  public static Span rich() {
    return new Span(
        Optional.of(traceId(99)),
        spanId(7),
        Optional.of(spanId(6)),
        "名前 with \u0000 and \n",
        Layer.QUEUE,
        SpanKind.CONSUMER,
        SpanTime.of(NOON, 5, 1_000),
        SpanStatus.error("because\u0001"),
        Attributes.of(
            "a",
            "",
            "b",
            "x".repeat(70_000),
            "",
            "nameless",
            AttributeNames.TRACE_STATE,
            "ot=th:8",
            AttributeNames.SPAN_FLAGS,
            "771"),
        List.of(new SpanEvent(NOON + 1, "retry", Attributes.of("attempt", "2"))),
        List.of(new SpanLink(traceId(98), spanId(1))));
  }

  /// Spans of which little is known: a log line without a duration, and a duration without a time.
  public static List<Span> vague() {
    return List.of(
        Span.of(
            spanId(0x501),
            "GET /",
            Layer.PROXY,
            SpanKind.SERVER,
            SpanTime.instant(NOON, 1_000 * MILLI)),
        Span.of(
            spanId(0x502), "db", Layer.DATABASE, SpanKind.CLIENT, SpanTime.lasting(MILLI, 1_000)));
  }

  public static List<Span> carts(int from, int to) {
    List<Span> all = new ArrayList<>();
    for (int i = from; i < to; i++) {
      all.addAll(cart(i));
    }
    return all;
  }
}
