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
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// A proxy that asked two upstreams: the first one refused, the second one answered. The views are
/// found by their trace, what they asked of the database by time. gunicorn stamps whole seconds.
final class SeveralViewsTest {
  private static final String REFUSED_IN = "27719";
  private static final String ANSWERED_IN = "27718";

  private final Run run = ShopLogs.run();
  private final ShopLogs logs = ShopLogs.of(run);
  private final List<Span> spans = new ArrayList<>();

  @Test
  void whatEachProcessAskedIsItsViews() {
    spans.add(logs.nginx(0));
    view("refused", 116_200, 10_200, REFUSED_IN);
    view("answered", 127_400, 167_000, ANSWERED_IN);
    asked(1, 118_000, REFUSED_IN, 1);
    asked(5, 130_000, ANSWERED_IN, 2);
    assertThat(makers()).containsExactlyInAnyOrder("refused: 1", "answered: 5");
  }

  @Test
  void twoViewsOfOneProcessAreToldApartByWhenTheProxyAskedThem() {
    spans.add(logs.nginx(0));
    attempt("first", 116_000, 10_600);
    attempt("second", 127_000, 168_000);
    view("refused", 116_200, 10_200, ANSWERED_IN);
    view("answered", 127_400, 167_000, ANSWERED_IN);
    asked(1, 118_000, ANSWERED_IN, 1);
    asked(27, 130_000, ANSWERED_IN, 2);
    assertThat(makers()).containsExactlyInAnyOrder("refused: 1", "answered: 27");
  }

  @Test
  void evenWhereOneThreadServedBoth() {
    spans.add(logs.nginx(0));
    attempt("first", 116_000, 10_600);
    attempt("second", 127_000, 168_000);
    view("refused", 116_200, 10_200, ANSWERED_IN);
    view("answered", 127_400, 167_000, ANSWERED_IN);
    asked(1, 118_000, ANSWERED_IN, 1);
    asked(27, 130_000, ANSWERED_IN, 1);
    assertThat(makers()).containsExactlyInAnyOrder("refused: 1", "answered: 27");
  }

  @Test
  void whatEitherCanHaveMadeIsNotJoinedAndThatIsSaid() {
    spans.add(logs.nginx(0));
    view("refused", 116_200, 80_000, ANSWERED_IN);
    view("answered", 197_400, 97_000, ANSWERED_IN);
    asked(3, 120_000, ANSWERED_IN, 1);
    asked(5, 200_000, ANSWERED_IN, 2);
    Joined joined = Join.of(List.of(run), spans);
    assertThat(joined.runs().getFirst().spans()).noneMatch(span -> span.layer() == Layer.DATABASE);
    assertThat(joined.remarks())
        .containsExactly(new JoinRemark.AmbiguousServer("shop", 2, 8, 1, "/nplus1/"));
  }

  @Test
  void whatAServerWithoutLogWasAskedForIsNotLeftOutWithoutAWord() {
    spans.add(logs.nginx(0));
    attempt("first", 116_000, 10_600);
    attempt("second", 127_000, 168_000);
    view("answered", 127_400, 167_000, ANSWERED_IN);
    asked(1, 118_000, REFUSED_IN, 1);
    asked(27, 130_000, ANSWERED_IN, 2);
    assertThat(makers()).isEmpty();
    assertThat(Join.of(List.of(run), spans).remarks())
        .contains(new JoinRemark.AmbiguousServer("shop", 2, 27, 1, "/nplus1/"));
  }

  /// Each view, and how many statements lie below it.
  private List<String> makers() {
    return Join.of(List.of(run), spans).runs().getFirst().spans().stream()
        .filter(span -> span.layer() == Layer.DATABASE)
        .collect(
            Collectors.groupingBy(span -> span.parentSpanId().orElse(""), Collectors.counting()))
        .entrySet()
        .stream()
        .map(each -> each.getKey() + ": " + each.getValue())
        .toList();
  }

  private void view(String id, int at, int length, String process) {
    long start = logs.at(at, length, 0, 1).atUnixNanos();
    long end = (start + length * ShopLogs.MICRO) / 1_000_000_000 * 1_000_000_000;
    spans.add(
        Span.of(
                id,
                "GET /nplus1/",
                Layer.APP,
                SpanKind.SERVER,
                SpanTime.ending(end, length * ShopLogs.MICRO, 1_000_000_000))
            .with(
                Attributes.of(
                    AttributeNames.SERVICE_NAME, "shop",
                    AttributeNames.FORMAT, "gunicorn",
                    AttributeNames.PROCESS_ID, process))
            .inTrace(ShopLogs.TRACE, Optional.of(ShopLogs.PROBE)));
  }

  private void attempt(String id, int at, int length) {
    spans.add(
        Span.of(
                id,
                "upstream",
                Layer.APP,
                SpanKind.CLIENT,
                logs.at(at, length, 0, ShopLogs.MICRO * 200))
            .with(Attributes.of(AttributeNames.FORMAT, "nginx"))
            .inTrace(ShopLogs.TRACE, Optional.of(logs.nginx(0).spanId())));
  }

  /// So many statements, one every 6 ms.
  private void asked(int many, int from, String process, int thread) {
    for (int i = 0; i < many; i++) {
      String id = "q" + spans.size();
      spans.add(
          Span.of(
                  id,
                  "SELECT",
                  Layer.DATABASE,
                  SpanKind.CLIENT,
                  logs.at(from + 6_000 * i, 5_000, 0, 1_000))
              .with(
                  Attributes.of(
                          AttributeNames.FORMAT,
                          "django",
                          AttributeNames.DB_SYSTEM,
                          "postgresql",
                          AttributeNames.DB_QUERY,
                          "SELECT " + id,
                          AttributeNames.PROCESS_ID,
                          process)
                      .with(AttributeNames.THREAD_ID, "14" + thread)));
    }
  }
}
