package dev.lightfoot.receive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.codec.semconv.SpanClock;
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Attributes;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanEvent;
import dev.lightfoot.model.span.SpanKind;
import dev.lightfoot.model.span.SpanLink;
import dev.lightfoot.model.span.SpanStatus;
import dev.lightfoot.model.span.SpanTime;
import dev.lightfoot.store.span.SpanRetention;
import dev.lightfoot.store.span.journal.JournalSpanStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// The OpenTelemetry SDK for Node.js with its HTTP instrumentation and its own exporters sends to
/// the receiver, which keeps on disk. The shop is called with a `traceparent` and joins that trace.
final class NodeSenderTest {
  private static final ReceiverSettings ANY = new ReceiverSettings(0, 0);
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String CALLER = "00f067aa0ba902b7";
  private static final String PARENT = "00-" + TRACE + "-" + CALLER + "-01";

  @TempDir Path folder;

  private static String otlp(Receiver receiver) {
    return "http://localhost:" + receiver.otlpPort() + "/v1/traces";
  }

  private static List<Span> recorded(List<JsonNode> said, String format) {
    return said.stream()
        .filter(line -> line.path("trace").asString("").equals(TRACE))
        .map(line -> expected(line, format))
        .sorted(Comparator.comparingLong(span -> span.time().atUnixNanos()))
        .toList();
  }

  private static Span expected(JsonNode line, String format) {
    long start = Long.parseLong(line.path("start").asString());
    long end = Long.parseLong(line.path("end").asString());
    List<SpanEvent> events = new ArrayList<>();
    for (JsonNode event : line.path("events")) {
      events.add(
          new SpanEvent(
              Long.parseLong(event.path("at").asString()),
              event.path("name").asString(),
              put(Attributes.builder(), event.path("attributes")).build()));
    }
    List<SpanLink> links = new ArrayList<>();
    for (JsonNode link : line.path("links")) {
      links.add(new SpanLink(link.path("trace").asString(), link.path("span").asString()));
    }
    String name = line.path("name").asString();
    SpanKind kind = SpanKind.valueOf(line.path("kind").asString());
    return new Span(
        Optional.of(line.path("trace").asString()),
        line.path("id").asString(),
        Optional.of(line.path("parent").asString()),
        name,
        kind == SpanKind.SERVER
            ? Layer.APP
            : name.equals("SELECT") ? Layer.DATABASE : Layer.EXTERNAL,
        kind,
        SpanTime.of(start, end - start, SpanClock.resolution(start, end)),
        new SpanStatus(
            SpanStatus.Code.valueOf(line.path("status").asString()),
            line.path("message").asString()),
        put(
                Attributes.builder()
                    .put(AttributeNames.SERVICE_NAME, "shop")
                    .put(AttributeNames.HOST_NAME, "web-1")
                    .put(AttributeNames.CLOCK, "web-1")
                    .put("otel.scope.name", line.path("scope").asString())
                    .put(AttributeNames.SPAN_FLAGS, line.path("flags").asLong())
                    .put(AttributeNames.FORMAT, format),
                line.path("attributes"))
            .build(),
        events,
        links);
  }

  private static Attributes.Builder put(Attributes.Builder into, JsonNode attributes) {
    for (var each : attributes.properties()) {
      JsonNode value = each.getValue();
      into.put(each.getKey(), value.isString() ? value.asString() : value.toString());
    }
    return into;
  }

  @ParameterizedTest
  @CsvSource({
    "proto,none,otlp-protobuf",
    "proto,gzip,otlp-protobuf",
    "json,none,otlp-json",
    "json,gzip,otlp-json"
  })
  void aTracedShopIsReadBackAsItsSdkRecordedIt(String protocol, String compression, String format)
      throws Exception {
    List<JsonNode> said;
    try (JournalSpanStore store = JournalSpanStore.open(folder, SpanRetention.STANDARD);
        Receiver receiver = Receiver.start(ANY, store::accept);
        NodeShop shop = new NodeShop(protocol, otlp(receiver), compression)) {
      assertThat(shop.get("/cart", PARENT)).isEqualTo(200);
      said = shop.end();
    }
    try (JournalSpanStore store = JournalSpanStore.open(folder, SpanRetention.STANDARD)) {
      List<Span> kept = store.trace(TRACE);
      assertThat(kept).containsExactlyInAnyOrderElementsOf(recorded(said, format));
      assertThat(kept).extracting(Span::kind).contains(SpanKind.SERVER, SpanKind.CLIENT).hasSize(4);
      assertThat(kept)
          .filteredOn(span -> span.parentSpanId().equals(Optional.of(CALLER)))
          .hasSize(1);
    }
  }

  @Test
  void zipkinsExporterArrivesAsWell() throws Exception {
    List<Span> kept = Collections.synchronizedList(new ArrayList<>());
    List<JsonNode> said;
    try (Receiver receiver = Receiver.start(ANY, kept::addAll);
        NodeShop shop =
            new NodeShop(
                "zipkin", "http://localhost:" + receiver.zipkinPort() + "/api/v2/spans", "none")) {
      assertThat(shop.get("/cart", PARENT)).isEqualTo(200);
      said = shop.end();
    }
    List<Span> recorded = recorded(said, "zipkin");
    assertThat(kept).hasSize(4).allMatch(span -> span.traceId().equals(Optional.of(TRACE)));
    assertThat(kept)
        .usingRecursiveFieldByFieldElementComparatorOnFields(
            "spanId", "parentSpanId", "layer", "kind")
        .containsExactlyInAnyOrderElementsOf(recorded);
  }

  @Test
  void aSpanThatIsNoneIsToldToTheExporter() throws Exception {
    List<Span> kept = Collections.synchronizedList(new ArrayList<>());
    try (Receiver receiver = Receiver.start(ANY, kept::addAll);
        NodeShop shop = new NodeShop("json", otlp(receiver), "none")) {
      assertThat(shop.get("/odd", PARENT)).isEqualTo(200);
      List<JsonNode> said = shop.end();
      assertThat(receiver.counts()).isEqualTo(new ReceiverCounts(1, 1, 1, 0));
      assertThat(said)
          .filteredOn(line -> line.has("diag"))
          .singleElement()
          .satisfies(
              line ->
                  assertThat(line.path("diag").asString())
                      .contains("Partial Success")
                      .contains("Its start or end lies before 1970."));
    }
    assertThat(kept).extracting(Span::kind).containsExactly(SpanKind.SERVER);
  }

  @Test
  void whatWasRefusedForALackOfRoomComesAgain() throws Exception {
    List<Span> kept = Collections.synchronizedList(new ArrayList<>());
    AtomicInteger refusals = new AtomicInteger(2);
    SpanSink failing =
        spans -> {
          if (refusals.getAndDecrement() > 0) {
            throw new IOException("The disk is full.");
          }
          kept.addAll(spans);
        };
    try (Receiver receiver = Receiver.start(ANY, failing);
        NodeShop shop = new NodeShop("proto", otlp(receiver), "none")) {
      assertThat(shop.get("/cart", PARENT)).isEqualTo(200);
      shop.end();
      assertThat(receiver.counts()).isEqualTo(new ReceiverCounts(4, 0, 3, 2));
    }
    assertThat(kept).hasSize(4);
  }
}
