package dev.lightfoot.codec.jaeger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.codec.Collected;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanKind;
import dev.lightfoot.model.span.SpanTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Spans as Jaeger keeps them in Elasticsearch and OpenSearch: a document each.
final class JaegerElasticsearchTest {
  private static final String ROOT =
      "{\"traceID\":\"1a2b\",\"spanID\":\"01\",\"operationName\":\"GET /cart\",\"references\":[],"
          + "\"startTime\":1795168800000000,\"startTimeMillis\":1795168800000,\"duration\":120000,"
          + "\"tags\":[{\"key\":\"span.kind\",\"type\":\"string\",\"value\":\"server\"}],"
          + "\"logs\":[],\"process\":{\"serviceName\":\"shop\",\"tags\":[]}}";
  private static final String CHILD =
      "{\"traceID\":\"1a2b\",\"spanID\":\"02\",\"operationName\":\"SELECT\",\"references\":"
          + "[{\"refType\":\"CHILD_OF\",\"traceID\":\"1a2b\",\"spanID\":\"01\"}],"
          + "\"startTime\":1795168800010000,\"duration\":20000,\"tags\":[],"
          + "\"tag\":{\"span@kind\":\"client\",\"db@system\":\"mysql\"},"
          + "\"process\":{\"serviceName\":\"shop\",\"tag\":{\"hostname\":\"web1\"}}}";

  private static Collected read(String text) {
    return Collected.of(new JaegerReader(), text);
  }

  @Test
  void aDocumentALineIsASpan() {
    Collected all = read(ROOT + "\n" + CHILD + "\n");
    assertThat(all.skipped).isEmpty();
    Span root = all.spans.getFirst();
    Span child = all.spans.getLast();
    assertThat(root.kind()).isEqualTo(SpanKind.SERVER);
    assertThat(root.time())
        .isEqualTo(SpanTime.of(1_795_168_800_000_000_000L, 120_000_000, 1_000_000));
    assertThat(child.traceId()).isEqualTo(root.traceId());
    assertThat(child.parentSpanId()).isEqualTo(Optional.of(root.spanId()));
    assertThat(child.kind()).isEqualTo(SpanKind.CLIENT);
    assertThat(child.attributes().get("db.system.name")).contains("mysql");
    assertThat(child.attributes().get("host.name")).contains("web1");
    assertThat(child.attributes().get("service.name")).contains("shop");
  }

  @Test
  void whatASearchFoundIsReadTheSame() {
    Collected all = read(ROOT + CHILD);
    String hit = "{\"_index\":\"jaeger-span-2026-11-20\",\"_id\":\"x\",\"_source\":%s}";
    String dump = hit.formatted(ROOT) + "\n" + hit.formatted(CHILD) + "\n";
    String found =
        "{\"took\":3,\"hits\":{\"total\":{\"value\":2},\"hits\":["
            + hit.formatted(ROOT)
            + ","
            + hit.formatted(CHILD)
            + "]}}";
    assertThat(read(dump).spans).isEqualTo(all.spans);
    assertThat(read(found).spans).isEqualTo(all.spans);
    assertThat(read("[" + ROOT + "," + CHILD + "]").spans).isEqualTo(all.spans);
  }

  @Test
  void aDocumentWithoutATimeIsNamed() {
    Collected all = read(ROOT.replace("1795168800000000", "\"soon\""));
    assertThat(all.skipped)
        .containsExactly("/: Its start or duration is not a number of microseconds since 1970.");
  }
}
