package dev.lightfoot.analysis.join;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.stack.LayerTotal;
import dev.lightfoot.analysis.stack.Stack;
import dev.lightfoot.analysis.stack.StackBuilder;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Attributes;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanKind;
import dev.lightfoot.model.span.SpanTime;
import dev.lightfoot.report.words.RowNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// An application that records spans of its own beside the logs that tell of the same calls.
final class JoinAgentTest {
  private final Run run = ShopLogs.run();
  private final ShopLogs logs = ShopLogs.of(run);

  private Span span(
      String id, String parent, String name, Layer layer, SpanKind kind, SpanTime at) {
    return Span.of(id, name, layer, kind, at)
        .with(
            Attributes.of(
                AttributeNames.FORMAT, "otlp-json",
                AttributeNames.SERVICE_NAME, "shop",
                AttributeNames.PATH, "/nplus1/"))
        .inTrace(ShopLogs.TRACE, Optional.of(parent));
  }

  private List<Span> recorded() {
    List<Span> spans = new ArrayList<>();
    SpanTime request = logs.at(116_200, 180_000, 0, 1);
    spans.add(span("a1", ShopLogs.PROBE, "GET /nplus1/", Layer.APP, SpanKind.SERVER, request));
    SpanTime view = logs.at(118_000, 177_500, 0, 1);
    spans.add(span("a2", "a1", "view nplus1", Layer.APP, SpanKind.INTERNAL, view));
    int i = 0;
    for (Span call : logs.django(0)) {
      Attributes same = call.attributes().with(AttributeNames.FORMAT, "otlp-json");
      spans.add(
          Span.of("c" + i++, "SELECT", Layer.DATABASE, SpanKind.CLIENT, call.time())
              .with(same.with(AttributeNames.SERVICE_NAME, "shop"))
              .inTrace(ShopLogs.TRACE, Optional.of("a2")));
    }
    return spans;
  }

  private Stack joined() {
    List<Span> spans = new ArrayList<>(List.of(logs.nginx(0), logs.gunicorn(0, 1_000_000_000)));
    spans.addAll(recorded());
    spans.addAll(logs.django(0));
    spans.addAll(logs.postgresql(0));
    Run joined = Join.of(List.of(run), spans).runs().getFirst();
    return StackBuilder.build(joined, List.of(joined));
  }

  @Test
  void itsSpansHangBelowItsServersAccessLog() {
    assertThat(joined().rows())
        .extracting(row -> row.depth() + " " + RowNames.of(row.label()))
        .containsExactly(
            "0 Client wait",
            "1 nginx",
            "2 gunicorn",
            "3 shop",
            "4 view nplus1",
            "5 SELECT shop_product",
            "6 PostgreSQL’s own log",
            "5 SELECT shop_supplier",
            "6 PostgreSQL’s own log");
  }

  @Test
  void aStatementThatThreeRecordersTellOfIsOneTrip() {
    LayerTotal database = layer(joined(), Layer.DATABASE);
    assertThat(database.trips()).isEqualTo(51);
    assertThat(database.ownNanos()).hasValue(51 * 100_000);
    assertThat(joined().explainedShare()).isGreaterThan(0.95);
  }

  /// Fifty GETs of a cache, one every 3 400; what the agent records of them, and what Redis's
  /// MONITOR shows, which knows no durations.
  private List<Span> gets(String recorder, SpanKind kind, long laterMicros, long lengthMicros) {
    List<Span> spans = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      // not evenly, as no loop is
      long start = 122_300 + i * 3_400L + i * i % 7 * 100L + laterMicros;
      SpanTime known = logs.at(start, lengthMicros, 0, ShopLogs.MICRO);
      SpanTime time =
          lengthMicros > 0 ? known : SpanTime.instant(known.atUnixNanos(), ShopLogs.MICRO);
      Span span =
          Span.of(recorder + i, "GET", Layer.CACHE, kind, time)
              .with(
                  Attributes.of(
                      AttributeNames.FORMAT, recorder,
                      AttributeNames.DB_SYSTEM, "redis",
                      AttributeNames.DB_OPERATION, "GET"));
      spans.add(kind == SpanKind.CLIENT ? span.inTrace(ShopLogs.TRACE, Optional.of("a2")) : span);
    }
    return spans;
  }

  @Test
  void commandsOfACacheHangBelowTheCallsThatSentThem() {
    List<Span> spans = new ArrayList<>(List.of(logs.nginx(0)));
    spans.addAll(recorded().subList(0, 2));
    spans.addAll(gets("otlp-json", SpanKind.CLIENT, 0, 1_500));
    spans.addAll(gets("redis-monitor", SpanKind.SERVER, 700, 0));
    Run joined = Join.of(List.of(run), spans).runs().getFirst();
    assertThat(joined.spans())
        .filteredOn(span -> span.spanId().startsWith("redis-monitor"))
        .hasSize(50)
        .allMatch(
            span ->
                span.parentSpanId().equals(Optional.of("otlp-json" + span.spanId().substring(13))));
    assertThat(layer(StackBuilder.build(joined, List.of(joined)), Layer.CACHE))
        .satisfies(cache -> assertThat(cache.trips()).isEqualTo(50))
        // an instant tells nothing of how long Redis took
        .satisfies(cache -> assertThat(cache.networkNanos()).isEmpty());
  }

  @Test
  void whatIsNestedWithinItsLayerIsCountedOnce() {
    // gunicorn's 180.3 ms hold the application's 180.0, and these the view's 177.5
    assertThat(layer(joined(), Layer.APP).sumNanos()).isEqualTo(180_300_000);
  }

  private static LayerTotal layer(Stack stack, Layer layer) {
    return stack.layers().stream()
        .filter(total -> total.layer() == layer)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void statementsThatFitOnlyWithAClockThatContradictsTheApplicationBelongToOtherRequests() {
    List<Run> runs = List.of(run, ShopLogs.run(1, ShopLogs.trace(1)));
    List<Span> spans = new ArrayList<>(List.of(logs.nginx(0)));
    spans.add(ShopLogs.of(runs.getLast(), ShopLogs.trace(1)).nginx(0));
    SpanTime quick = logs.at(117_000, 2_000, 0, 1);
    spans.add(span("a1", ShopLogs.PROBE, "GET /nplus1/", Layer.APP, SpanKind.SERVER, quick));
    spans.addAll(logs.postgresql(-300_000_000L));
    spans.addAll(ShopLogs.of(runs.getLast()).postgresql(-300_000_000L));
    Joined joined = Join.of(runs, spans);
    assertThat(joined.runs().getFirst().spans()).noneMatch(span -> span.layer() == Layer.DATABASE);
    assertThat(joined.remarks())
        .singleElement()
        .isInstanceOfSatisfying(
            JoinRemark.OtherRequests.class,
            remark -> assertThat(remark.clock()).isEqualTo("postgresql"));
  }
}
