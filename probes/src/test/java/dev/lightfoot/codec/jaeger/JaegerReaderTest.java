package dev.lightfoot.codec.jaeger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.codec.Collected;
import dev.lightfoot.model.span.Attributes;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanEvent;
import dev.lightfoot.model.span.SpanFlags;
import dev.lightfoot.model.span.SpanKind;
import dev.lightfoot.model.span.SpanLink;
import dev.lightfoot.model.span.SpanStatus;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class JaegerReaderTest {
  private static final String TRACE =
      "{\"traceID\":\"1a2b\",\"spans\":[{\"traceID\":\"1a2b\",\"spanID\":\"c\",\"operationName\":"
          + "\"SELECT\",\"references\":[{\"refType\":\"FOLLOWS_FROM\",\"traceID\":\"1a2b\",\"spanID\":"
          + "\"a\"},{\"refType\":\"CHILD_OF\",\"traceID\":\"ff\",\"spanID\":\"e\"},{\"refType\":"
          + "\"CHILD_OF\",\"traceID\":\"1a2b\",\"spanID\":\"b\"}],\"startTime\":1544712660000001,"
          + "\"duration\":5,\"tags\":[{\"key\":\"span.kind\",\"type\":\"string\",\"value\":\"client\"},"
          + "{\"key\":\"error\",\"type\":\"bool\",\"value\":true},{\"key\":\"db.statement\",\"type\":\"string\",\"value\":\"SELECT"
          + " 1\"},{\"key\":\"n\",\"type\":\"int64\",\"value\":"
          + "9007199254740993}],\"logs\":[{\"timestamp\":1544712660000002,\"fields\":[{\"key\":\"event\","
          + "\"value\":\"e\"},{\"key\":\"k\",\"value\":1}]}],\"processID\":\"p1\",\"warnings\":[\"moved\"]"
          + "}],\"processes\":{\"p1\":{\"serviceName\":\"shop\",\"tags\":[{\"key\":\"hostname\",\"value\":"
          + "\"web1\"}]}}}";

  @Test
  void membersReferencesTagsLogsAndProcessesAreRead() {
    Collected read = read("{\"data\":[" + TRACE + "]}");
    Span span = read.spans.getFirst();
    assertThat(span.traceId()).hasValue("00000000000000000000000000001a2b");
    assertThat(span.parentSpanId()).hasValue("000000000000000b");
    assertThat(span.links())
        .containsExactly(
            new SpanLink("00000000000000000000000000001a2b", "000000000000000a"),
            new SpanLink("000000000000000000000000000000ff", "000000000000000e"));
    assertThat(span.kind()).isEqualTo(SpanKind.CLIENT);
    assertThat(span.layer()).isEqualTo(Layer.DATABASE);
    assertThat(span.status()).isEqualTo(SpanStatus.error(""));
    assertThat(span.events())
        .containsExactly(new SpanEvent(1544712660000002000L, "e", Attributes.of("k", "1")));
    assertThat(span.attributes())
        .isEqualTo(
            Attributes.of(
                "db.query.text", "SELECT 1",
                "n", "9007199254740993",
                "lightfoot.warning", "moved",
                "service.name", "shop",
                "host.name", "web1",
                "lightfoot.clock", "web1",
                "lightfoot.format", "jaeger"));
    assertThat(read.warnings).hasSize(1);
  }

  @Test
  void aTraceAloneAndAListOfThemAreRead() {
    for (String document :
        List.of(TRACE, "[" + TRACE + "]", "{\"data\":" + TRACE + ",\"id\":\"x\"}")) {
      assertThat(read(document).spans).as(document).hasSize(1);
    }
  }

  @Test
  void ofItsFlagsOnlyTheSampledOneIsThatOfTheTraceContext() {
    String debug = TRACE.replace("\"operationName\"", "\"flags\":3,\"operationName\"");
    assertThat(SpanFlags.of(read(debug).spans.getFirst()))
        .contains(new SpanFlags(true, false, Optional.empty()));
    assertThat(SpanFlags.of(read(debug.replace("\"flags\":3", "\"flags\":2")).spans.getFirst()))
        .isEmpty();
  }

  @Test
  void whatJaegerReportsInsteadOfATraceIsPassedOn() {
    assertThat(read("{\"data\":null,\"errors\":[{\"msg\":\"trace not found\"}]}").warnings)
        .containsExactly("Jaeger reports in this file: [{\"msg\":\"trace not found\"}].");
  }

  private static Collected read(String text) {
    return Collected.of(new JaegerReader(), text);
  }
}
