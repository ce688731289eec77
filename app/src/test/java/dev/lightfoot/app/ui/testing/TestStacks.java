package dev.lightfoot.app.ui.testing;

import dev.lightfoot.analysis.join.Join;
import dev.lightfoot.analysis.join.Written;
import dev.lightfoot.codec.otlp.OtlpJsonWriter;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Header;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.PhaseTiming;
import dev.lightfoot.model.RequestFacts;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Attributes;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanKind;
import dev.lightfoot.model.span.SpanStatus;
import dev.lightfoot.model.span.SpanTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// The sample as if it had been sent with trace ids, and what its servers recorded: nginx, Django,
/// 51 statements, two calls to the cache. The servers' clock is 90 s ahead.
public final class TestStacks {
  private static final long AHEAD = 90_000_000_000L;
  private static final long MICRO = 1_000;

  private TestStacks() {}

  /// The sample, each request with a trace id of its own.
  public static Snapshot measured() {
    Snapshot sample = TestSnapshots.sample();
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < sample.runs().size(); i++) {
      Run run = sample.runs().get(i);
      String id = traceId(i);
      List<Exchange> exchanges =
          run.exchanges().stream().map(exchange -> sent(exchange, id)).toList();
      runs.add(run.with(exchanges, List.of(), List.of()));
    }
    return sample.with(runs);
  }

  private static String traceId(int run) {
    return "4bf92f3577b34da6a3ce929d0e0e47" + String.format(Locale.ROOT, "%02x", 0x30 + run);
  }

  private static Exchange sent(Exchange exchange, String traceId) {
    RequestFacts facts = exchange.request();
    List<Header> headers = new ArrayList<>(facts.headers());
    headers.add(new Header("traceparent", "00-" + traceId + "-00f067aa0ba902b7-01"));
    return new Exchange(
        exchange.url(),
        exchange.method(),
        exchange.status(),
        exchange.protocol(),
        exchange.initiator(),
        exchange.resource(),
        exchange.redirectedFrom(),
        exchange.startNanos(),
        exchange.gapNanos(),
        exchange.connection(),
        exchange.proxy(),
        exchange.phases(),
        exchange.marks(),
        exchange.interim(),
        new RequestFacts(
            facts.headerBytes(), facts.cookieBytes(), facts.bodyBytes(), List.copyOf(headers)),
        exchange.response(),
        exchange.chunks(),
        exchange.dns(),
        exchange.tls(),
        exchange.source(),
        exchange.late(),
        exchange.serverSpans());
  }

  /// The first load of a page, its document joined with what servers recorded for it.
  static Snapshot joined(Snapshot page) {
    Run run = page.runs().getFirst();
    List<Exchange> exchanges = new ArrayList<>(run.exchanges());
    exchanges.set(0, sent(exchanges.getFirst(), traceId(0)));
    Run asked = run.with(exchanges, List.of(), List.of());
    Run document = run.with(exchanges.subList(0, 1), List.of(), List.of());
    List<Span> spans = new Server(document, 0).spans();
    Written written = Written.by(TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis()));
    return page.with(Join.of(List.of(asked), spans, written).runs());
  }

  /// What the servers recorded for all runs, as OpenTelemetry writes it.
  public static Path write(Path folder) throws IOException {
    Snapshot measured = measured();
    List<Span> all = new ArrayList<>();
    for (int i = 0; i < measured.runs().size(); i++) {
      all.addAll(new Server(measured.runs().get(i), i).spans());
    }
    Path file = folder.resolve("traces.jsonl");
    Files.write(file, OtlpJsonWriter.line(all));
    return file;
  }

  /// One request on its servers.
  private static final class Server {
    private final String trace;
    private final int run;
    private final long start;
    private final long length;
    private final List<Span> spans = new ArrayList<>();

    Server(Run run, int number) {
      this.trace = traceId(number);
      this.run = number;
      Exchange last = run.exchanges().getLast();
      PhaseTiming.Measured wait =
          (PhaseTiming.Measured) last.phases().timing(Phase.WAIT).orElseThrow();
      long origin = run.startedAt().toInstant().toEpochMilli() * 1_000_000;
      long way = 20_100 * MICRO;
      this.start = origin + wait.startNanos() + way + AHEAD;
      this.length = wait.durationNanos() - 2 * way;
    }

    List<Span> spans() {
      add("n", "", "GET /nplus1/", Layer.PROXY, SpanKind.SERVER, "nginx", 0, length);
      long django = length - 1_200 * MICRO;
      add("d", "n", "GET /nplus1/", Layer.APP, SpanKind.SERVER, "shop", 600, django);
      add("m", "d", "SessionMiddleware", Layer.MIDDLEWARE, SpanKind.INTERNAL, "shop", 900, 4_600);
      add("v", "d", "View nplus1", Layer.APP, SpanKind.INTERNAL, "shop", 5_800, 174_100);
      add("c", "v", "GET top", Layer.CACHE, SpanKind.CLIENT, "shop", 6_400, 1_200);
      add("t", "v", "home.html", Layer.TEMPLATE, SpanKind.INTERNAL, "shop", 8_200, 169_900);
      add("p", "t", "SELECT product", Layer.DATABASE, SpanKind.CLIENT, "shop", 9_000, 2_900);
      for (int i = 0; i < 50; i++) {
        long at = 13_000 + i * 2_930L;
        add("s" + i, "t", "SELECT supplier", Layer.DATABASE, SpanKind.CLIENT, "shop", at, 2_330);
      }
      add("w", "v", "SET top", Layer.CACHE, SpanKind.CLIENT, "shop", 178_300, 1_100);
      return spans;
    }

    private void add(
        String id,
        String parent,
        String name,
        Layer layer,
        SpanKind kind,
        String service,
        long micros,
        long took) {
      long nanos = took > 1_000_000 ? took : took * MICRO;
      spans.add(
          new Span(
              Optional.of(trace),
              hex(id),
              Optional.of(parent.isEmpty() ? "00f067aa0ba902b7" : hex(parent)),
              name,
              layer,
              kind,
              SpanTime.of(start + micros * MICRO, nanos, 1),
              SpanStatus.UNSET,
              attributes(layer, kind, service),
              List.of(),
              List.of()));
    }

    private static Attributes attributes(Layer layer, SpanKind kind, String service) {
      Attributes.Builder builder =
          Attributes.builder()
              .put(AttributeNames.SERVICE_NAME, service)
              .put(AttributeNames.HOST_NAME, "web-1")
              .put(AttributeNames.LAYER, layer.label());
      if (kind == SpanKind.SERVER) {
        builder.put(AttributeNames.METHOD, "GET").put(AttributeNames.ROUTE, "/nplus1/");
        builder.put(AttributeNames.STATUS, 200);
      }
      if (kind == SpanKind.CLIENT) {
        boolean cache = layer == Layer.CACHE;
        builder.put(AttributeNames.DB_SYSTEM, cache ? "memcached" : "postgresql");
        builder.put(AttributeNames.SERVER_ADDRESS, cache ? "10.77.4.2" : "10.77.3.2");
      }
      return builder.build();
    }

    private String hex(String id) {
      return String.format(Locale.ROOT, "%016x", (run + 1) * 1_000_000_007L + id.hashCode());
    }
  }
}
