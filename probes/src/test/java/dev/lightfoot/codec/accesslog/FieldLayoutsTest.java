package dev.lightfoot.codec.accesslog;

import static dev.lightfoot.codec.accesslog.Lines.MILLI;
import static dev.lightfoot.codec.accesslog.Lines.SECOND;
import static dev.lightfoot.codec.accesslog.Lines.at;
import static dev.lightfoot.codec.accesslog.Lines.bytes;
import static dev.lightfoot.codec.accesslog.Lines.only;
import static dev.lightfoot.codec.accesslog.Lines.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.codec.Collected;
import dev.lightfoot.codec.DurationUnit;
import dev.lightfoot.codec.LogReader;
import dev.lightfoot.codec.ReadSettings;
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanStatus;
import dev.lightfoot.model.span.SpanTime;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Layouts as servers in the field have them, beside those of their manuals.
final class FieldLayoutsTest {
  private static final String COMBINED =
      "192.0.2.7 - - [20/Nov/2026:10:00:02 +0000] \"GET /cart HTTP/1.1\" 200 512 \"-\" \"ua\"";
  private static final String ID = "4f0e1c2d3b4a59687766554433221100";

  private static Collected any(String... lines) throws IOException {
    return read(Lines.reader(bytes(lines)).orElseThrow(), lines);
  }

  private static Optional<String> attribute(Span span, String name) {
    return span.attributes().get(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "412 0.137 [default-web-80] 10.0.0.1:80, 10.0.0.2:80 0, 512 0.100, 0.036 502, 200 " + ID,
        "412 0.137 [default-web-80] [] 10.0.0.1:80, 10.0.0.2:80 0, 512 0.100, 0.036 502, 200 " + ID,
        "412 0.137 [default-web-80] [] 10.0.0.1:80, 10.0.0.2:80 0, 512 0.100, 0.036 502, 200 "
            + ID
            + " default",
        "412 0.137 [default-web-80] [] 10.0.0.1:80, 10.0.0.2:80 0, 512 0.100, 0.036 502, 200 "
            + ID
            + " \"session=secret; a=b\" TLSv1.3",
      })
  void theIngressControllersOfAllYearsHaveTheirTries(String tail) throws IOException {
    for (String line :
        List.of(
            COMBINED + ' ' + tail, COMBINED.replace(" - - ", " - [192.0.2.7] - - ") + ' ' + tail)) {
      Collected all = any(line, line);
      Span span = all.entries().getFirst();
      assertThat(all.skipped).isEmpty();
      assertThat(span.time().durationNanos()).isEqualTo(137 * MILLI);
      assertThat(attribute(span, AttributeNames.REQUEST_ID)).contains(ID);
      assertThat(all.childrenOf(span))
          .extracting(each -> each.time().durationNanos() / MILLI)
          .containsExactly(100L, 36L, 100L, 36L);
      assertThat(all.childrenOf(span).getFirst().status()).isEqualTo(SpanStatus.error("HTTP 502"));
      assertThat(all.spans.toString()).doesNotContain("secret");
    }
  }

  @Test
  void aFieldBehindTheLastKnownOneIsPassedOver() throws IOException {
    String format = "$remote_addr [$time_local] \"$request\" $status $request_time $request_id";
    String line = "192.0.2.7 [20/Nov/2026:10:00:02 +0000] \"GET / HTTP/1.1\" 200 0.5 abc";
    LogReader nginx = AccessLogReader.of("nginx");
    for (String more : List.of("", " session=secret", " \"a b\" c")) {
      Span span = only(Lines.readAs(nginx, format, line + more));
      assertThat(attribute(span, AttributeNames.REQUEST_ID)).contains("abc");
    }
    String times = format.replace(" $request_id", "");
    assertThat(only(Lines.readAs(nginx, times, line)).time().durationNanos())
        .isEqualTo(500 * MILLI);
    String lists = format.replace("$request_id", "$upstream_response_time");
    Collected all = Lines.readAs(nginx, lists, line.replace("abc", "0.1, 0.2 : 0.1 x"));
    assertThat(all.childrenOf(all.entries().getFirst())).hasSize(3);
  }

  @Test
  void listsStandInColumnsOfNoInterestToo() throws IOException {
    Collected all =
        any(
            COMBINED + " 0.137 \"0, 512\" 0, 512 10.0.0.1:80, 10.0.0.2:80 0.100, 0.036 " + ID,
            COMBINED + " 0.137 \"512\" 512 10.0.0.1:80 0.100 " + ID);
    assertThat(all.entries())
        .extracting(span -> attribute(span, AttributeNames.REQUEST_ID))
        .containsOnly(Optional.of(ID));
    assertThat(all.spans).hasSize(5);
  }

  private static final String MESSAGES =
      """
      2026/11/20 10:00:00 [error] 7#7: *1 connect() failed (111: Connection refused)
      [Fri Nov 20 10:00:00.123456 2026] [core:error] [pid 7] AH00035: access denied
      [2026-11-20 10:00:00 +0000] [7] [INFO] Booting worker with pid: 8
      [2026-11-20 10:00:00.123][1][info][main] [source/server/server.cc:1] starting
      I1120 10:00:00.123456       7 main.go:43] started
      20-Nov-2026 10:00:00.000 INFO [main] org.apache.catalina.startup.Catalina.start
      time="2026-11-20T10:00:00Z" level=error msg="no such host"
      INFO:     Started server process [7]
      /docker-entrypoint.sh: Configuration complete; ready for start up
      10-listen-on-ipv6-by-default.sh: info: Enabled listen on IPv6\
      """;

  @Test
  void whatAServerSaysOfItselfIsNotSkipped() throws IOException {
    String[] lines = (MESSAGES + "\n" + COMBINED + " 0.010").split("\n");
    Collected all = any(lines);
    assertThat(all.skipped).isEmpty();
    assertThat(all.entries()).hasSize(1);
    assertThat(all.warnings)
        .containsExactly("Messages of the server itself, as in its error log: 10.");
  }

  @Test
  void connectionsOfTcpAreNoRequests() throws IOException {
    String text =
        "[2026-11-20T10:00:03.165Z] \"%s\" %s - - - \"-\" 120 340 60005 - \"-\" \"-\" \"-\""
            + " \"-\" \"10.0.0.9:5432\" outbound|5432||db 10.0.0.1:4001 10.0.0.9:5432"
            + " 10.0.0.1:4000 - -";
    String json =
        "{\"start_time\":\"2026-11-20T10:00:03.165Z\",\"method\":%s,\"path\":null,"
            + "\"response_code\":%s,\"bytes_sent\":5,\"duration\":60005,\"response_flags\":\"-\"}";
    Collected all =
        read(
            AccessLogReader.of("envoy"),
            text.formatted("- - -", "0"),
            text.formatted("GET /a HTTP/1.1", "0"),
            json.formatted("null", "0"),
            json.formatted("\"GET\"", "0"),
            json.formatted("null", "400"));
    assertThat(all.skipped).isEmpty();
    assertThat(all.entries()).hasSize(3);
    assertThat(all.warnings).containsExactly("Lines that are not about requests: 2.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"start_time\":\"2026-11-20T10:00:02.165Z\",\"x-envoy-origin-path\":\"/cart?x=1\","
            + "\":authority\":\"shop.example\",\"x-request-id\":\"abc\",\"response_flags\":\"-\","
            + "\"x-envoy-upstream-service-time\":\"35\",\"x-forwarded-for\":\"192.0.2.7\"",
        "\"@timestamp\":\"2026-11-20T10:00:02.165Z\",\"path\":\"/cart?x=1\",\"bytes_received\":0,"
            + "\"authority\":\"shop.example\",\"request_id\":\"abc\",\"response_flags\":\"-\","
            + "\"upstream_service_time\":\"35\",\"downstream_remote_address\":\"192.0.2.7:5000\"",
        "\"time\":\"2026-11-20T10:00:02.165Z\",\":path\":\"/cart?x=1\",\"response_flags\":\"UF\","
            + "\":authority\":\"shop.example\",\"x-request-id\":\"abc\","
            + "\"x-envoy-upstream-service-time\":35,\"x-forwarded-for\":\"192.0.2.7,10.0.0.1\"",
      })
  void envoyIsKnownUnderOtherNames(String members) throws IOException {
    Collected all =
        any("{\"method\":\"GET\",\"response_code\":200,\"duration\":37," + members + "}");
    Span span = only(all);
    assertThat(span.time())
        .isEqualTo(SpanTime.of(at("2026-11-20T10:00:02.165Z"), 37 * MILLI, MILLI));
    assertThat(span.name()).isEqualTo("GET /cart");
    assertThat(attribute(span, AttributeNames.REQUEST_ID)).contains("abc");
    assertThat(attribute(span, AttributeNames.SERVER_ADDRESS)).contains("shop.example");
    assertThat(attribute(span, AttributeNames.CLIENT_ADDRESS)).contains("192.0.2.7");
    assertThat(all.childrenOf(span).getFirst().time().durationNanos()).isEqualTo(35 * MILLI);
  }

  @Test
  void apachesOwnJsonHasItsTimeInBracketsAndItsPathAsRequest() throws IOException {
    Span span =
        only(
            any(
                "{\"time\":\"[20/Nov/2026:10:00:02 +0000]\",\"remoteIP\":\"192.0.2.7\","
                    + "\"method\":\"GET\",\"request\":\"/cart\",\"query\":\"?x=1\","
                    + "\"status\":\"200\",\"duration_us\":\"125400\"}"));
    assertThat(span.name()).isEqualTo("GET /cart");
    assertThat(attribute(span, AttributeNames.QUERY)).contains("x=1");
    assertThat(attribute(span, AttributeNames.CLIENT_ADDRESS)).contains("192.0.2.7");
    assertThat(span.time()).isEqualTo(SpanTime.of(at("2026-11-20T10:00:02Z"), 125_400_000, SECOND));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POST http://shop.example:80/pay - |POST /pay",
        "POST http://shop.example:80/pay -|POST /pay",
        "GET http://shop.example:80/a HTTP/1.1|GET /a",
        "- http://shop.example:80- -|unreadable request",
        "GET /a - b HTTP/1.1|GET /a - b",
      })
  void aRequestWithoutAProtocolHasNoMinusInItsPath(String request, String name) throws IOException {
    Span span =
        only(
            read(
                AccessLogReader.of("alb"),
                "http 2026-11-20T10:00:38.000000Z app/lb/1 192.0.2.7:40000 10.0.0.9:80 0.001 0.002"
                    + " 0.000 504 - 172 370 \"%s\" \"-\" - - arn:x \"-\" \"-\" \"-\""
                        .formatted(request)));
    assertThat(span.name()).isEqualTo(name);
  }

  @Test
  void cloudfrontsSecondVersionIsJson() throws IOException {
    Span span =
        only(
            any(
                "{\"date\":\"2026-11-20\",\"time\":\"10:00:02\",\"x-edge-location\":\"FRA56-P1\","
                    + "\"sc-bytes\":\"512\",\"c-ip\":\"192.0.2.7\",\"cs-method\":\"GET\","
                    + "\"cs(Host)\":\"d1.cloudfront.net\",\"cs-uri-stem\":\"/cart\","
                    + "\"sc-status\":\"200\",\"cs(User-Agent)\":\"Mozilla/5.0%20(X11)\","
                    + "\"cs-uri-query\":\"x=1\",\"x-edge-request-id\":\"SOX4==\","
                    + "\"time-taken\":\"0.037\",\"time-to-first-byte\":\"0.036\"}"));
    assertThat(span.time())
        .isEqualTo(SpanTime.ending(at("2026-11-20T10:00:02Z"), 37 * MILLI, SECOND));
    assertThat(span.name()).isEqualTo("GET /cart");
    assertThat(attribute(span, AttributeNames.USER_AGENT)).contains("Mozilla/5.0 (X11)");
    assertThat(attribute(span, AttributeNames.FORMAT)).contains("cloudfront");
  }

  private static final String W3C =
      "#Fields: date time c-ip cs-method cs-uri sc-status%s time-taken";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "#Software: Apache Tomcat/9.0.89|-|0.125|125|-",
        "#Software: WebLogic Server|-|2|2000|-",
        "#Software: Microsoft Internet Information Services 10.0|-|125|125|-",
        "#Software: Microsoft HTTP API 2.0|-|125|125|-",
        "#Software: SGOS 6.7|-|125|125|-",
        "-|sc-win32-status|125|125|-",
        "-|-|0.125|125|-",
        "-|-|125|125|--unit time-taken=",
      })
  void timeTakenIsSecondsButInIis(
      String software, String column, String taken, long millis, String warning)
      throws IOException {
    String fields = W3C.formatted(column == null ? "" : " " + column);
    String line =
        "2026-11-20 10:00:00 192.0.2.7 GET /a?x=1 200" + (column == null ? " " : " 0 ") + taken;
    Collected all = any(fields, software == null ? "#Version: 1.0" : software, line);
    Span span = only(all);
    assertThat(span.name()).isEqualTo("GET /a");
    assertThat(span.time().durationNanos()).isEqualTo(millis * MILLI);
    if (warning == null) {
      assertThat(all.warnings).isEmpty();
    } else {
      assertThat(all.warnings).singleElement().asString().contains(warning);
    }
  }

  @Test
  void aPersonSaysTheUnitOfAColumn() {
    byte[] file = bytes(W3C.formatted(""), "2026-11-20 10:00:00 192.0.2.7 GET /a 200 125");
    ReadSettings said =
        new ReadSettings(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Map.of("time-taken", DurationUnit.MICROSECONDS));
    Collected all = Collected.of(AccessLogReader.of("iis"), file, said);
    assertThat(only(all).time().durationNanos()).isEqualTo(125_000);
    assertThat(all.warnings).isEmpty();
  }

  @Test
  void theDayMayStandInAComment() throws IOException {
    Collected all =
        any(
            "#Version: 1.0",
            "#Date: 2026-11-30 22:00:00",
            "#Fields: time cs-method cs-uri sc-status",
            "22:00:00 GET /a 200",
            "23:59:59 GET /b 200",
            "00:00:01 GET /c 200",
            "#Date: 2026-12-05 00:00:00",
            "00:00:02 GET /d 200");
    assertThat(all.skipped).isEmpty();
    assertThat(all.entries())
        .extracting(span -> span.time().atUnixNanos())
        .containsExactly(
            at("2026-11-30T22:00:00Z"),
            at("2026-11-30T23:59:59Z"),
            at("2026-12-01T00:00:01Z"),
            at("2026-12-05T00:00:02Z"));
  }

  @Test
  void tomcatQuotesWithApostrophesToo() throws IOException {
    Collected all =
        any(
            W3C.formatted(" cs(User-Agent)"),
            "#Software: Apache Tomcat/9.0.89",
            "2026-11-20 10:00:00 192.0.2.7 GET /a 200 'curl \"x\" y' 0.125",
            "2026-11-20 10:00:00 192.0.2.7 GET /a 200 \"it's me\" 0.125",
            "2026-11-20 10:00:00 192.0.2.7 GET /a 200 it's 0.125");
    assertThat(all.skipped).isEmpty();
    assertThat(all.entries())
        .extracting(span -> attribute(span, AttributeNames.USER_AGENT).orElse(""))
        .containsExactly("curl \"x\" y", "it's me", "it's");
  }
}
