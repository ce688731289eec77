package dev.lightfoot.codec.accesslog;

import static dev.lightfoot.codec.accesslog.Lines.MICRO;
import static dev.lightfoot.codec.accesslog.Lines.MILLI;
import static dev.lightfoot.codec.accesslog.Lines.SECOND;
import static dev.lightfoot.codec.accesslog.Lines.at;
import static dev.lightfoot.codec.accesslog.Lines.only;
import static dev.lightfoot.codec.accesslog.Lines.read;
import static dev.lightfoot.codec.accesslog.Lines.readIn;
import static dev.lightfoot.codec.accesslog.Lines.same;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.codec.Collected;
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanStatus;
import dev.lightfoot.model.span.SpanTime;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ProxyLogsTest {
  @Test
  void caddyStampsTheEnd() throws IOException {
    Collected collected =
        read(
            AccessLogReader.of("caddy"),
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
    assertThat(collected.warnings).containsExactly("Lines that are not about requests: 1.");
  }

  @Test
  void traefikHasTheServerWithinItsNanoseconds() throws IOException {
    Collected collected =
        read(
            AccessLogReader.of("traefik"),
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
  void upstreamStatusOfTwoDigitsIsNeitherAStatusNorAnError() throws IOException {
    Collected collected =
        read(
            AccessLogReader.of("traefik"),
            "{\"DownstreamStatus\":502,\"Duration\":1250000,\"OriginDuration\":1000000,"
                + "\"OriginStatus\":50,\"RequestMethod\":\"GET\",\"RequestPath\":\"/a\","
                + "\"StartUTC\":\"2026-11-23T15:29:43Z\"}");
    Span child = collected.childrenOf(collected.entries().getFirst()).getFirst();
    assertThat(child.status()).isEqualTo(SpanStatus.UNSET);
    assertThat(child.attributes().get(AttributeNames.STATUS)).isEmpty();
  }

  @Test
  void traefikCommonFormatHasMilliseconds() throws IOException {
    Span span =
        only(
            read(
                AccessLogReader.of("traefik"),
                "10.0.0.9 - - [23/Nov/2026:15:29:43 +0000] \"GET /a HTTP/1.1\" 200 5 \"-\" \"ua\""
                    + " 17 \"web@docker\" \"http://172.17.0.2:80\" 12ms"));
    assertThat(span.time()).isEqualTo(SpanTime.of(at("2026-11-23T15:29:43Z"), 12 * MILLI, SECOND));
  }

  private static final String HAPROXY =
      "Feb 25 16:19:49 192.168.4.2 haproxy[7]: 2001:db8::1:53332 [25/Feb/2019:16:19:48.143] in~"
          + " bk/web1 %s %s %s - - ---- 2/1/0/0/0 0/0 {Mozilla/5.0 (X11)|abc} {} \"GET /a?b=1"
          + " HTTP/1.1\"";

  private static Collected haproxy(String timers, String status, String bytes) throws IOException {
    return readIn("UTC", AccessLogReader.of("haproxy"), HAPROXY.formatted(timers, status, bytes));
  }

  @Test
  void haproxyTellsQueueAndServer() throws IOException {
    Collected collected = haproxy("5/20/7/1457/1500", "200", "11394");
    long start = at("2019-02-25T16:19:48.143Z");
    Span span = only(collected);
    assertThat(span.time()).isEqualTo(SpanTime.of(start, 1500 * MILLI, MILLI));
    assertThat(span.attributes().get(AttributeNames.CLIENT_ADDRESS)).contains("2001:db8::1");
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
            AccessLogReader.of("haproxy"),
            "Feb 25 16:19:38 h haproxy[1]: Proxy in started.",
            HAPROXY.formatted("0/0/1/2/3", "200", "9")
                + " 0/0000000000000000/0/0/0 shop.test/TLSv1.3/X",
            "Feb 25 16:19:38 h haproxy[1]: 1.2.3.4:5 [25/Feb/2019:16:19:48.143] in bk/s 0/1/2 9 --"
                + " 1/1/1/1/0 0/0");
    assertThat(only(collected).name()).isEqualTo("GET /a");
    assertThat(collected.warnings).containsExactly("Lines that are not about requests: 2.");
  }

  @Test
  void envoyStampsTheStart() throws IOException {
    Collected collected =
        read(
            AccessLogReader.of("envoy"),
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
            AccessLogReader.of("envoy"),
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
}
