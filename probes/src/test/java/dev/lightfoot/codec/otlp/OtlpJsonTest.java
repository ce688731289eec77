package dev.lightfoot.codec.otlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lightfoot.codec.Collected;
import dev.lightfoot.codec.LogReader;
import dev.lightfoot.model.span.Attributes;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanEvent;
import dev.lightfoot.model.span.SpanFlags;
import dev.lightfoot.model.span.SpanKind;
import dev.lightfoot.model.span.SpanLink;
import dev.lightfoot.model.span.SpanStatus;
import dev.lightfoot.model.span.SpanTime;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class OtlpJsonTest {
  private static final String TRACE = "5b8efff798038103d269b633813fc60c";
  private static final String SPAN =
      """
      {"traceId":"5b8efff798038103d269b633813fc60c","spanId":"eee19b7ec3c1b174","name":"GET /cart",\
      "kind":2,"startTimeUnixNano":"1544712660000000001","endTimeUnixNano":"1544712661000000001"}\
      """;

  private final LogReader reader = new OtlpJsonReader();

  @Test
  void aSpanCarriesWhatItsResourceAndScopeSay() {
    Collected read =
        read(
            "{\"resourceSpans\":[{\"resource\":{\"attributes\":[{\"key\":\"service.name\","
                + "\"value\":{\"stringValue\":\"shop\"}},{\"key\":\"host.name\",\"value\":"
                + "{\"stringValue\":\"web1\"}}]},\"scopeSpans\":[{\"scope\":{\"name\":\"django\"},"
                + "\"spans\":["
                + SPAN
                + "]}]}]}");
    assertThat(read.spans)
        .containsExactly(
            Span.of(
                    "eee19b7ec3c1b174",
                    "GET /cart",
                    Layer.APP,
                    SpanKind.SERVER,
                    SpanTime.of(1544712660000000001L, 1_000_000_000, 1))
                .inTrace(TRACE, Optional.empty())
                .with(
                    Attributes.of(
                        "service.name", "shop",
                        "host.name", "web1",
                        "otel.scope.name", "django",
                        "lightfoot.clock", "web1",
                        "lightfoot.format", "otlp-json")));
    assertThat(read.skipped).isEmpty();
    assertThat(read.warnings).isEmpty();
  }

  @Test
  void whoseSpansAreMayBeSaidAfterThem() {
    Collected read =
        read(
            "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":["
                + SPAN
                + "],\"scope\":{\"name\":\"late\"}}],\"resource\":{\"attributes\":[{\"key\":"
                + "\"service.name\",\"value\":{\"stringValue\":\"shop\"}}]}}]}");
    assertThat(read.spans).hasSize(1);
    assertThat(read.spans.getFirst().attributes().get("service.name")).hasValue("shop");
    assertThat(read.spans.getFirst().attributes().get("otel.scope.name")).hasValue("late");
  }

  @Test
  void eachToolsWrappingIsUnwrapped() {
    String inner = "[{\"scopeSpans\":[{\"spans\":[" + SPAN + "]}]}]";
    String old = "[{\"instrumentationLibrarySpans\":[{\"spans\":[" + SPAN + "]}]}]";
    for (String document :
        List.of(
            "{\"batches\":" + old + "}",
            "{\"trace\":{\"resourceSpans\":" + inner + "}}",
            "{\"result\":{\"resourceSpans\":" + inner + "}}",
            "[{\"resourceSpans\":" + inner + "}]",
            "{\"resource_spans\":" + inner.replace("scopeSpans", "scope_spans") + "}")) {
      assertThat(read(document).spans).as(document).hasSize(1);
    }
  }

  @Test
  void idsKindsAndTimesAreReadInEveryWritingThatWasSeen() {
    String tempo =
        spans(
            """
            {"traceId":"W47/95gDgQPSabYzgT/GDA==","spanId":"7uGbfsPBsXQ=","name":"n",\
            "kind":"SPAN_KIND_CLIENT","startTimeUnixNano":{"low":1,"high":359655000},\
            "endTimeUnixNano":1544712661000000001,"status":{"code":"STATUS_CODE_ERROR"}}\
            """);
    Span span = read(tempo).spans.getFirst();
    assertThat(span.traceId()).hasValue("5b8efff798038103d269b633813fc60c");
    assertThat(span.spanId()).isEqualTo("eee19b7ec3c1b174");
    assertThat(span.kind()).isEqualTo(SpanKind.CLIENT);
    assertThat(span.time().atUnixNanos()).isEqualTo((359655000L << 32) + 1);
    assertThat(span.time().end()).hasValue(1544712661000000001L);
    assertThat(span.status()).isEqualTo(SpanStatus.error(""));
  }

  @Test
  void aSpanThatIsNoneIsSkippedWithItsPlaceAndSpoilsNoOther() {
    String broken = SPAN.replace(TRACE, "abc");
    Collected read = read(spans(SPAN + "," + broken + "," + SPAN.replace("eee1", "eee2")));
    assertThat(read.spans).hasSize(2);
    assertThat(read.skipped)
        .containsExactly(
            "line 1 /resourceSpans/0/scopeSpans/0/spans/1: "
                + "It has no valid trace id (32 hexadecimal digits, not all 0).");
  }

  @Test
  void linesOfLogsAndMetricsAreCountedAndADamagedLineCostsItselfOnly() {
    String line = spans(SPAN);
    Collected read =
        read(
            line
                + "\n{\"resourceLogs\":[{}]}\n{\"resourceMetrics\":[]}\n"
                + line.substring(0, 90)
                + "\n\n"
                + line
                + "\r\n{\"x\":1}\n");
    assertThat(read.spans).hasSize(2);
    assertThat(read.skipped).singleElement().asString().startsWith("line 4: It is not valid JSON");
    assertThat(read.warnings)
        .containsExactly(
            "Lists of log records, which are not read here: 1.",
            "Lists of metrics, which are not read here: 1.",
            "Lines or records that hold no spans: 1.");
  }

  @Test
  void aDamagedFirstLineDoesNotHideTheOthers() {
    String line = spans(SPAN);
    Collected read = read(line.substring(0, 60) + "\n" + line + "\n" + line);
    assertThat(read.spans).hasSize(2);
    assertThat(read.skipped).hasSize(1);
  }

  @Test
  void aDocumentMayBePrintedOverManyLinesAndBeCut() {
    String pretty =
        spans(SPAN + ",\n" + SPAN.replace("eee1", "eee2")).replace("{\"res", "{\n\"res");
    assertThat(read(pretty).spans).hasSize(2);
    Collected cut = read(pretty.substring(0, pretty.length() - 60));
    assertThat(cut.spans).hasSize(1);
    assertThat(cut.skipped).hasSize(1);
  }

  @Test
  void valuesOfEveryTypeBecomeText() {
    String attributes =
        """
        {"key":"i","value":{"intValue":"42"}},{"key":"d","value":{"doubleValue":1.5}},\
        {"key":"b","value":{"boolValue":true}},{"key":"y","value":{"bytesValue":"AQI="}},\
        {"key":"a","value":{"arrayValue":{"values":[{"stringValue":"x\\"y"},{"intValue":1},{}]}}},\
        {"key":"m","value":{"kvlistValue":{"values":[{"key":"k","value":{"boolValue":false}}]}}},\
        {"key":"e","value":{}},{"key":"http.request.header.x-request-id","value":\
        {"arrayValue":{"values":[{"stringValue":"r1"}]}}}\
        """;
    String span = SPAN.replace("\"kind\":2", "\"kind\":2,\"attributes\":[" + attributes + "]");
    Attributes read = read(spans(span)).spans.getFirst().attributes();
    assertThat(read.toMap())
        .containsEntry("i", "42")
        .containsEntry("d", "1.5")
        .containsEntry("b", "true")
        .containsEntry("y", "AQI=")
        .containsEntry("a", "[\"x\\\"y\",1,null]")
        .containsEntry("m", "{\"k\":false}")
        .containsEntry("e", "")
        .containsEntry("http.request.header.x-request-id", "r1");
  }

  @Test
  void whatIsNestedTooDeeplyIsSkippedAlone() {
    String deep = "{\"stringValue\":\"x\"}";
    for (int i = 0; i < 200; i++) {
      deep = "{\"arrayValue\":{\"values\":[" + deep + "]}}";
    }
    String span =
        SPAN.replace(
            "\"kind\":2", "\"kind\":2,\"attributes\":[{\"key\":\"a\",\"value\":" + deep + "}]");
    Collected read = read(spans(span + "," + SPAN));
    assertThat(read.spans).hasSize(1);
    assertThat(read.skipped).singleElement().asString().contains("nested more than 64 deep");
  }

  @Test
  void timesThatCannotBeAreInstantsOrSkipped() {
    String start = "1544712660000000001";
    String end = "1544712661000000001";
    Collected backwards = read(spans(SPAN.replace(end, "1544712659000000001")));
    assertThat(backwards.spans.getFirst().time())
        .isEqualTo(SpanTime.instant(1544712660000000001L, 1));
    assertThat(backwards.warnings).hasSize(1);
    assertThat(read(spans(SPAN.replace(end, "0"))).spans.getFirst().time())
        .isEqualTo(SpanTime.instant(1544712660000000001L, 1));
    assertThat(read(spans(SPAN.replace(end, "0").replace(start, "0"))).skipped).hasSize(1);
    assertThat(read(spans(SPAN.replace(end, "18446744073709551615"))).skipped).hasSize(1);
    assertThat(read(spans(SPAN.replace(start, "-1"))).skipped).hasSize(1);
  }

  @Test
  void aClockThatCountsInMillisecondsSaysSo() {
    assertThat(
            read(spans(SPAN.replace("1544712660000000001", "1544712660123000000")))
                .spans
                .getFirst()
                .time()
                .resolutionNanos())
        .isEqualTo(1_000_000);
  }

  @Test
  void aBodyThatIsNoJsonOrNoRequestIsMalformed() {
    for (String body : List.of("", "[", "{\"resourceSpans\":[", "17", "nonsense")) {
      assertThatThrownBy(
              () -> OtlpJson.decode(body.getBytes(StandardCharsets.UTF_8), new Collected()))
          .as(body)
          .isInstanceOf(MalformedOtlpException.class);
    }
  }

  @Test
  void theDirectDecoderCountsAcceptedAndRejected() throws MalformedOtlpException {
    String body = spans(SPAN + "," + SPAN.replace("eee19b7ec3c1b174", "0000000000000000"));
    assertThat(OtlpJson.decode(body.getBytes(StandardCharsets.UTF_8), new Collected()))
        .isEqualTo(new Decoded(1, 1));
  }

  @Test
  void whatIsWrittenIsReadBackEqual() {
    List<Span> spans =
        List.of(
            new Span(
                Optional.of(TRACE),
                "eee19b7ec3c1b174",
                Optional.of("eee19b7ec3c1b175"),
                "SELECT \u0000 \ud83d\ude00",
                Layer.DATABASE,
                SpanKind.CLIENT,
                SpanTime.of(1544712660123000000L, 5, 1),
                new SpanStatus(SpanStatus.Code.ERROR, "no"),
                Attributes.of(
                    "service.name",
                    "shop",
                    "db.rows",
                    "1",
                    "http.response.status_code",
                    "200",
                    "url.full",
                    "http://a/b",
                    "code.namespace",
                    "x",
                    "db.system",
                    "redis",
                    "w3c.tracestate",
                    "ot=th:8",
                    "lightfoot.span.flags",
                    "771"),
                List.of(new SpanEvent(7, "e", Attributes.of("k", "v"))),
                List.of(new SpanLink(TRACE, "aaaaaaaaaaaaaaaa"))),
            Span.of(
                "aaaaaaaaaaaaaaab", "", Layer.PROXY, SpanKind.SERVER, SpanTime.instant(1500, 1000)),
            Span.of(
                "aaaaaaaaaaaaaaac", "n", Layer.CACHE, SpanKind.INTERNAL, SpanTime.lasting(9, 100)),
            Span.of(
                "aaaaaaaaaaaaaaad", "n", Layer.QUEUE, SpanKind.PRODUCER, SpanTime.lasting(0, 1)));
    Collected read = Collected.of(reader, OtlpJsonWriter.line(spans));
    assertThat(read.spans).containsExactlyElementsOf(spans);
    assertThat(read.skipped).isEmpty();
    assertThat(read.warnings).isEmpty();
  }

  @Test
  void stateAndFlagsStandWhereOtlpHasAPlaceForThem() {
    Span span =
        Span.of("eee19b7ec3c1b174", "n", Layer.APP, SpanKind.SERVER, SpanTime.of(9, 9, 1))
            .inTrace(TRACE, Optional.empty())
            .with(Attributes.of("w3c.tracestate", "ot=th:8", "lightfoot.span.flags", "771"));
    String line = new String(OtlpJsonWriter.line(List.of(span)), StandardCharsets.UTF_8);
    assertThat(line)
        .contains("\"traceState\":\"ot=th:8\",\"flags\":771,")
        .doesNotContain("w3c.tracestate", "lightfoot.span.flags");
  }

  @Test
  void aRecorderThatSaysNothingOfFlagsLeavesThemUnknown() {
    Collected read =
        read(spans(SPAN.replace("\"kind\":2", "\"kind\":2,\"flags\":0,\"traceState\":\"\"")));
    assertThat(SpanFlags.of(read.spans.getFirst())).isEmpty();
    assertThat(read.spans.getFirst().attributes().get("w3c.tracestate")).isEmpty();
  }

  @Test
  void aRecorderSaysWhetherTheParentIsOfAnotherProcess() {
    assertThat(flags("769")).contains(new SpanFlags(true, false, Optional.of(true)));
    assertThat(flags("258")).contains(new SpanFlags(false, true, Optional.of(false)));
    assertThat(flags("1")).contains(new SpanFlags(true, false, Optional.empty()));
    assertThat(flags("-1")).isEmpty();
    assertThat(flags("99999999999")).isEmpty();
    assertThat(flags("\"x\"")).isEmpty();
  }

  private Optional<SpanFlags> flags(String written) {
    Collected read = read(spans(SPAN.replace("\"kind\":2", "\"kind\":2,\"flags\":" + written)));
    return SpanFlags.of(read.spans.getFirst());
  }

  @Test
  void aCancelledReadingStops() {
    String line = spans(SPAN) + "\n";
    int[] seen = {0};
    Collected.of(reader, line);
    var counting =
        new dev.lightfoot.codec.Reading() {
          @Override
          public void span(Span span) {
            seen[0]++;
          }

          @Override
          public void skipped(String place, String reason) {}

          @Override
          public void warning(String sentence) {}

          @Override
          public boolean cancelled() {
            return seen[0] > 0;
          }
        };
    byte[] many = line.repeat(10_000).getBytes(StandardCharsets.UTF_8);
    try {
      reader.read(
          new java.io.ByteArrayInputStream(many), dev.lightfoot.codec.ReadSettings.NONE, counting);
    } catch (java.io.IOException e) {
      throw new AssertionError(e);
    }
    assertThat(seen[0]).isBetween(1, 1_000);
  }

  private Collected read(String text) {
    return Collected.of(reader, text);
  }

  private static String spans(String spans) {
    return "{\"resourceSpans\":[{\"resource\":{},\"scopeSpans\":[{\"scope\":{},\"spans\":["
        + spans
        + "]}]}]}";
  }
}
