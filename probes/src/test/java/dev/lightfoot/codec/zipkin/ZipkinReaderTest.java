package dev.lightfoot.codec.zipkin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.trace.SpanTree;
import dev.lightfoot.codec.Collected;
import dev.lightfoot.model.span.Attributes;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanEvent;
import dev.lightfoot.model.span.SpanKind;
import dev.lightfoot.model.span.SpanStatus;
import dev.lightfoot.model.span.SpanTime;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class ZipkinReaderTest {
  private static final String CLIENT =
      "{\"traceId\":\"5b8efff798038103d269b633813fc60c\",\"id\":\"eee19b7ec3c1b174\",\"kind\":"
          + "\"CLIENT\",\"name\":\"get\",\"timestamp\":1544712660000001,\"duration\":1000,"
          + "\"localEndpoint\":{\"serviceName\":\"a\"}}";

  @Test
  void membersTagsAndAnnotationsAreRead() {
    Span span =
        read("[{\"traceId\":\"978883983d506fa5\",\"parentId\":\"1\",\"id\":\"2\",\"kind\":\"CLIENT\","
                 + "\"name\":\"get\",\"timestamp\":1544712660000001,\"duration\":7,\"localEndpoint\":"
                 + "{\"serviceName\":\"shop\",\"ipv4\":\"10.0.0.1\"},\"remoteEndpoint\":{\"serviceName\":"
                 + "\"redis\",\"port\":6379},\"annotations\":[{\"timestamp\":1544712660000003,\"value\":"
                 + "\"ws\"}],\"tags\":{\"error\":\"timeout\",\"http.method\":\"GET\",\"x\":{\"y\":[1]}}}]")
            .spans
            .getFirst();
    assertThat(span.traceId()).hasValue("0000000000000000978883983d506fa5");
    assertThat(span.spanId()).isEqualTo("0000000000000002");
    assertThat(span.parentSpanId()).hasValue("0000000000000001");
    assertThat(span.time()).isEqualTo(SpanTime.of(1544712660000001000L, 7_000, 1_000));
    assertThat(span.status()).isEqualTo(SpanStatus.error("timeout"));
    assertThat(span.layer()).isEqualTo(Layer.CACHE);
    assertThat(span.events())
        .containsExactly(new SpanEvent(1544712660000003000L, "ws", Attributes.NONE));
    assertThat(span.attributes())
        .isEqualTo(
            Attributes.of(
                "service.name", "shop",
                "network.local.address", "10.0.0.1",
                "peer.service", "redis",
                "network.peer.port", "6379",
                "http.request.method", "GET",
                "x", "{\"y\":[1]}",
                "lightfoot.clock", "shop",
                "lightfoot.format", "zipkin"));
  }

  @Test
  void theTwoHalvesOfASharedSpanBecomeParentAndChild() {
    String server =
        CLIENT
            .replace("\"CLIENT\"", "\"SERVER\",\"shared\":true")
            .replace("serviceName\":\"a\"", "serviceName\":\"b\"");
    SpanTree tree = SpanTree.of(read("[" + server + "," + CLIENT + "]").spans);
    assertThat(tree.span(0).kind()).isEqualTo(SpanKind.CLIENT);
    assertThat(tree.span(1).kind()).isEqualTo(SpanKind.SERVER);
    assertThat(tree.parent(1)).isZero();
    assertThat(tree.oddities()).isEmpty();
  }

  @Test
  void aTracesShortIdIsBroughtTogetherWithItsLongOne() {
    String shortId = CLIENT.replace("5b8efff798038103d269b633813fc60c", "d269b633813fc60c");
    assertThat(read("[[" + shortId.replace("eee1", "eee2") + "," + CLIENT + "]]").spans)
        .extracting(span -> span.traceId().orElseThrow())
        .containsExactly("5b8efff798038103d269b633813fc60c", "5b8efff798038103d269b633813fc60c");
  }

  @Test
  void missingTimesAreKeptAsFarAsTheyAreKnown() {
    Collected open = read("[" + CLIENT.replace("\"duration\":1000,", "") + "]");
    assertThat(open.spans.getFirst().time())
        .isEqualTo(SpanTime.instant(1544712660000001000L, 1_000));
    assertThat(open.warnings).hasSize(1);
    assertThat(
            read("[" + CLIENT.replace("\"timestamp\":1544712660000001,", "") + "]")
                .spans
                .getFirst()
                .time()
                .duration())
        .hasValue(1_000_000);
  }

  @Test
  void aRequestsBodyIsDecodedDirectly() {
    Collected into = new Collected();
    byte[] body = ("[" + CLIENT + ",7]").getBytes(StandardCharsets.UTF_8);
    assertThat(ZipkinReader.decode(body, into)).isEqualTo(1);
    assertThat(into.skipped).containsExactly("/1: It should be a span.");
  }

  private static Collected read(String text) {
    return Collected.of(new ZipkinReader(), text);
  }
}
