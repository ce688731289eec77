package dev.lightfoot.codec.accesslog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.codec.LogReader;
import dev.lightfoot.codec.ReadSettings;
import dev.lightfoot.model.AttributeNames;
import dev.lightfoot.model.Attributes;
import dev.lightfoot.model.Layer;
import dev.lightfoot.model.Span;
import dev.lightfoot.model.SpanKind;
import dev.lightfoot.model.SpanStatus;
import dev.lightfoot.model.SpanTime;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class OtherReadersTest {
  private static final long SECOND = 1_000_000_000L;
  private static final long MILLI = 1_000_000L;
  private static final long MICRO = 1_000L;

  private static long at(String instant) {
    Instant parsed = Instant.parse(instant);
    return parsed.getEpochSecond() * SECOND + parsed.getNano();
  }

  private static Collected read(LogReader reader, String... lines) throws IOException {
    return Collected.of(reader, lines);
  }

  private static Collected readIn(String zone, LogReader reader, String... lines)
      throws IOException {
    return Collected.of(
        reader,
        Collected.bytes(lines),
        new ReadSettings(Optional.of(ZoneId.of(zone)), Optional.empty(), Optional.empty()));
  }

  private static Collected readAs(LogReader reader, String format, String... lines)
      throws IOException {
    return Collected.of(
        reader,
        Collected.bytes(lines),
        new ReadSettings(Optional.empty(), Optional.of(format), Optional.empty()));
  }

  private static Span only(Collected collected) {
    assertThat(collected.skipped).isEmpty();
    assertThat(collected.entries()).hasSize(1);
    return collected.entries().getFirst();
  }

  private static void same(Span span, Layer layer, String name, SpanTime time, String... facts) {
    assertThat(span)
        .isEqualTo(
            new Span(
                span.traceId(),
                span.spanId(),
                span.parentSpanId(),
                name,
                layer,
                SpanKind.SERVER,
                time,
                SpanStatus.UNSET,
                Attributes.of(facts),
                List.of(),
                List.of()));
  }

  @Test
  void apacheStampsTheStart() throws IOException {
    Span span =
        only(
            readAs(
                new ApacheReader(),
                "LogFormat \"%h %l %u %t \\\"%r\\\" %>s %O %D %^FB %{X-Request-Id}i\" timed",
                "1.2.3.4 - - [10/Oct/2026:13:55:36 +0200] \"GET /a?b HTTP/1.1\" 200 512 1500 900"
                    + " abc"));
    same(
        span,
        Layer.PROXY,
        "GET /a",
        SpanTime.of(at("2026-10-10T11:55:36Z"), 1500 * MICRO, SECOND),
        AttributeNames.METHOD,
        "GET",
        AttributeNames.PATH,
        "/a",
        AttributeNames.QUERY,
        "b",
        AttributeNames.STATUS,
        "200",
        AttributeNames.RESPONSE_BYTES,
        "512",
        AttributeNames.CLIENT_ADDRESS,
        "1.2.3.4",
        AttributeNames.REQUEST_ID,
        "abc",
        AttributeNames.PROTOCOL_VERSION,
        "1.1",
        AttributeNames.FIRST_BYTE_NANOS,
        "900000",
        AttributeNames.FORMAT,
        "apache");
  }

  @Test
  void apacheCountsInFourUnits() throws IOException {
    String line = "[10/Oct/2026:13:55:36 +0200] 3";
    ApacheReader apache = new ApacheReader();
    assertThat(only(readAs(apache, "%t %T", line)).time().durationNanos()).isEqualTo(3 * SECOND);
    assertThat(only(readAs(apache, "%t %{s}T", line)).time().durationNanos()).isEqualTo(3 * SECOND);
    assertThat(only(readAs(apache, "%t %{ms}T", line)).time().durationNanos()).isEqualTo(3 * MILLI);
    assertThat(only(readAs(apache, "%t %{us}T", line)).time().durationNanos()).isEqualTo(3 * MICRO);
    assertThat(only(readAs(apache, "%t %D", line)).time().durationNanos()).isEqualTo(3 * MICRO);
  }

  @Test
  void apacheIsReadWithoutAFormatWhereItsNumbersAreMicroseconds() throws IOException {
    Span span =
        only(
            read(
                new ApacheReader(),
                "1.2.3.4 - - [10/Oct/2026:13:55:36 +0200] \"GET /a HTTP/1.1\" 200 5 \"-\" \"ua\""
                    + " 25301"));
    assertThat(span.time())
        .isEqualTo(SpanTime.of(at("2026-10-10T11:55:36Z"), 25_301 * MICRO, SECOND));
  }

  @Test
  void apacheNumbersThatCouldBeSecondsStayUnread() throws IOException {
    Collected collected =
        read(
            new ApacheReader(),
            "1.2.3.4 - - [10/Oct/2026:13:55:36 +0200] \"GET /a HTTP/1.1\" 200 5 \"-\" \"ua\" 1");
    assertThat(only(collected).time())
        .isEqualTo(SpanTime.instant(at("2026-10-10T11:55:36Z"), SECOND));
    assertThat(collected.warnings).singleElement().asString().contains("LogFormat");
  }

  @Test
  void gunicornStampsTheEndAndNamesTheTrace() throws IOException {
    Span span =
        only(
            read(
                new GunicornReader(),
                "127.0.0.1 - - [23/Nov/2026:09:29:46 -0600] \"GET /login/ HTTP/1.1\" 200 10 \"-\""
                    + " \"curl/7.88.1\" 118497 pid=<25502>"
                    + " traceparent=00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"
                    + " request_id=61e6fb155674e2d303e1e9df96895b13"));
    assertThat(span.traceId()).contains("4bf92f3577b34da6a3ce929d0e0e4736");
    assertThat(span.parentSpanId()).contains("00f067aa0ba902b7");
    same(
        span,
        Layer.APP,
        "GET /login/",
        SpanTime.ending(at("2026-11-23T15:29:46Z"), 118_497 * MICRO, SECOND),
        AttributeNames.METHOD,
        "GET",
        AttributeNames.PATH,
        "/login/",
        AttributeNames.STATUS,
        "200",
        AttributeNames.BODY_BYTES,
        "10",
        AttributeNames.CLIENT_ADDRESS,
        "127.0.0.1",
        AttributeNames.USER_AGENT,
        "curl/7.88.1",
        AttributeNames.REQUEST_ID,
        "61e6fb155674e2d303e1e9df96895b13",
        AttributeNames.PROCESS_ID,
        "25502",
        AttributeNames.PROTOCOL_VERSION,
        "1.1",
        AttributeNames.FORMAT,
        "gunicorn");
  }

  @Test
  void gunicornFormatIsFollowed() throws IOException {
    String format = "%(t)s \"%(r)s\" %(s)s %(L)s %(p)s %({x-request-id}i)s";
    Span span =
        only(
            readAs(
                new GunicornReader(),
                format,
                "[23/Nov/2026:09:29:46 -0600] \"GET / HTTP/1.1\" 200 0.118497 <7> abc"));
    assertThat(span.time().durationNanos()).isEqualTo(118_497 * MICRO);
    assertThat(span.attributes().get(AttributeNames.PROCESS_ID)).contains("7");
    assertThat(span.attributes().get(AttributeNames.REQUEST_ID)).contains("abc");
  }

  private static final String UWSGI =
      "[pid: 88185|app: 0|req: 1/1] 127.0.0.1 () {38 vars in 696 bytes} [Sun Oct 25 02:30:00 2026]"
          + " POST /u?a=1 => generated 47 bytes in 129 msecs (HTTP/1.1 200) 9 headers in 378 bytes"
          + " (1 switches on core 3)";

  @Test
  void uwsgiStampsTheStartInLocalTimeAndTheEarlierOfTwo() throws IOException {
    Collected collected = readIn("Europe/Berlin", new UwsgiReader(), UWSGI);
    same(
        only(collected),
        Layer.APP,
        "POST /u",
        SpanTime.of(at("2026-10-25T00:30:00Z"), 129 * MILLI, SECOND),
        AttributeNames.METHOD,
        "POST",
        AttributeNames.PATH,
        "/u",
        AttributeNames.QUERY,
        "a=1",
        AttributeNames.STATUS,
        "200",
        AttributeNames.BODY_BYTES,
        "47",
        AttributeNames.CLIENT_ADDRESS,
        "127.0.0.1",
        AttributeNames.PROCESS_ID,
        "88185",
        AttributeNames.PROTOCOL_VERSION,
        "1.1",
        AttributeNames.FORMAT,
        "uwsgi");
    assertThat(collected.warnings).singleElement().asString().contains("showed twice");
  }

  @Test
  void localTimeWithoutAZoneIsSkippedAndSaidOnce() throws IOException {
    Collected collected = read(new UwsgiReader(), UWSGI, UWSGI);
    assertThat(collected.spans).isEmpty();
    assertThat(collected.skipped).hasSize(2);
    assertThat(collected.warnings).singleElement().asString().contains("--zone");
  }

  @Test
  void uwsgiCountsMicrosecondsToo() throws IOException {
    assertThat(
            only(readIn("UTC", new UwsgiReader(), UWSGI.replace("129 msecs", "68 micros")))
                .time()
                .durationNanos())
        .isEqualTo(68 * MICRO);
  }

  @Test
  void caddyStampsTheEnd() throws IOException {
    Collected collected =
        read(
            new CaddyReader(),
            "{\"level\":\"info\",\"ts\":1761019822.3,\"msg\":\"server running\"}",
            "{\"level\":\"info\",\"ts\":1761019828.61539,\"logger\":\"http.log.access.log0\",\"msg\":\"handled"
                + " request\","
                + "\"request\":{\"remote_ip\":\"172.19.0.1\",\"client_ip\":\"10.0.0.9\",\"proto\":\"HTTP/2.0\","
                + "\"method\":\"GET\",\"host\":\"localhost\",\"uri\":\"/x?y=1\",\"headers\":{\"User-Agent\":[\"ua\"]}},"
                + "\"duration\":0.001674508,\"size\":7,\"status\":304}");
    same(
        only(collected),
        Layer.PROXY,
        "GET /x",
        SpanTime.ending(at("2025-10-21T04:10:28.615390Z"), 1_674_508, MICRO),
        AttributeNames.METHOD,
        "GET",
        AttributeNames.PATH,
        "/x",
        AttributeNames.QUERY,
        "y=1",
        AttributeNames.STATUS,
        "304",
        AttributeNames.BODY_BYTES,
        "7",
        AttributeNames.CLIENT_ADDRESS,
        "10.0.0.9",
        AttributeNames.USER_AGENT,
        "ua",
        AttributeNames.PROTOCOL_VERSION,
        "2.0",
        AttributeNames.SERVER_ADDRESS,
        "localhost",
        AttributeNames.FORMAT,
        "caddy");
    assertThat(collected.warnings).containsExactly("1 line is not about requests.");
  }

  @Test
  void traefikHasTheServerWithinItsNanoseconds() throws IOException {
    Collected collected =
        read(
            new TraefikReader(),
            "{\"ClientHost\":\"10.0.0.9\",\"DownstreamStatus\":200,\"Duration\":1250000,\"OriginDuration\":1000000,"
                + "\"OriginStatus\":200,\"Overhead\":250000,\"RequestHost\":\"shop.test\",\"RequestMethod\":\"GET\","
                + "\"RequestPath\":\"/a\",\"RequestProtocol\":\"HTTP/1.1\",\"ServiceAddr\":\"172.17.0.2:80\","
                + "\"StartUTC\":\"2026-11-23T15:29:43.123456789Z\",\"level\":\"info\"}");
    Span span = only(collected);
    long start = at("2026-11-23T15:29:43.123456789Z");
    assertThat(span.time()).isEqualTo(SpanTime.of(start, 1_250_000, 1));
    Span child = collected.childrenOf(span).getFirst();
    assertThat(child.time()).isEqualTo(SpanTime.of(start, 1_000_000, 250_000));
    assertThat(child.attributes().get(AttributeNames.SERVER_ADDRESS)).contains("172.17.0.2");
  }

  @Test
  void traefikCommonFormatHasMilliseconds() throws IOException {
    Span span =
        only(
            read(
                new TraefikReader(),
                "10.0.0.9 - - [23/Nov/2026:15:29:43 +0000] \"GET /a HTTP/1.1\" 200 5 \"-\" \"ua\""
                    + " 17 \"web@docker\" \"http://172.17.0.2:80\" 12ms"));
    assertThat(span.time()).isEqualTo(SpanTime.of(at("2026-11-23T15:29:43Z"), 12 * MILLI, SECOND));
  }

  private static final String HAPROXY =
      "Feb 25 16:19:49 192.168.4.2 haproxy[7]: [2001:db8::1]:53332 [25/Feb/2019:16:19:48.143] in~"
          + " bk/web1 %s %s %s - - ---- 2/1/0/0/0 0/0 {Mozilla/5.0 (X11)|abc} {} \"GET /a?b=1"
          + " HTTP/1.1\"";

  private static Collected haproxy(String timers, String status, String bytes) throws IOException {
    return readIn("UTC", new HaproxyReader(), HAPROXY.formatted(timers, status, bytes));
  }

  @Test
  void haproxyTellsQueueAndServer() throws IOException {
    Collected collected = haproxy("5/20/7/1457/1500", "200", "11394");
    long start = at("2019-02-25T16:19:48.143Z");
    Span span = only(collected);
    assertThat(span.time()).isEqualTo(SpanTime.of(start, 1500 * MILLI, MILLI));
    assertThat(span.attributes().get(AttributeNames.CLIENT_ADDRESS)).contains("[2001:db8::1]");
    assertThat(span.attributes().get(AttributeNames.CLOCK)).contains("192.168.4.2");
    assertThat(span.attributes().get(AttributeNames.USER_AGENT)).contains("Mozilla/5.0 (X11)");
    List<Span> parts = collected.childrenOf(span);
    assertThat(parts.stream().map(Span::layer)).containsExactly(Layer.QUEUE, Layer.APP);
    assertThat(parts.stream().map(Span::time))
        .containsExactly(
            SpanTime.of(start + 5 * MILLI, 20 * MILLI, MILLI),
            SpanTime.of(start + 25 * MILLI, 1475 * MILLI, MILLI));
    assertThat(parts.get(1).attributes().get(AttributeNames.FIRST_BYTE_NANOS))
        .contains("1464000000");
  }

  @Test
  void haproxyPhaseThatWasNotReachedIsNone() throws IOException {
    Collected collected = haproxy("0/-1/-1/-1/30", "503", "+217");
    Span span = only(collected);
    assertThat(span.status()).isEqualTo(SpanStatus.error("HTTP 503"));
    assertThat(span.attributes().get(AttributeNames.RESPONSE_BYTES)).contains("217");
    assertThat(collected.childrenOf(span)).isEmpty();
    assertThat(
            haproxy("0/0/1/-1/+30", "-1", "0")
                .childrenOf(haproxy("0/0/1/-1/+30", "-1", "0").entries().getFirst()))
        .singleElement()
        .extracting(Span::status)
        .isEqualTo(SpanStatus.error("no answer from the server"));
  }

  @Test
  void haproxyHttpsLogAndOtherLines() throws IOException {
    Collected collected =
        readIn(
            "UTC",
            new HaproxyReader(),
            "Feb 25 16:19:38 h haproxy[1]: Proxy in started.",
            HAPROXY.formatted("0/0/1/2/3", "200", "9")
                + " 0/0000000000000000/0/0/0 shop.test/TLSv1.3/X",
            "Feb 25 16:19:38 h haproxy[1]: 1.2.3.4:5 [25/Feb/2019:16:19:48.143] in bk/s 0/1/2 9 --"
                + " 1/1/1/1/0 0/0");
    assertThat(only(collected).name()).isEqualTo("GET /a");
    assertThat(collected.warnings).containsExactly("2 lines are not about requests.");
  }

  private static final String ALB =
      "https 2026-08-10T23:39:43.065466Z app/lb/50dc 192.168.131.39:2817 10.0.0.1:80 0.086 0.048"
          + " 0.037 200 200 0 57 \"GET https://www.example.com:443/a?b=1 HTTP/1.1\" \"curl/7.46.0\""
          + " ECDHE TLSv1.2 arn:x \"Root=1-58337281-1d84f3d73c47ec4e58577259\"";

  @Test
  void albShortFormAddsItsThreeTimes() throws IOException {
    Collected collected = read(new AlbReader(), ALB + " www.example.com arn:y");
    long end = at("2026-08-10T23:39:43.065466Z");
    Span span = only(collected);
    assertThat(span.traceId()).contains("583372811d84f3d73c47ec4e58577259");
    same(
        span,
        Layer.PROXY,
        "GET /a",
        SpanTime.ending(end, 171 * MILLI, MILLI),
        AttributeNames.METHOD,
        "GET",
        AttributeNames.PATH,
        "/a",
        AttributeNames.QUERY,
        "b=1",
        AttributeNames.STATUS,
        "200",
        AttributeNames.RESPONSE_BYTES,
        "57",
        AttributeNames.CLIENT_ADDRESS,
        "192.168.131.39",
        AttributeNames.USER_AGENT,
        "curl/7.46.0",
        AttributeNames.UPSTREAM_ADDRESS,
        "10.0.0.1:80",
        AttributeNames.PROTOCOL_VERSION,
        "1.1",
        AttributeNames.SERVER_ADDRESS,
        "www.example.com",
        AttributeNames.SERVER_PORT,
        "443",
        AttributeNames.FORMAT,
        "alb");
    assertThat(collected.childrenOf(span).getFirst().time())
        .isEqualTo(SpanTime.of(end - 85 * MILLI, 48 * MILLI, MILLI));
  }

  @Test
  void albLongFormKnowsItsStartAndABlankMayBeMissing() throws IOException {
    Collected collected =
        read(
            new AlbReader(),
            ALB
                + " \"www.example.com\" \"-\"1 2026-08-10T23:39:42.800000Z \"forward\" \"-\" \"-\""
                + " \"10.0.0.1:80\" \"200\" \"-\" \"-\" TID_1");
    assertThat(only(collected).time())
        .isEqualTo(SpanTime.of(at("2026-08-10T23:39:42.8Z"), 265_466 * MICRO, MICRO));
  }

  @Test
  void albWithoutATargetHasNoParts() throws IOException {
    Collected collected =
        read(
            new AlbReader(),
            ALB.replace("10.0.0.1:80 0.086 0.048 0.037 200 200", "- -1 -1 -1 502 -"));
    Span span = only(collected);
    assertThat(span.time().duration()).isEmpty();
    assertThat(span.status().isError()).isTrue();
    assertThat(collected.childrenOf(span)).isEmpty();
  }

  @Test
  void cloudfrontFollowsItsHeader() throws IOException {
    Collected collected =
        read(
            new CloudfrontReader(),
            "#Version: 1.0",
            "#Fields: date time x-edge-location sc-bytes c-ip cs-method cs(Host) cs-uri-stem"
                + " sc-status cs(User-Agent) cs-uri-query x-edge-result-type x-edge-request-id"
                + " time-taken time-to-first-byte",
            "2026-12-04\t21:02:31\tLAX50-P1\t392\t192.0.2.100\tGET\td111.cloudfront.net"
                + "\t/index.html\t200\tMozilla/5.0%20(X11)\t-\tHit\tSOX4xwn4XV6Q4rg==\t0.012"
                + "\t0.010");
    same(
        only(collected),
        Layer.PROXY,
        "GET /index.html",
        SpanTime.ending(at("2026-12-04T21:02:31Z"), 12 * MILLI, SECOND),
        AttributeNames.METHOD,
        "GET",
        AttributeNames.PATH,
        "/index.html",
        AttributeNames.STATUS,
        "200",
        AttributeNames.RESPONSE_BYTES,
        "392",
        AttributeNames.CLIENT_ADDRESS,
        "192.0.2.100",
        AttributeNames.USER_AGENT,
        "Mozilla/5.0 (X11)",
        AttributeNames.REQUEST_ID,
        "SOX4xwn4XV6Q4rg==",
        AttributeNames.CACHE_STATUS,
        "Hit",
        AttributeNames.HOST_NAME,
        "LAX50-P1",
        AttributeNames.CLOCK,
        "LAX50-P1",
        AttributeNames.FIRST_BYTE_NANOS,
        "10000000",
        AttributeNames.FORMAT,
        "cloudfront");
  }

  @Test
  void envoyStampsTheStart() throws IOException {
    Collected collected =
        read(
            new EnvoyReader(),
            "[2016-04-15T20:17:00.310Z] \"POST /api/v1/locations HTTP/2\" 204 - 154 0 226 100"
                + " \"10.0.35.28\" \"nsq2http\" \"cc21d9b0-cf5c-432b-8c7e-98aeb7988cd2\""
                + " \"locations\" \"tcp://10.0.2.1:80\"");
    long start = at("2016-04-15T20:17:00.310Z");
    Span span = only(collected);
    same(
        span,
        Layer.PROXY,
        "POST /api/v1/locations",
        SpanTime.of(start, 226 * MILLI, MILLI),
        AttributeNames.METHOD,
        "POST",
        AttributeNames.PATH,
        "/api/v1/locations",
        AttributeNames.STATUS,
        "204",
        AttributeNames.BODY_BYTES,
        "0",
        AttributeNames.CLIENT_ADDRESS,
        "10.0.35.28",
        AttributeNames.USER_AGENT,
        "nsq2http",
        AttributeNames.REQUEST_ID,
        "cc21d9b0-cf5c-432b-8c7e-98aeb7988cd2",
        AttributeNames.UPSTREAM_ADDRESS,
        "tcp://10.0.2.1:80",
        AttributeNames.PROTOCOL_VERSION,
        "2",
        AttributeNames.SERVER_ADDRESS,
        "locations",
        AttributeNames.FORMAT,
        "envoy");
    assertThat(collected.childrenOf(span).getFirst().time())
        .isEqualTo(SpanTime.of(start, 100 * MILLI, 126 * MILLI));
  }

  @Test
  void istioIsReadInTextAndJson() throws IOException {
    Collected collected =
        read(
            new EnvoyReader(),
            "[2026-11-25T21:26:18.409Z] \"GET /status/418 HTTP/1.1\" 418 - via_upstream - \"-\" 0"
                + " 135 3 1 \"-\" \"curl/7.73.0\" \"84961386\" \"httpbin:8000\" \"127.0.0.1:80\""
                + " inbound|8000|| 127.0.0.1:41854 10.44.1.27:80 10.44.1.23:37652"
                + " outbound_.8000_._.httpbin default",
            "{\"start_time\":\"2026-11-25T21:26:18.409Z\",\"method\":\"GET\",\"path\":\"/status/418\",\"protocol\":\"HTTP/1.1\","
                + "\"response_code\":418,\"bytes_sent\":135,\"duration\":3,\"upstream_service_time\":\"1\","
                + "\"user_agent\":\"curl/7.73.0\",\"request_id\":\"84961386\",\"authority\":\"httpbin:8000\","
                + "\"x_forwarded_for\":null,\"downstream_remote_address\":\"10.44.1.23:37652\",\"upstream_host\":\"127.0.0.1:80\"}");
    assertThat(collected.skipped).isEmpty();
    Span text = collected.entries().getFirst();
    Span json = collected.entries().getLast();
    assertThat(text.time())
        .isEqualTo(SpanTime.of(at("2026-11-25T21:26:18.409Z"), 3 * MILLI, MILLI));
    assertThat(json.time()).isEqualTo(text.time());
    assertThat(json.attributes()).isEqualTo(text.attributes());
    assertThat(text.attributes().get(AttributeNames.CLIENT_ADDRESS)).contains("10.44.1.23");
  }

  private static final String IIS_FIELDS =
      "#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip"
          + " cs(User-Agent) sc-status sc-substatus sc-win32-status time-taken";

  @Test
  void iisStampsTheEndInUtc() throws IOException {
    same(
        only(
            read(
                new IisReader(),
                "#Software: Microsoft Internet Information Services 10.0",
                IIS_FIELDS,
                "2026-08-15 17:00:00 1.2.3.4 GET /a b=1 80 - 10.0.0.9 Mozilla/5.0+(X11) 200 0 0"
                    + " 109")),
        Layer.PROXY,
        "GET /a",
        SpanTime.ending(at("2026-08-15T17:00:00Z"), 109 * MILLI, SECOND),
        AttributeNames.METHOD,
        "GET",
        AttributeNames.PATH,
        "/a",
        AttributeNames.QUERY,
        "b=1",
        AttributeNames.STATUS,
        "200",
        AttributeNames.CLIENT_ADDRESS,
        "10.0.0.9",
        AttributeNames.USER_AGENT,
        "Mozilla/5.0 (X11)",
        AttributeNames.SERVER_PORT,
        "80",
        AttributeNames.FORMAT,
        "iis");
  }

  @Test
  void iisLineThatDoesNotFitItsHeaderIsSkipped() throws IOException {
    Collected collected = read(new IisReader(), IIS_FIELDS, "2026-08-15 17:00:00 GET");
    assertThat(collected.skipped)
        .containsExactly(
            "line 2: The line cannot be read: it has 3 fields, but its header names 14.");
  }
}
