package dev.lightfoot.codec.snapshot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.golden.Golden;
import dev.lightfoot.model.Alignment;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.ExchangeBuilder;
import dev.lightfoot.model.Header;
import dev.lightfoot.model.Initiator;
import dev.lightfoot.model.LeftOut;
import dev.lightfoot.model.RequestFacts;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.Samples;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.page.PageEngine;
import dev.lightfoot.model.page.PageLoad;
import dev.lightfoot.model.page.PageMarks;
import dev.lightfoot.model.page.PageSource;
import dev.lightfoot.model.page.Party;
import dev.lightfoot.model.page.Priority;
import dev.lightfoot.model.page.PriorityChange;
import dev.lightfoot.model.page.Rendering;
import dev.lightfoot.model.page.Repair;
import dev.lightfoot.model.page.Resource;
import dev.lightfoot.model.page.ResourceType;
import dev.lightfoot.model.page.Viewport;
import dev.lightfoot.model.span.Attributes;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanEvent;
import dev.lightfoot.model.span.SpanKind;
import dev.lightfoot.model.span.SpanLink;
import dev.lightfoot.model.span.SpanStatus;
import dev.lightfoot.model.span.SpanTime;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SnapshotCodecTest {
  /// Everything that a snapshot can hold at once.
  static Snapshot full() {
    Exchange exchange =
        Samples.coldExchange(0)
            .resource(
                new Resource(
                    Optional.of(ResourceType.FONT),
                    Optional.of(Priority.HIGHEST),
                    List.of(new PriorityChange(5_000, Priority.LOW)),
                    Optional.of(true),
                    Optional.of(Party.THIRD),
                    Optional.of(Resource.Delivery.SERVICE_WORKER)))
            .initiator(
                Optional.of(
                    new Initiator(Initiator.Type.PARSER, OptionalInt.of(0), OptionalInt.of(12))))
            .serverSpans(List.of("00f067aa0ba902b7"))
            .build();
    Span span =
        new Span(
            Optional.of("4bf92f3577b34da6a3ce929d0e0e4736"),
            "00f067aa0ba902b7",
            Optional.empty(),
            "SELECT",
            Layer.DATABASE,
            SpanKind.CLIENT,
            SpanTime.of(1_795_000_000_000_000_000L, 2_100_000, 1_000),
            SpanStatus.error("deadlock"),
            Attributes.of("db.system.name", "postgresql", "a", "b"),
            List.of(
                new SpanEvent(
                    1_795_000_000_001_000_000L, "exception", Attributes.of("exception.type", "E"))),
            List.of(new SpanLink("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331")));
    Span instant =
        Span.of("01", "GET", Layer.CACHE, SpanKind.SERVER, SpanTime.instant(5, 1_000_000_000));
    Span lasting = Span.of("02", "app", Layer.APP, SpanKind.SERVER, SpanTime.lasting(47, 0));
    Run run =
        new Run(
            RunState.COLD,
            Samples.WHEN,
            Optional.empty(),
            true,
            Optional.of(LeftOut.EXCLUDED),
            List.of(exchange),
            List.of(span, instant, lasting),
            List.of(new Alignment("web-1", -900_000, 2_200_000)),
            Optional.of(page()));
    Snapshot whole =
        Samples.snapshot(
            Samples.TARGET,
            run,
            Samples.warm(50_000),
            Samples.expired(),
            Samples.unresolved(),
            Samples.redirected(),
            Samples.tunnelled());
    return Samples.withHosts(whole).named("before the index, \"quoted\" \u2028 \ud83d\udc63");
  }

  private static PageLoad page() {
    return new PageLoad(
        PageEngine.IMPORTED,
        Optional.of(Viewport.PHONE),
        OptionalInt.of(0),
        new PageMarks(
            OptionalLong.of(1), OptionalLong.of(2), OptionalLong.of(3), OptionalLong.of(4)),
        List.of(0),
        List.of("https://www.shop.test/maybe.woff2"),
        List.of("https://www.shop.test/unused.js"),
        List.of("scripts were not run"),
        Optional.of(
            new PageSource(
                "har",
                Optional.of("Firefox 146"),
                Optional.of("Firefox"),
                List.of(new Repair("exclusive-connect", 3, true)))),
        Optional.of(
            new Rendering(
                Optional.of(
                    new Rendering.LargestPaint(
                        Optional.of("img#hero"), Optional.of("https://www.shop.test/a.png"), 7)),
                OptionalDouble.of(0.125),
                List.of(new Rendering.LongTask(5, 60_000_000)),
                List.of(new Rendering.FilmFrame(6, "/9j/4AAQ")))));
  }

  @Test
  void aClockKeepsHowManyRequestsBoundIt() throws SnapshotFormatException {
    Snapshot whole = full();
    Run first = whole.runs().getFirst();
    List<Alignment> bounds = List.of(new Alignment("db-1", -1, 7, 5), new Alignment("web-1", 2, 3));
    Snapshot bounded =
        new Snapshot(
            whole.id(),
            whole.name(),
            whole.target(),
            whole.takenAt(),
            whole.environment(),
            List.of(first.with(first.exchanges(), first.spans(), bounds)),
            whole.hosts(),
            whole.unknown());
    assertThat(SnapshotCodec.decode(SnapshotCodec.encode(bounded))).isEqualTo(bounded);
  }

  @Test
  void whatIsWrittenIsReadBackTheSame() throws IOException {
    assertThat(SnapshotCodec.decodeStored(SnapshotCodec.encode(full()))).isEqualTo(full());
  }

  @Test
  void anExchangeOverQuicIsReadBackTheSame() throws IOException {
    Snapshot quic = Samples.snapshot("https://shop.test/", Samples.overQuic());
    assertThat(SnapshotCodec.decodeStored(SnapshotCodec.encode(quic))).isEqualTo(quic);
  }

  @Test
  void equalSnapshotsHaveEqualBytes() throws IOException {
    byte[] once = SnapshotCodec.encode(full());
    assertThat(SnapshotCodec.encode(SnapshotCodec.decode(once))).isEqualTo(once);
  }

  @Test
  void theBytesAreThoseOfTheGoldenFile() throws IOException {
    Golden.check("codec/snapshot/full.json", new String(SnapshotCodec.encode(full()), UTF_8));
  }

  @Test
  void membersOfNewerFilesAreWrittenBackWhereTheyWere() throws IOException {
    String json = Documents.minimal("\"x\":{\"deep\":[1.50,{\"a\":\"\\u00e9\"}]}, \"a/b~c\" : 1e2");
    Snapshot read = SnapshotCodec.decode(json.getBytes(UTF_8));
    String written = new String(SnapshotCodec.encode(read), UTF_8);
    assertThat(read.unknown())
        .isEqualTo(
            Map.of(
                "/runs/0/exchanges/0/x", "{\"deep\":[1.50,{\"a\":\"\\u00e9\"}]}",
                "/runs/0/exchanges/0/a~1b~0c", "1e2"));
    assertThat(written)
        .contains("\"serverSpans\":[],\"a/b~c\":1e2,\"x\":{\"deep\":[1.50,{\"a\":\"\\u00e9\"}]}}");
    assertThat(SnapshotCodec.decodeStored(written.getBytes(UTF_8))).isEqualTo(read);
  }

  @Test
  void aRoundTripTimeWithoutTheRestOfTheKernelsFactsIsNotLost() throws IOException {
    String json =
        Documents.minimal("\"connection\":{\"id\":1,\"reused\":false,\"rttNanos\":40100000}");
    String written =
        new String(SnapshotCodec.encode(SnapshotCodec.decode(json.getBytes(UTF_8))), UTF_8);
    assertThat(written).contains("\"rttNanos\":40100000");
  }

  @ParameterizedTest
  @EnumSource
  void anInitiatorIsReadFromAnObjectAndFromAnOldString(Initiator.Type type) throws IOException {
    Snapshot old = decode("\"initiator\":\"" + type.label() + "\"");
    Snapshot read = decode("\"initiator\":{\"type\":\"" + type.label() + "\"}");
    assertThat(read.runs().getFirst().exchanges().getFirst().initiator())
        .contains(Initiator.of(type));
    assertThat(old).isEqualTo(read);
    assertThat(new String(SnapshotCodec.encode(old), UTF_8))
        .contains("\"initiator\":{\"type\":\"" + type.label() + "\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"worker\",\"exchange\":3,\"x\":{\"y\":1.50}}",
        "\"https://shop.test/main.js\"",
      })
  void anInitiatorOfATypeThatNobodyKnowsIsWrittenBackAsItWas(String raw) throws IOException {
    Snapshot read = decode("\"initiator\":" + raw + ",\"status\":200");
    assertThat(read.runs().getFirst().exchanges().getFirst().initiator()).isEmpty();
    assertThat(read.unknown()).isEqualTo(Map.of("/runs/0/exchanges/0/initiator", raw));
    String written = new String(SnapshotCodec.encode(read), UTF_8);
    assertThat(written).contains("\"initiator\":" + raw).doesNotContain("\"initiator\":null");
    assertThat(SnapshotCodec.decodeStored(written.getBytes(UTF_8))).isEqualTo(read);
  }

  private static Snapshot decode(String exchangeMembers) throws IOException {
    return SnapshotCodec.decode(Documents.minimal(exchangeMembers).getBytes(UTF_8));
  }

  @Test
  void aForeignFileNeedsNoChecksum() throws IOException {
    Snapshot read = SnapshotCodec.decode(Documents.minimal("").getBytes(UTF_8));
    assertThat(read.runs().getFirst().exchanges())
        .containsExactly(new ExchangeBuilder("https://shop.test/", "GET").build());
  }

  @Test
  void aByteOrderMarkIsPassedOver() throws IOException {
    byte[] marked = ("\ufeff" + new String(SnapshotCodec.encode(full()), UTF_8)).getBytes(UTF_8);
    assertThat(SnapshotCodec.decodeStored(marked)).isEqualTo(full());
  }

  @Test
  void halfASurrogatePairBecomesAReplacement() throws IOException {
    String json = Documents.minimal("\"request\":{\"headers\":[[\"x\",\"\\ud800\"]]}");
    Snapshot read = SnapshotCodec.decode(json.getBytes(UTF_8));
    RequestFacts request = read.runs().getFirst().exchanges().getFirst().request();
    assertThat(request.headers()).containsExactly(new Header("x", "?"));
    assertThat(SnapshotCodec.decodeStored(SnapshotCodec.encode(read))).isEqualTo(read);
  }
}
