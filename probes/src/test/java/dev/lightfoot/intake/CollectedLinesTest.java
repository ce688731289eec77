package dev.lightfoot.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.codec.ReadSettings;
import dev.lightfoot.intake.wrapped.LineNumbers;
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Span;
import java.io.ByteArrayInputStream;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Logs as collectors hand them on: heads before the lines, several programs in one file.
final class CollectedLinesTest {
  private static final String NGINX =
      "192.0.2.7 - - [20/Nov/2026:10:00:02 +0000] \"GET /cart HTTP/1.1\" 200 512 \"-\" \"curl\""
          + " 0.123 0.120";
  private static final String HAPROXY =
      "192.0.2.7:48548 [20/Nov/2026:10:00:02.165] front~ web/web1 0/0/1/593/595 404 9085 - - ----"
          + " 4/2/1/1/0 0/0 \"GET /cart HTTP/1.1\"";
  private static final String POSTGRES =
      "2026-11-20 10:00:32.100 UTC [%d] a@shop LOG:  duration: %d.000 ms  %s <unnamed>: SELECT a";

  private final List<Span> spans = new ArrayList<>();

  private List<FileReading> read(String... lines) {
    byte[] text = (String.join("\n", lines) + "\n").getBytes(UTF_8);
    IntakeSettings utc =
        new IntakeSettings(
            Optional.empty(),
            new ReadSettings(Optional.of(ZoneOffset.UTC), Optional.empty(), Optional.empty()));
    List<Source> sources = List.of(new Source.Stream("all.log", new ByteArrayInputStream(text)));
    return new Intake().read(sources, utc, spans::add);
  }

  private static String format(FileReading reading) {
    return reading.format().map(known -> known.name()).orElse("none");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-20T10:00:02.100000001Z ", // kubectl logs --timestamps
        "[pod/web-1-abc/nginx] ", // --prefix
        "[pod/web-1-abc/nginx] 2026-11-20T10:00:02.100000001Z ",
        "2026-11-20T10:00:02.100000001Z stdout F ", // CRI
        "web-1  | ", // docker compose logs
        "web-1  | 2026-11-20T10:00:02.100000001Z ", // --timestamps
        "web.1.x8y9@node1    | ", // docker service logs
        "2026-11-20T10:00:02.100000001Z web.1.x8y9@node1    | ",
        "Nov 20 10:00:02 web1 nginx: ", // syslog
        "<190>Nov 20 10:00:02 web1 nginx: ",
        "<190>1 2026-11-20T10:00:02.100Z web1 nginx 7 - - ",
        "2026-11-20T10:00:02.100000+00:00 web1 nginx[7]: ",
        "2026-11-20T10:00:02.100Z ", // CloudWatch's export
      })
  void theHeadOfACollectorIsTakenOff(String head) {
    List<FileReading> readings = read(head + NGINX, head + NGINX.replace("/cart", "/a"));
    assertThat(readings).hasSize(1);
    assertThat(format(readings.getFirst())).isEqualTo("nginx");
    assertThat(readings.getFirst().read()).isEqualTo(2);
    assertThat(readings.getFirst().skipped()).isZero();
    Span first = spans.getFirst();
    assertThat(first.name()).isEqualTo("GET /cart");
    assertThat(first.time().durationNanos()).isEqualTo(123_000_000);
    assertThat(first.attributes().get(AttributeNames.CLIENT_ADDRESS)).contains("192.0.2.7");
  }

  @Test
  void aLogThatBeginsWithItsOwnTimesKeepsThem() {
    String own = "2026-11-20T10:00:02+00:00 192.0.2.7 - GET /cart 200 0.123";
    assertThat(read(own, own).getFirst().unrecognised()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<134>1 2026-11-20T10:00:02+00:00 lb-7d59 ingress 44 - - ",
        "2026-11-20T10:00:02.100000001Z ",
        "",
      })
  void haproxyIsReadBehindAnyHead(String head) {
    FileReading reading = read(head + HAPROXY, head + HAPROXY).getFirst();
    assertThat(format(reading)).isEqualTo("haproxy");
    assertThat(reading.read()).isEqualTo(2);
    assertThat(spans.getFirst().time().durationNanos()).isEqualTo(595_000_000);
  }

  @Test
  void haproxysOwnHeadSaysItsHost() {
    read("Nov 20 10:00:02 lb1 haproxy[7]: " + HAPROXY);
    assertThat(spans.getFirst().attributes().get(AttributeNames.HOST_NAME)).contains("lb1");
    assertThat(spans.getFirst().attributes().get(AttributeNames.PROCESS_ID)).contains("7");
  }

  @Test
  void eachProgramOfASyslogIsReadByItsOwnReader() {
    List<FileReading> readings =
        read(
            "Nov 20 10:00:02 web1 nginx: " + NGINX,
            "Nov 20 10:00:02 web1 sshd[77]: Accepted publickey for root",
            "Nov 20 10:00:02 web1 postgres[1371]: [5-1] " + POSTGRES.formatted(1371, 1, "parse"),
            "Nov 20 10:00:02 web1 postgres[1400]: [7-1] " + POSTGRES.formatted(1400, 2, "parse"),
            "Nov 20 10:00:02 web1 CRON[9]: (root) CMD (true)",
            "Nov 20 10:00:02 web1 postgres[1371]: [6-1] " + POSTGRES.formatted(1371, 3, "execute"),
            "Nov 20 10:00:02 web1 postgres[1400]: [8-1] " + POSTGRES.formatted(1400, 4, "execute"),
            "Nov 20 10:00:03 web1 nginx: half a line");
    assertThat(readings)
        .extracting(CollectedLinesTest::format)
        .containsExactly("nginx", "postgresql");
    assertThat(spans)
        .extracting(span -> span.time().durationNanos() / 1_000_000)
        .contains(123L, 4L, 6L);
    assertThat(readings.getFirst().warnings())
        .contains("Lines of programs whose format was not recognised were left out: sshd, CRON.");
    assertThat(readings.getFirst().entries())
        .extracting(FileReading.Skipped::place)
        .containsExactly("line 8");
  }

  @Test
  void theJournalIsReadAsJson() {
    String entry =
        "{\"_HOSTNAME\":\"web1\",\"__REALTIME_TIMESTAMP\":\"1795168802100000\",\"MESSAGE\":%s,"
            + "\"SYSLOG_IDENTIFIER\":\"%s\",\"_SYSTEMD_UNIT\":\"x.service\",\"PRIORITY\":\"6\"}";
    String bytes = NGINX.replace("/cart", "/b").chars().boxed().toList().toString();
    List<FileReading> readings =
        read(
            entry.formatted('"' + NGINX.replace("\"", "\\\"") + '"', "nginx"),
            entry.formatted("\"Started Daily apt\"", "systemd"),
            entry.formatted(bytes, "nginx"),
            entry.formatted("null", "kernel"),
            entry.formatted("\"half a line\"", "nginx"));
    assertThat(readings).hasSize(1);
    assertThat(spans).extracting(Span::name).contains("GET /cart", "GET /b");
    assertThat(readings.getFirst().read()).isEqualTo(2);
    assertThat(readings.getFirst().entries())
        .extracting(FileReading.Skipped::place)
        .containsExactly("line 5");
  }

  @Test
  void aLineOfAServiceIsTheLineOfTheFile() {
    List<FileReading> readings =
        read(
            "web-1  | " + NGINX,
            "db-1   | " + POSTGRES.formatted(7, 1, "execute"),
            "web-1  | half a line",
            "db-1   | nonsense",
            "Attaching to web-1",
            "web-1  | another",
            "db-1   | " + POSTGRES.formatted(7, 1, "execute"),
            "db-1   | " + POSTGRES.formatted(7, 1, "execute"),
            "db-1   | " + POSTGRES.formatted(7, 1, "execute"),
            "db-1   | nonsense");
    assertThat(readings)
        .extracting(each -> each.entries().stream().map(FileReading.Skipped::place).toList())
        .containsExactly(List.of("line 3", "line 6"), List.of("line 4", "line 10"));
  }

  @Test
  void numbersOfLinesAreForgottenLateAndInOrder() {
    LineNumbers numbers = new LineNumbers();
    long count = LineNumbers.REMEMBERED + 5L;
    for (long line = 1; line <= count; line++) {
      numbers.add(3 * line);
    }
    assertThat(numbers.inFile(count)).isEqualTo(3 * count);
    assertThat(numbers.inFile(6)).isEqualTo(18);
    assertThat(numbers.inFile(5)).isEqualTo(5);
    assertThat(numbers.inFile(0)).isZero();
  }

  @Test
  void placesMoveWithTheirLine() {
    assertThat(Places.moved("line 12", line -> line + 5)).isEqualTo("line 17");
    assertThat(Places.moved("line 1 /a/0", line -> line + 5)).isEqualTo("line 6 /a/0");
    assertThat(Places.moved("line x", line -> line + 5)).isEqualTo("line x");
    assertThat(Places.moved("/a/0", line -> line + 5)).isEqualTo("/a/0");
  }
}
