package dev.lightfoot.codec.accesslog;

import static dev.lightfoot.codec.accesslog.Lines.MICRO;
import static dev.lightfoot.codec.accesslog.Lines.MILLI;
import static dev.lightfoot.codec.accesslog.Lines.SECOND;
import static dev.lightfoot.codec.accesslog.Lines.at;
import static dev.lightfoot.codec.accesslog.Lines.only;
import static dev.lightfoot.codec.accesslog.Lines.read;
import static dev.lightfoot.codec.accesslog.Lines.readAs;
import static dev.lightfoot.codec.accesslog.Lines.readIn;
import static dev.lightfoot.codec.accesslog.Lines.same;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.codec.Collected;
import dev.lightfoot.codec.LogReader;
import dev.lightfoot.codec.ReadSettings;
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanTime;
import java.io.IOException;
import org.junit.jupiter.api.Test;

final class ApplicationServerLogsTest {
  @Test
  void apacheStampsTheStart() throws IOException {
    Span span =
        only(
            readAs(
                AccessLogReader.of("apache"),
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
    LogReader apache = AccessLogReader.of("apache");
    assertThat(only(readAs(apache, "%t %T", line)).time().durationNanos()).isEqualTo(3 * SECOND);
    assertThat(only(readAs(apache, "%t %{s}T", line)).time().durationNanos()).isEqualTo(3 * SECOND);
    assertThat(only(readAs(apache, "%t %{ms}T", line)).time().durationNanos()).isEqualTo(3 * MILLI);
    assertThat(only(readAs(apache, "%t %{us}T", line)).time().durationNanos()).isEqualTo(3 * MICRO);
    assertThat(only(readAs(apache, "%t %D", line)).time().durationNanos()).isEqualTo(3 * MICRO);
  }

  @Test
  void apacheArgumentsDecideWhatALetterMeans() throws IOException {
    Span span =
        only(
            readAs(
                AccessLogReader.of("apache"),
                "%t %{pid}P %{tid}P %{canonical}p %{remote}p",
                "[10/Oct/2026:13:55:36 +0200] 7 139 443 50001"));
    assertThat(span.attributes().get(AttributeNames.PROCESS_ID)).contains("7");
    assertThat(span.attributes().get(AttributeNames.SERVER_PORT)).contains("443");
  }

  @Test
  void apacheIsReadWithoutAFormatWhereItsNumbersAreMicroseconds() throws IOException {
    Span span =
        only(
            read(
                AccessLogReader.of("apache"),
                "1.2.3.4 - - [10/Oct/2026:13:55:36 +0200] \"GET /a HTTP/1.1\" 200 5 \"-\" \"ua\""
                    + " 25301"));
    assertThat(span.time())
        .isEqualTo(SpanTime.of(at("2026-10-10T11:55:36Z"), 25_301 * MICRO, SECOND));
  }

  @Test
  void apacheNumbersThatCouldBeSecondsStayUnread() throws IOException {
    Collected collected =
        read(
            AccessLogReader.of("apache"),
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
                AccessLogReader.of("gunicorn"),
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
                AccessLogReader.of("gunicorn"),
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
    Collected collected = readIn("Europe/Berlin", AccessLogReader.of("uwsgi"), UWSGI);
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
    Collected collected = read(AccessLogReader.of("uwsgi"), UWSGI, UWSGI);
    assertThat(collected.spans).isEmpty();
    assertThat(collected.skipped).hasSize(2);
    assertThat(collected.warnings).singleElement().asString().contains("--zone");
  }

  @Test
  void uwsgiCountsMicrosecondsToo() throws IOException {
    assertThat(
            only(readIn(
                    "UTC", AccessLogReader.of("uwsgi"), UWSGI.replace("129 msecs", "68 micros")))
                .time()
                .durationNanos())
        .isEqualTo(68 * MICRO);
  }

  @Test
  void uwsgiNamesTheFirstOfForwardedAddresses() throws IOException {
    Span span =
        only(
            readIn(
                "UTC",
                AccessLogReader.of("uwsgi"),
                UWSGI.replace("127.0.0.1", "10.0.0.9, 127.0.0.1")));
    assertThat(span.attributes().get(AttributeNames.CLIENT_ADDRESS)).contains("10.0.0.9");
  }

  @Test
  void sizeThatIsNotANumberIsRefusedInAnyText() throws IOException {
    Collected collected =
        readIn("UTC", AccessLogReader.of("uwsgi"), UWSGI.replace("generated 47", "generated 4x7"));
    assertThat(collected.skipped)
        .containsExactly("line 1: The line cannot be read: the size of its body is not a number.");
  }

  @Test
  void partsOfAFileAreReadAsTheirBeginningShows() throws IOException {
    String first =
        "1.2.3.4 - - [10/Oct/2026:13:55:36 +0200] \"GET /a HTTP/1.1\" 200 5 \"-\" \"ua\" 25301";
    LogReader parts =
        AccessLogReader.of("apache").ofParts(Lines.bytes(first), ReadSettings.NONE).orElseThrow();
    assertThat(only(read(parts, first.replace("25301", "7"))).time().durationNanos())
        .isEqualTo(7 * MICRO);
  }

  @Test
  void partsOfAFileHaveTheLayoutOfTheWhole() throws IOException {
    String first =
        "1.2.3.4 - - [10/Oct/2026:13:55:36 +0200] \"GET /a HTTP/1.1\" 200 5 \"-\" \"%s\" 7\n";
    String later = first.formatted("ua").replace(" 7\n", " 25301\n");
    String file = first.formatted("x".repeat(2000)).repeat(40) + later.repeat(60);
    LogReader apache = AccessLogReader.of("apache");
    LogReader parts = apache.ofParts(file.getBytes(ISO_8859_1), ReadSettings.NONE).orElseThrow();
    assertThat(file.length()).isGreaterThan(LayoutChoice.BEGINNING);
    assertThat(Collected.of(parts, file).spans).isEqualTo(Collected.of(apache, file).spans);
  }
}
