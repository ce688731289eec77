package dev.lightfoot.analysis.join;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.model.Run;
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Attributes;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanKind;
import dev.lightfoot.model.span.SpanTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Servers that all name the same caller, as access logs with `traceparent` do.
final class NestingTest {
  private static final String ASKED = "/nplus1/";

  private final Run run = ShopLogs.run();
  private final ShopLogs logs = ShopLogs.of(run);
  private final List<Span> spans = new ArrayList<>();

  @Test
  void whatAProxyAsksBeforeTheViewLiesBesideItWithWhatItDidBelow() {
    server("nginx", Layer.PROXY, ASKED, 120_000, 77_000, ShopLogs.PROBE);
    attempt("nginx", "up", 137_000, 54_000);
    server("permit", Layer.APP, "/permit/", 122_000, 12_000, ShopLogs.PROBE);
    server("view", Layer.APP, ASKED, 138_000, 52_000, ShopLogs.PROBE);
    recorded("permit-agent", "/permit/", 122_500, 11_000, ShopLogs.PROBE);
    recorded("view-agent", ASKED, 138_500, 51_000, ShopLogs.PROBE);
    assertThat(parents())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "up", "nginx",
                "permit", "nginx",
                "view", "up",
                "permit-agent", "permit",
                "view-agent", "view"));
  }

  @Test
  void eachAttemptHoldsTheServerThatTookAsLong() {
    server("nginx", Layer.PROXY, ASKED, 120_000, 56_000, ShopLogs.PROBE);
    attempt("nginx", "first", 120_000, 10_000);
    attempt("nginx", "second", 130_000, 43_000);
    server("view", Layer.APP, ASKED, 132_000, 42_200, ShopLogs.PROBE);
    server("failing", Layer.APP, "/failing/", 121_000, 9_500, ShopLogs.PROBE);
    assertThat(parents()).containsEntry("view", "second").containsEntry("failing", "first");
  }

  @Test
  void whatAnOutgoingCallWasAnsweredByNestsBelowTheCall() {
    server("nginx", Layer.PROXY, ASKED, 120_000, 89_000, ShopLogs.PROBE);
    recorded("view", ASKED, 121_000, 87_000, ShopLogs.PROBE);
    spans.add(
        Span.of("call", "GET", Layer.EXTERNAL, SpanKind.CLIENT, logs.at(130_000, 70_000, 0, 1))
            .inTrace(ShopLogs.TRACE, Optional.of("view")));
    server("inner-nginx", Layer.PROXY, "/inner/", 133_000, 60_000, "call");
    attempt("inner-nginx", "inner-up", 133_000, 60_000);
    server("inner-gunicorn", Layer.APP, "/inner/", 134_000, 56_000, "call");
    recorded("inner-view", "/inner/", 134_500, 55_000, "call");
    assertThat(parents())
        .containsEntry("view", "nginx")
        .containsEntry("inner-nginx", "call")
        .containsEntry("inner-gunicorn", "inner-up")
        .containsEntry("inner-view", "inner-gunicorn");
  }

  @Test
  void aServerThatWasCalledByTheViewLiesWithinItThoughItNamesTheViewsCaller() {
    server("nginx", Layer.PROXY, ASKED, 120_000, 89_000, ShopLogs.PROBE);
    attempt("nginx", "up", 120_000, 89_000);
    server("view", Layer.APP, ASKED, 121_000, 87_000, ShopLogs.PROBE);
    server("inner-nginx", Layer.PROXY, "/inner/", 133_000, 60_000, ShopLogs.PROBE);
    attempt("inner-nginx", "inner-up", 133_000, 60_000);
    server("inner", Layer.APP, "/inner/", 134_000, 56_000, ShopLogs.PROBE);
    assertThat(parents())
        .containsEntry("view", "up")
        .containsEntry("inner-nginx", "view")
        .containsEntry("inner", "inner-up");
  }

  @Test
  void aRequestThatWasMadeAgainStaysBesideTheFirst() {
    server("one", Layer.PROXY, ASKED, 120_000, 60_000, ShopLogs.PROBE);
    server("two", Layer.PROXY, ASKED, 180_000, 20_000, ShopLogs.PROBE);
    assertThat(parents()).isEmpty();
  }

  @Test
  void aProcessHasTheClockOfTheHostThatAnyOfItsRecordersNames() {
    server("view", Layer.APP, ASKED, 121_000, 87_000, ShopLogs.PROBE);
    recorded("view-agent", ASKED, 121_500, 86_000, ShopLogs.PROBE);
    SpanClocks clocks = new SpanClocks(spans);
    assertThat(spans).extracting(clocks::of).containsExactly("web-1", "web-1");
  }

  /// Who waits for whom, of those that wait for one of these.
  private Map<String, String> parents() {
    Map<String, String> parents = new TreeMap<>();
    List<Span> joined = Join.of(List.of(run), spans).runs().getFirst().spans();
    List<String> ids = joined.stream().map(Span::spanId).toList();
    for (Span span : joined) {
      span.parentSpanId().filter(ids::contains).ifPresent(id -> parents.put(span.spanId(), id));
    }
    return parents;
  }

  private void server(String id, Layer layer, String path, int at, int length, String parent) {
    String format = layer == Layer.PROXY ? "nginx" : "gunicorn";
    long step = layer == Layer.PROXY ? ShopLogs.MILLI : 1_000 * ShopLogs.MILLI;
    spans.add(
        Span.of(id, "GET " + path, layer, SpanKind.SERVER, time(at, length, step))
            .with(
                Attributes.of(
                    AttributeNames.FORMAT, format,
                    AttributeNames.PATH, path,
                    AttributeNames.PROCESS_ID, layer == Layer.APP ? "4711" : "12"))
            .inTrace(ShopLogs.TRACE, Optional.of(parent)));
  }

  /// A duration that is known better than the start.
  private SpanTime time(int at, int length, long step) {
    return SpanTime.of(run.startUnixNanos() + at * ShopLogs.MICRO, length * ShopLogs.MICRO, step);
  }

  private void attempt(String proxy, String id, int at, int length) {
    spans.add(
        Span.of(id, "upstream", Layer.APP, SpanKind.CLIENT, time(at, length, 46 * ShopLogs.MILLI))
            .with(Attributes.of(AttributeNames.FORMAT, "nginx"))
            .inTrace(ShopLogs.TRACE, Optional.of(proxy)));
  }

  private void recorded(String id, String path, int at, int length, String parent) {
    spans.add(
        Span.of(id, "GET " + path, Layer.APP, SpanKind.SERVER, logs.at(at, length, 0, 1))
            .with(
                Attributes.of(
                    AttributeNames.FORMAT, "otlp-json",
                    AttributeNames.SERVICE_NAME, "shop",
                    AttributeNames.HOST_NAME, "web-1",
                    AttributeNames.PATH, path,
                    AttributeNames.PROCESS_ID, "4711"))
            .inTrace(ShopLogs.TRACE, Optional.of(parent)));
  }
}
