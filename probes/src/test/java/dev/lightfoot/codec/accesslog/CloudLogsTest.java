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
import org.junit.jupiter.api.Test;

final class CloudLogsTest {
  private static final String ALB =
      "https 2026-08-10T23:39:43.065466Z app/lb/50dc 192.168.131.39:2817 10.0.0.1:80 0.086 0.048"
          + " 0.037 200 200 0 57 \"GET https://www.example.com:443/a?b=1 HTTP/1.1\" \"curl/7.46.0\""
          + " ECDHE TLSv1.2 arn:x \"Root=1-58337281-1d84f3d73c47ec4e58577259\"";

  @Test
  void albShortFormAddsItsThreeTimes() throws IOException {
    Collected collected = read(AccessLogReader.of("alb"), ALB + " www.example.com arn:y");
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
            AccessLogReader.of("alb"),
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
            AccessLogReader.of("alb"),
            ALB.replace("10.0.0.1:80 0.086 0.048 0.037 200 200", "- -1 -1 -1 502 -"));
    Span span = only(collected);
    assertThat(span.time().duration()).isEmpty();
    assertThat(span.status().isError()).isTrue();
    assertThat(collected.childrenOf(span)).isEmpty();
  }

  @Test
  void albTargetThatFailedIsAnError() throws IOException {
    Collected collected =
        read(AccessLogReader.of("alb"), ALB.replace("0.037 200 200", "0.037 502 503"));
    assertThat(collected.childrenOf(only(collected)))
        .extracting(Span::status)
        .containsExactly(SpanStatus.error("HTTP 503"));
  }

  @Test
  void albTimeThatIsCutShortIsNotALocalTime() throws IOException {
    Collected collected =
        readIn("Europe/Berlin", AccessLogReader.of("alb"), ALB.replace("43.065466Z", "43.065466"));
    assertThat(collected.skipped)
        .containsExactly("line 1: The line cannot be read: it is not a load balancer's line.");
    assertThat(collected.warnings).isEmpty();
  }

  @Test
  void albStartThatIsCutShortIsNotALocalTime() throws IOException {
    Collected collected =
        readIn(
            "Europe/Berlin",
            AccessLogReader.of("alb"),
            ALB + " www.example.com arn:y 1 2026-08-10T23:39:42.8");
    assertThat(only(collected).time())
        .isEqualTo(SpanTime.ending(at("2026-08-10T23:39:43.065466Z"), 171 * MILLI, MILLI));
  }

  @Test
  void cloudfrontFollowsItsHeader() throws IOException {
    Collected collected =
        read(
            AccessLogReader.of("cloudfront"),
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
  void cloudfrontNamesARequestWithABlankWhereATabSeparatesItsParts() throws IOException {
    Collected collected =
        read(
            AccessLogReader.of("cloudfront"),
            "#Fields: date time x-edge-location cs-method cs-uri-stem",
            "2026-12-04\t21:02:31\tLAX50-P1\tGET\t/a");
    assertThat(only(collected).name()).isEqualTo("GET /a");
  }

  private static final String IIS_FIELDS =
      "#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip"
          + " cs(User-Agent) sc-status sc-substatus sc-win32-status time-taken";

  @Test
  void iisStampsTheEndInUtc() throws IOException {
    same(
        only(
            read(
                AccessLogReader.of("iis"),
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
    Collected collected = read(AccessLogReader.of("iis"), IIS_FIELDS, "2026-08-15 17:00:00 GET");
    assertThat(collected.skipped)
        .containsExactly(
            "line 2: The line cannot be read: it has 3 fields, but its header names 14.");
  }
}
