package dev.lightfoot.codec.accesslog;

import static dev.lightfoot.codec.accesslog.Lines.bytes;
import static dev.lightfoot.codec.accesslog.Lines.read;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.codec.Collected;
import dev.lightfoot.codec.DurationUnit;
import dev.lightfoot.codec.LogReader;
import dev.lightfoot.codec.ReadSettings;
import dev.lightfoot.model.span.SpanTime.Known;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A number is a time, and in a unit, only where something says so; what is guessed is said.
final class DurationUnitsTest {
  private static final String JSON =
      "{\"time\":\"2026-11-20T10:00:02+00:00\",\"client\":\"192.0.2.7\",\"method\":\"GET\","
          + "\"uri\":\"/cart\",\"status\":200,\"%s\":%s}";

  private static String[] tails(String... tails) {
    String[] lines = new String[tails.length];
    for (int i = 0; i < lines.length; i++) {
      lines[i] =
          "192.0.2.%d - - [20/Nov/2026:10:00:0%d +0000] \"GET /a HTTP/1.1\" 200 3034 \"-\" \"ua\" %s"
              .formatted(i % 200, i % 10, tails[i]);
    }
    return lines;
  }

  private static String[] json(String key, String... values) {
    return Arrays.stream(values).map(value -> JSON.formatted(key, value)).toArray(String[]::new);
  }

  /// As the intake chooses its reader.
  private static Collected any(String... lines) throws IOException {
    return Collected.of(Lines.reader(utf8(lines)).orElseThrow(), utf8(lines));
  }

  private static byte[] utf8(String... lines) {
    return (String.join("\n", lines) + "\n").getBytes(UTF_8);
  }

  private static List<Double> millis(Collected all) {
    return all.entries().stream().map(span -> span.time().durationNanos() / 1e6).toList();
  }

  private static boolean untimed(Collected all) {
    return all.entries().stream().allMatch(span -> span.time().known() == Known.INSTANT);
  }

  private static List<String> units(Collected all) {
    return all.warnings.stream().filter(each -> each.contains("unit")).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"3.41\"/\"-\"/\"2.75\"", // $gzip_ratio
        "443/443/443", // $server_port
        "1.1/2.0/1.1",
        "3214/3300/3150", // $bytes_sent: body and head
        "412 398/398 412/1822 12", // two whole numbers: which of them?
        "7/8/9", // %T, seconds
        "\"a 412\"/\"b 9\"/\"c 3\"",
      })
  void whatIsNoTimeIsNotTaken(String tails) throws IOException {
    Collected all = any(tails(tails.split("/")));
    assertThat(all.skipped).isEmpty();
    assertThat(untimed(all)).isTrue();
    assertThat(all.warnings.getFirst()).startsWith("Entries that do not say how long they took: 3");
  }

  @Test
  void aLoneWholeNumberIsTakenAndSaid() throws IOException {
    Collected all = any(tails("140", "244", "1627"));
    assertThat(millis(all)).containsExactly(0.140, 0.244, 1.627);
    assertThat(units(all))
        .singleElement()
        .asString()
        .contains("taken for microseconds", "--log-format", "%{ms}T");
  }

  @Test
  void theServersFormatSettlesIt() throws IOException {
    String format = "%h %l %u %t \"%r\" %>s %b \"%{Referer}i\" \"%{User-Agent}i\" %{ms}T";
    Collected all = Lines.readAs(AccessLogReader.of("apache"), format, tails("140", "244"));
    assertThat(millis(all)).containsExactly(140.0, 244.0);
    assertThat(all.warnings).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0.350 0.100|350.0|1",
        "0.100 0.350|350.0|1",
        "0.050, 0.200 0.900|900.0|2",
        "0.050, 0.200 : 0.100 0.900|900.0|3",
        "- 0.010|10.0|0",
        "0.010 -|10.0|0",
        "0.010|10.0|0",
        "0.350 0.001 0.340 0.345|350.0|1",
        "0.001 0.340 0.345 0.350|350.0|1",
        "0.118497|118.497|0",
      })
  void theRequestIsNeverShorterThanItsUpstreams(String tail, double millis, int parts)
      throws IOException {
    Collected all = any(tails(tail, tail.replace("10", "20"), tail));
    assertThat(millis(all).getFirst()).isEqualTo(millis);
    assertThat(all.childrenOf(all.entries().getFirst())).hasSize(parts);
    assertThat(all.warnings).isEmpty();
  }

  @Test
  void oneLineThatIsRoundedOtherwiseDoesNotDecide() throws IOException {
    Collected all = any(tails("0.100 0.350", "0.009 0.001", "0.050 0.200", "0.010 0.020"));
    assertThat(millis(all)).containsExactly(350.0, 1.0, 200.0, 20.0);
  }

  @ParameterizedTest
  @CsvSource({"12.345 ms,12.345", "7 ms,7", "12ms,12", "1.5s,1500", "850us,0.85", "12.5 s,12500"})
  void aUnitBehindTheNumberCounts(String tail, double millis) throws IOException {
    Collected all = any(tails(tail, tail, tail));
    assertThat(millis(all)).containsOnly(millis);
    assertThat(units(all)).isEmpty();
  }

  @Test
  void decimalsOfManySecondsAreRatherMilliseconds() throws IOException {
    Collected all = any(tails("12.345", "87.123", "43.001"));
    assertThat(millis(all)).containsExactly(12.345, 87.123, 43.001);
    assertThat(units(all)).singleElement().asString().contains("milliseconds");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "duration|125400|125.4|microseconds",
        "duration|980|980|milliseconds",
        "duration|18234567|18.234567|nanoseconds",
        "duration|\"125400\"|125.4|microseconds",
        "duration|1.25|1250|seconds",
        "duration|0.125|125|",
        "duration|\"1m2.5s\"|62500|",
        "duration|\"850.5µs\"|0.8505|",
        "request_time|0.125|125|",
        "request_time|125400|125.4|microseconds",
        "rt|980|980|milliseconds",
        "rt|0.5|500|",
        "duration_ms|980|980|",
        "duration_us|980|0.98|",
        "duration_s|2|2000|",
      })
  void underAKeyTheUnitIsSaidOrWarnedOf(String key, String value, double millis, String guessed)
      throws IOException {
    Collected all = any(json(key, value, value));
    assertThat(millis(all)).containsOnly(millis);
    if (guessed == null) {
      assertThat(all.warnings).isEmpty();
    } else {
      assertThat(units(all))
          .singleElement()
          .asString()
          .contains("under " + key, "taken for " + guessed, "--unit " + key + "=");
    }
  }

  @ParameterizedTest
  @CsvSource({"DURATION, 980, s, 980000", "duration, 980, us, 0.98", "took, 12, ms, 12"})
  void aPersonSaysTheUnitOfAnyKey(String key, String value, String unit, double millis)
      throws IOException {
    Collected all = readSaying(key, unit, "nginx", json(key, value));
    assertThat(millis(all)).containsExactly(millis);
    assertThat(all.warnings).isEmpty();
  }

  @Test
  void keysInTextAreLikeThoseOfJson() throws IOException {
    Collected guessed = any(tails("duration=125400", "duration=98000", "duration=500000"));
    assertThat(millis(guessed)).containsExactly(125.4, 98.0, 500.0);
    assertThat(units(guessed)).singleElement().asString().contains("--unit duration=us");
    Collected said = readSaying("duration", "ns", "nginx", tails("duration=125400"));
    assertThat(millis(said)).containsExactly(0.1254);
    assertThat(said.warnings).isEmpty();
    Collected nginx = any(tails("rt=0.120 urt=0.100", "rt=1.000 urt=-", "rt=0.000 urt=-"));
    assertThat(millis(nginx)).containsExactly(120.0, 1000.0, 0.0);
    assertThat(nginx.warnings).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1h2m3s, 3723000",
    "1m2.5s, 62500",
    "1.25s, 1250",
    "850.5µs, 0.8505",
    "850.5μs, 0.8505",
    "12us, 0.012",
    "999ns, 0.000999",
    "129 msecs, 129",
    "68 micros, 0.068",
    "3 millis, 3",
    "2, 2000",
  })
  void durationsOfGoHaveSeveralUnits(String text, double millis) throws IOException {
    assertThat(millis(caddy("\"" + text + "\"", "\"1s\""))).startsWith(millis);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1x", "-1s", "s", "1.2.3s", "1h99999999999s", "1m-2s", "", "5 parsecs"})
  void whatIsNoDurationIsNone(String text) throws IOException {
    Collected all = caddy("\"" + text + "\"", "\"1s\"");
    assertThat(all.entries().getFirst().time().known()).isEqualTo(Known.INSTANT);
  }

  @Test
  void caddysWholeNumbersAreNanosecondsOrMilliseconds() throws IOException {
    assertThat(millis(caddy("523411", "18234567"))).containsExactly(0.523411, 18.234567);
    assertThat(caddy("523411", "18234567").warnings).isEmpty();
    assertThat(millis(caddy("5", "18"))).containsExactly(5.0, 18.0);
    assertThat(units(caddy("5", "18"))).hasSize(1);
    assertThat(millis(caddy("0.005", "1"))).containsExactly(5.0, 1000.0);
    assertThat(caddy("0.005", "1").warnings).isEmpty();
    assertThat(millis(caddy("1.2e-05", "0"))).containsExactly(0.012, 0.0);
  }

  private static Collected caddy(String... durations) throws IOException {
    String line =
        "{\"ts\":1795168800.5,\"logger\":\"http.log.access.log0\",\"request\":{\"method\":\"GET\","
            + "\"uri\":\"/a\"},\"duration\":%s,\"status\":200}";
    String[] lines = Arrays.stream(durations).map(line::formatted).toArray(String[]::new);
    return Collected.of(AccessLogReader.of("caddy"), utf8(lines));
  }

  private static Collected readSaying(String key, String unit, String format, String... lines) {
    LogReader reader = AccessLogReader.of(format);
    Map<String, DurationUnit> units =
        Map.of(key.toLowerCase(Locale.ROOT), DurationUnit.of(unit).orElseThrow());
    return Collected.of(
        reader,
        bytes(lines),
        new ReadSettings(Optional.empty(), Optional.empty(), Optional.empty(), units));
  }

  @Test
  void aKeyThatComesLateIsNotTakenForAnyUnit() throws IOException {
    String[] lines = new String[120];
    Arrays.fill(lines, JSON.formatted("level", "1"));
    lines[119] = JSON.formatted("duration", "125400");
    Collected all = any(lines);
    assertThat(untimed(all)).isTrue();
    assertThat(all.warnings.getFirst()).startsWith("Entries that do not say how long they took");
  }

  @Test
  void partsOfAFileSayWhatWasGuessedOnceEach() throws IOException {
    String[] lines = tails("140", "244", "1627");
    LogReader parts =
        AccessLogReader.of("apache").ofParts(bytes(lines), ReadSettings.NONE).orElseThrow();
    assertThat(units(read(parts, lines[1]))).hasSize(1);
  }

  @Test
  void symbolsOfUnits() {
    assertThat(DurationUnit.of("µs")).contains(DurationUnit.MICROSECONDS);
    assertThat(DurationUnit.of(" MS ")).contains(DurationUnit.MILLISECONDS);
    assertThat(DurationUnit.of("min")).isEmpty();
  }
}
