package dev.lightfoot.analysis.join;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.model.Run;
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Attributes;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A proxy that asked two upstreams: the first one refused, the second one answered.
final class SeveralViewsTest {
  private static final String REFUSED_IN = "27719";
  private static final String ANSWERED_IN = "27718";

  private final Run run = ShopLogs.run();
  private final ShopLogs logs = ShopLogs.of(run);

  @Test
  void whatOneOfTheirProcessesAskedIsNotAllThatWasAsked() {
    List<Span> spans = new ArrayList<>(List.of(logs.nginx(0)));
    spans.add(view("a1", 116_200, 7_200, REFUSED_IN));
    spans.add(view("a2", 124_400, 170_000, ANSWERED_IN));
    spans.add(asked(0, 117_000, REFUSED_IN));
    for (int i = 1; i <= 5; i++) {
      spans.add(asked(i, 120_000 + 6_000 * i, ANSWERED_IN));
    }
    Joined joined = Join.of(List.of(run), spans);
    long trips =
        joined.runs().getFirst().spans().stream()
            .filter(span -> span.layer() == Layer.DATABASE)
            .count();
    assertThat(trips).isIn(0L, 6L);
  }

  private Span view(String id, int at, int length, String process) {
    return Span.of(id, "GET /nplus1/", Layer.APP, SpanKind.SERVER, logs.at(at, length, 0, 1))
        .with(
            Attributes.of(
                AttributeNames.SERVICE_NAME, "shop",
                AttributeNames.FORMAT, "gunicorn",
                AttributeNames.PROCESS_ID, process))
        .inTrace(ShopLogs.TRACE, Optional.of(ShopLogs.PROBE));
  }

  private Span asked(int number, int at, String process) {
    return Span.of(
            "q" + number, "SELECT", Layer.DATABASE, SpanKind.CLIENT, logs.at(at, 3_000, 0, 1_000))
        .with(
            Attributes.of(
                AttributeNames.FORMAT,
                "django",
                AttributeNames.DB_SYSTEM,
                "postgresql",
                AttributeNames.DB_QUERY,
                "SELECT " + number,
                AttributeNames.PROCESS_ID,
                process));
  }
}
