package dev.lightfoot.codec.accesslog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lightfoot.codec.Collected;
import dev.lightfoot.codec.ReadSettings;
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Attributes;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanKind;
import dev.lightfoot.model.span.SpanStatus;
import dev.lightfoot.model.span.SpanTime;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class NginxLogsTest {
  private static final String COMBINED =
      "10.77.1.1 - - [23/Nov/2026:15:29:43 +0000] \"GET /nplus1/?n=5 HTTP/2.0\" 200 581 \"-\""
          + " \"curl/7.88.1\"";
  private static final String JSON =
      "{\"time\":\"2026-11-23T15:29:43+00:00\",\"msec\":1795447783.959,"
          + "\"request_id\":\"e5f6f719cfb3a12384f5970d617b1eaa\","
          + "\"traceparent\":\"00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01\","
          + "\"remote_addr\":\"10.77.1.1\",\"host\":\"www.shop.test\",\"method\":\"GET\","
          + "\"uri\":\"/nplus1/?n=5\",\"protocol\":\"HTTP/2.0\",\"status\":200,\"bytes_sent\":753,"
          + "\"body_bytes_sent\":581,\"request_time\":0.020,\"upstream_connect_time\":\"0.000\","
          + "\"upstream_header_time\":\"0.021\",\"upstream_response_time\":\"0.021\","
          + "\"upstream_addr\":\"127.0.0.1:8000\",\"upstream_status\":\"200\","
          + "\"user_agent\":\"curl/7.88.1\"}";
  private static final long SECOND = 1_000_000_000L;
  private static final long MILLI = 1_000_000L;
  private static final long AT_SECOND = 1_795_447_783L * SECOND;

  private static Collected read(String... lines) throws IOException {
    return Collected.of(AccessLogReader.of("nginx"), Lines.bytes(lines));
  }

  private static Collected readAs(String pattern, String... lines) throws IOException {
    return Collected.of(
        AccessLogReader.of("nginx"),
        Lines.bytes(lines),
        new ReadSettings(Optional.empty(), Optional.of(pattern), Optional.empty()));
  }

  private static Span only(Collected collected) {
    assertThat(collected.skipped).isEmpty();
    assertThat(collected.entries()).hasSize(1);
    return collected.entries().getFirst();
  }

  @Test
  void jsonLineTellsEverythingItKnows() throws IOException {
    Collected collected = read(JSON);
    Span span = only(collected);
    assertThat(span)
        .isEqualTo(
            new Span(
                Optional.of("4bf92f3577b34da6a3ce929d0e0e4736"),
                span.spanId(),
                Optional.of("00f067aa0ba902b7"),
                "GET /nplus1/",
                Layer.PROXY,
                SpanKind.SERVER,
                SpanTime.of(AT_SECOND + 939 * MILLI, 20 * MILLI, MILLI),
                SpanStatus.UNSET,
                Attributes.of(
                    AttributeNames.METHOD, "GET",
                    AttributeNames.PATH, "/nplus1/",
                    AttributeNames.QUERY, "n=5",
                    AttributeNames.STATUS, "200",
                    AttributeNames.BODY_BYTES, "581",
                    AttributeNames.RESPONSE_BYTES, "753",
                    AttributeNames.CLIENT_ADDRESS, "10.77.1.1",
                    AttributeNames.USER_AGENT, "curl/7.88.1",
                    AttributeNames.REQUEST_ID, "e5f6f719cfb3a12384f5970d617b1eaa",
                    AttributeNames.UPSTREAM_ADDRESS, "127.0.0.1:8000",
                    AttributeNames.PROTOCOL_VERSION, "2.0",
                    AttributeNames.SERVER_ADDRESS, "www.shop.test",
                    AttributeNames.FORMAT, "nginx"),
                List.of(),
                List.of()));
  }

  @Test
  void upstreamIsAChildFromTheStartOnWithItsPhases() throws IOException {
    Collected collected = read(JSON);
    Span parent = only(collected);
    Span child = collected.childrenOf(parent).getFirst();
    assertThat(child)
        .isEqualTo(
            new Span(
                parent.traceId(),
                child.spanId(),
                Optional.of(parent.spanId()),
                "upstream",
                Layer.APP,
                SpanKind.CLIENT,
                SpanTime.of(AT_SECOND + 939 * MILLI, 21 * MILLI, MILLI),
                SpanStatus.UNSET,
                Attributes.of(
                    AttributeNames.SERVER_ADDRESS, "127.0.0.1",
                    AttributeNames.SERVER_PORT, "8000",
                    AttributeNames.CONNECT_NANOS, "0",
                    AttributeNames.FIRST_BYTE_NANOS, "21000000",
                    AttributeNames.STATUS, "200",
                    AttributeNames.FORMAT, "nginx"),
                List.of(),
                List.of()));
  }

  @Test
  void sameRequestHasOneIdInBothFormats() throws IOException {
    assertThat(only(read(COMBINED + " 0.020 0.021")).spanId()).isEqualTo(only(read(JSON)).spanId());
  }

  @Test
  void equalRequestsOfOneSecondHaveOneIdThatSaysSo() throws IOException {
    Collected collected = read(COMBINED, COMBINED);
    assertThat(collected.derived).hasSize(2);
    assertThat(collected.derived).extracting(Span::spanId).containsOnly(only(read(JSON)).spanId());
  }

  @Test
  void whatTheApplicationBehindItLogsOfTheSameRequestHasAnIdOfItsOwn() throws IOException {
    Collected application = Collected.of(AccessLogReader.of("gunicorn"), Lines.bytes(COMBINED));
    assertThat(only(application).layer()).isEqualTo(Layer.APP);
    assertThat(only(application).spanId()).isNotEqualTo(only(read(COMBINED)).spanId());
  }

  @Test
  void anIdThatTheLogSaysIsNoDerivedOne() throws IOException {
    Collected collected = read(JSON.replaceFirst("\\{", "{\"span_id\":\"00f067aa0ba902b7\","));
    assertThat(collected.derived).isEmpty();
    assertThat(only(collected).spanId()).isEqualTo("00f067aa0ba902b7");
  }

  @Test
  void secondOfALogIsTheEndAndNoFinerThanASecond() throws IOException {
    Collected collected = read(COMBINED + " 0.020 0.021");
    Span span = only(collected);
    assertThat(span.time()).isEqualTo(SpanTime.ending(AT_SECOND, 20 * MILLI, SECOND));
    assertThat(collected.childrenOf(span).getFirst().time())
        .isEqualTo(SpanTime.of(AT_SECOND - 20 * MILLI, 21 * MILLI, SECOND));
  }

  @Test
  void withoutADurationAnInstantAndTheLineToAdd() throws IOException {
    Collected collected = read(COMBINED, COMBINED);
    assertThat(collected.entries().getFirst().time())
        .isEqualTo(SpanTime.instant(AT_SECOND, SECOND));
    assertThat(collected.warnings)
        .singleElement()
        .asString()
        .startsWith("Entries that do not say how long they took: 2.")
        .contains("log_format lightfoot");
  }

  @Test
  void adviceIsAFormatThatIsRead() throws IOException {
    Span span =
        only(
            read(
                "{\"ts\":\"1795447783.959\",\"id\":\"e5f6\",\"tp\":\"\",\"c\":\"10.77.1.1\",\"m\":\"GET\","
                    + "\"u\":\"/nplus1/?n=5\",\"p\":\"HTTP/2.0\",\"s\":200,\"bb\":581,\"b\":753,\"rt\":0.020,"
                    + "\"uct\":\"0.000\",\"uht\":\"0.021\",\"urt\":\"0.021\",\"us\":\"200\","
                    + "\"ua\":\"127.0.0.1:8000\",\"cs\":\"MISS\"}"));
    assertThat(span.spanId()).isEqualTo(only(read(JSON)).spanId());
    assertThat(span.time()).isEqualTo(only(read(JSON)).time());
    assertThat(span.attributes().get(AttributeNames.CACHE_STATUS)).contains("MISS");
  }

  @Test
  void formatStringOfTheServerIsFollowed() throws IOException {
    Collected collected =
        readAs(
            "log_format timed '$remote_addr [$time_iso8601] \"$request\" $status '\n"
                + "  'rt=$request_time urt=\"$upstream_response_time\" ${request_id}x';",
            "1.2.3.4 [2026-11-23T16:29:43+01:00] \"POST /a HTTP/1.1\" 502 rt=1.500 urt=\"1.000,"
                + " 0.400 : 0.100\" abcx");
    Span span = only(collected);
    assertThat(span.time()).isEqualTo(SpanTime.ending(AT_SECOND, 1500 * MILLI, SECOND));
    assertThat(span.status()).isEqualTo(SpanStatus.error("HTTP 502"));
    assertThat(span.attributes().get(AttributeNames.REQUEST_ID)).contains("abc");
    assertThat(collected.childrenOf(span).stream().map(Span::time))
        .containsExactly(
            SpanTime.of(AT_SECOND - 1500 * MILLI, 1000 * MILLI, SECOND),
            SpanTime.of(AT_SECOND - 500 * MILLI, 400 * MILLI, SECOND),
            SpanTime.of(AT_SECOND - 100 * MILLI, 100 * MILLI, SECOND));
  }

  @Test
  void formatThatCannotBeTakenApartIsRefusedWithTheReason() {
    assertThatThrownBy(() -> readAs("$remote_addr$request_time", COMBINED))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nothing stands between $remote_addr and $request_time");
  }

  @Test
  void timesWithKeysAreFoundWithoutAFormat() throws IOException {
    Collected collected =
        read(COMBINED + " rt=0.020 uct=\"0.001\" uht=\"0.019\" urt=\"0.020\" cs=HIT");
    Span span = only(collected);
    assertThat(span.time().durationNanos()).isEqualTo(20 * MILLI);
    assertThat(span.attributes().get(AttributeNames.CACHE_STATUS)).contains("HIT");
    assertThat(collected.childrenOf(span).getFirst().attributes().get(AttributeNames.CONNECT_NANOS))
        .contains("1000000");
  }

  @Test
  void ingressControllerTellsEachTry() throws IOException {
    Collected collected =
        read(
            "192.168.64.14 - - [07/Feb/2020:12:02:42 +0000] \"GET /v2/some HTTP/1.1\" 200 61 \"-\""
                + " \"Mozilla/5.0\" 348 0.110 [default-web2-8080] [] 172.17.0.6:8080,"
                + " 172.17.0.7:8080 61, 100 0.100, 0.004 502, 200"
                + " 835136ae24486dbb4156dcbe21f5d402");
    Span span = only(collected);
    assertThat(span.attributes().get(AttributeNames.REQUEST_ID))
        .contains("835136ae24486dbb4156dcbe21f5d402");
    List<Span> tries = collected.childrenOf(span);
    long start = 1_581_076_962L * SECOND - 110 * MILLI;
    assertThat(tries.stream().map(Span::time))
        .containsExactly(
            SpanTime.of(start, 100 * MILLI, SECOND),
            SpanTime.of(start + 100 * MILLI, 4 * MILLI, SECOND));
    assertThat(tries.stream().map(Span::status))
        .containsExactly(SpanStatus.error("HTTP 502"), SpanStatus.UNSET);
    assertThat(tries.get(1).attributes().get(AttributeNames.SERVER_ADDRESS)).contains("172.17.0.7");
  }

  @Test
  void escapesOfBothKindsAreUndone() throws IOException {
    Span span =
        only(
            read(
                "1.2.3.4 - \"a b\" [10/Oct/2026:13:55:36 +0000] \"GET /\\\"x\\\\ HTTP/1.1\" 200 -"
                    + " \"\\x22\\x3c\" \"ua \\\"q\\\"\""));
    assertThat(span.attributes().get(AttributeNames.PATH)).contains("/\"x\\");
    assertThat(span.attributes().get(AttributeNames.USER_AGENT)).contains("ua \"q\"");
  }

  @Test
  void portOfTheServerIsReadUnderItsNameInEveryLayout() throws IOException {
    String tail = " rt=0.020 server_port=8443";
    String format =
        "$remote_addr - $remote_user [$time_local] \"$request\" $status $body_bytes_sent"
            + " \"$http_referer\" \"$http_user_agent\" rt=$request_time server_port=$server_port";
    List<Span> spans =
        List.of(
            only(read(COMBINED + tail)),
            only(readAs(format, COMBINED + tail)),
            only(read(JSON.replaceFirst("\\{", "{\"server_port\":8443,"))));
    assertThat(spans)
        .extracting(span -> span.attributes().get(AttributeNames.SERVER_PORT))
        .containsOnly(Optional.of("8443"));
  }

  @Test
  void clientThatWentAwayIsNamed() throws IOException {
    Span span =
        only(read("unix: - - [10/Oct/2026:13:55:36 +0000] \"GET / HTTP/1.1\" 499 0 \"-\" \"-\" -"));
    assertThat(span.attributes().get(AttributeNames.ERROR_TYPE))
        .contains("client closed the request");
    assertThat(span.status()).isEqualTo(SpanStatus.UNSET);
  }

  @Test
  void brokenLineIsSkippedAndNeverTheEnd() throws IOException {
    Collected collected = read(COMBINED, "half a line", "{broken", COMBINED);
    assertThat(collected.entries()).hasSize(2);
    assertThat(collected.skipped)
        .containsExactly(
            "line 2: The line cannot be read: it ends within or before $remote_addr.",
            "line 3: The line cannot be read: its JSON breaks off or is none at byte 2.");
  }
}
