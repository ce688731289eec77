package dev.lightfoot.app.ui.testing;

import dev.lightfoot.app.ui.workspace.TraceSource;
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
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/// Traces for tests: a small one of which every number is known, and large ones of any size.
public final class TestTraces {
  /// When they begin.
  public static final long START = 1_764_000_000_000_000_000L;

  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final long MILLI = 1_000_000;

  private TestTraces() {}

  /// A request of 100 ms: a view, two statements (the second failed), a cache call, a template.
  public static TraceSource small() {
    return new TraceSource(
        TRACE,
        List.of(
            span("1", "", "GET /nplus1/", Layer.PROXY, "nginx", 0, 100),
            span("2", "1", "View nplus1", Layer.APP, "django", 5, 90),
            span("3", "2", "SELECT product", Layer.DATABASE, "django", 10, 20),
            failed(span("4", "2", "SELECT supplier", Layer.DATABASE, "django", 40, 30)),
            span("5", "2", "GET top", Layer.CACHE, "django", 75, 5),
            span("6", "2", "home.html", Layer.TEMPLATE, "django", 82, 10)));
  }

  /// Three requests of one trace that no span calls all of, within 373 ms.
  public static TraceSource threeRoots() {
    return new TraceSource(
        TRACE,
        List.of(
            span("1", "", "GET /nplus1/", Layer.APP, "django", 0, 41),
            span("2", "", "GET /static/a.css", Layer.PROXY, "nginx", 300, 2),
            span("3", "", "GET /static/b.js", Layer.PROXY, "nginx", 360, 13)));
  }

  /// A request into many services, with calls below calls: as many spans as asked for.
  public static TraceSource large(int spans) {
    return new TraceSource(Integer.toString(spans), new Growth(spans).spans());
  }

  private static Span span(
      String id, String parent, String name, Layer layer, String service, long start, long took) {
    return new Span(
        Optional.of(TRACE),
        id,
        parent.isEmpty() ? Optional.empty() : Optional.of(parent),
        name,
        layer,
        SpanKind.INTERNAL,
        SpanTime.of(START + start * MILLI, took * MILLI, 1_000),
        SpanStatus.UNSET,
        Attributes.of(AttributeNames.SERVICE_NAME, service),
        List.of(),
        List.of());
  }

  private static Span failed(Span span) {
    return new Span(
        span.traceId(),
        span.spanId(),
        span.parentSpanId(),
        span.name(),
        span.layer(),
        span.kind(),
        span.time(),
        SpanStatus.error("deadlock detected"),
        span.attributes()
            .with(AttributeNames.DB_QUERY, "SELECT name FROM supplier WHERE id = 42")
            .with("http.request.header.authorization", "Bearer abcdefghijkl0123456789"),
        List.of(
            new SpanEvent(
                START + 60 * MILLI, "exception", Attributes.of("exception.type", "DatabaseError"))),
        List.of(new SpanLink("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331")));
  }

  /// Calls below calls, each within the time of its caller; some next to each other, some at once.
  private static final class Growth {
    private static final Layer[] LAYERS = {
      Layer.PROXY,
      Layer.APP,
      Layer.MIDDLEWARE,
      Layer.TEMPLATE,
      Layer.DATABASE,
      Layer.CACHE,
      Layer.EXTERNAL
    };
    private static final int FAN = 9;

    private final int wanted;
    private final Random random = new Random(4);
    private final List<Span> spans = new ArrayList<>();

    Growth(int wanted) {
      this.wanted = wanted;
    }

    List<Span> spans() {
      add(-1, 0, wanted * 20_000L);
      for (int parent = 0; spans.size() < wanted; parent++) {
        Span above = spans.get(parent);
        long start = above.time().atUnixNanos() - START;
        long length = above.time().durationNanos();
        int children = 1 + random.nextInt(FAN);
        long each = length / (children + 1);
        for (int i = 0; i < children && spans.size() < wanted; i++) {
          long from = start + each * i + Math.round(each * 0.4 * random.nextDouble());
          long took = Math.max(1, Math.round(each * (0.6 + 0.9 * random.nextDouble())));
          add(parent, from, Math.min(took, start + length - from));
        }
      }
      return spans;
    }

    private void add(int parent, long start, long took) {
      int number = spans.size();
      Layer layer = LAYERS[parent < 0 ? 0 : random.nextInt(LAYERS.length)];
      Attributes attributes =
          Attributes.of(
              AttributeNames.SERVICE_NAME,
              "service-" + (parent < 0 ? 0 : random.nextInt(12)),
              AttributeNames.METHOD,
              "GET",
              "thread.id",
              Integer.toString(number % 64),
              AttributeNames.DB_QUERY,
              "SELECT name FROM item WHERE id = " + number);
      spans.add(
          new Span(
              Optional.of(TRACE),
              String.format(Locale.ROOT, "%016x", number + 1),
              parent < 0
                  ? Optional.empty()
                  : Optional.of(String.format(Locale.ROOT, "%016x", parent + 1)),
              layer.label() + " operation " + random.nextInt(40),
              layer,
              SpanKind.INTERNAL,
              SpanTime.of(START + start, took, 1),
              random.nextInt(500) == 0 ? SpanStatus.error("timed out") : SpanStatus.UNSET,
              attributes,
              List.of(),
              List.of()));
    }
  }
}
