package dev.lightfoot.app.cli.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.lightfoot.app.cli.CliHarness;
import dev.lightfoot.app.cli.CliHarness.Result;
import dev.lightfoot.app.cli.console.ExitStatus;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class IngestCommandTest {
  @TempDir private Path folder;

  private final CliHarness cli = new CliHarness();

  @Test
  void routesLayersAndWhatCouldNotBeReadArePrinted() throws IOException {
    Result result = cli.run("ingest", traces().toString());
    assertThat(result.status()).isEqualTo(ExitStatus.DONE);
    assertThat(result.out())
        .contains("OpenTelemetry (OTLP) JSON, 25 read, 1 skipped")
        .contains("line 6")
        .containsPattern(
            "shop: GET /orders/\\{id\\} +app +5 +1 +9.0 +n < 20 +n < 100 +5.0 +4.0 database")
        .containsPattern("database +20 +0 +20 +20.0 ms +1.0 +1.0 +n < 100");
  }

  @Test
  void theJsonIsAsItsSchemaSays() throws IOException {
    Result result = cli.run("ingest", "--json", traces().toString());
    assertThat(result.status()).isEqualTo(ExitStatus.DONE);
    assertThat(result.err()).isEmpty();
    assertThat(schema().validate(result.out(), InputFormat.JSON)).isEmpty();
    assertThat(result.out())
        .contains("\"read\":25,\"repeated\":0,\"skipped\":1,\"entries\":[{\"place\":\"line 6\"")
        .contains(
            "\"trips\":{\"database\":{\"total\":20,\"operations\":20,\"most\":4,\"totalNanos\":20000000}}")
        .contains("\"findings\":[");
  }

  @Test
  void standardInputIsRead() throws IOException {
    cli.input = Files.readAllBytes(traces());
    Result result = cli.run("ingest", "-");
    assertThat(result.out()).startsWith("-: OpenTelemetry (OTLP) JSON, 25 read");
  }

  @Test
  void secretsInRoutesAreNotPrinted() throws IOException {
    Path file = folder.resolve("t.jsonl");
    Files.writeString(file, trace(1).replace("/orders/{id}", "/reset?token=hush-hush-hush"));
    assertThat(cli.run("ingest", file.toString()).out()).doesNotContain("hush");
    assertThat(cli.run("ingest", "--unredacted", file.toString()).out()).contains("hush");
  }

  @Test
  void whatCannotBeReadIsNamedAndTheRestIsRead() throws IOException {
    Result result = cli.run("ingest", folder.resolve("none").toString(), traces().toString());
    assertThat(result.status()).isEqualTo(ExitStatus.USAGE);
    assertThat(result.out()).contains("There is no such file.").contains("25 read");
  }

  @Test
  void aFolderMayHoldOtherFilesToo() throws IOException {
    traces();
    Files.writeString(folder.resolve("README"), "Read me.\n");
    Result result = cli.run("ingest", "--json", folder.toString());
    assertThat(result.status()).isEqualTo(ExitStatus.DONE);
    assertThat(result.err())
        .contains("README: Its format was not recognised")
        .containsPattern("Formats that can be read: .*otlp-json");
  }

  @Test
  void manyFilesThatNobodyKnowsAreCounted() throws IOException {
    traces();
    for (int i = 0; i < 20; i++) {
      Files.writeString(folder.resolve("note" + i), "Read me.\n");
    }
    Result result = cli.run("ingest", folder.toString());
    assertThat(result.status()).isEqualTo(ExitStatus.DONE);
    assertThat(result.out().lines().filter(line -> line.endsWith(": not read"))).hasSize(6);
    assertThat(result.out()).contains("15 more files: not read");
  }

  @Test
  void aMissingFileIsNoQuestionOfFormats() {
    Result result = cli.run("ingest", folder.resolve("none").toString());
    assertThat(result.out()).contains("There is no such file.");
    assertThat(result.err()).contains("none: There is no such file.").hasLineCount(1);
  }

  @Test
  void nothingReadIsNeverWithoutAWord() throws IOException {
    String[] files = {
      "[]",
      "",
      "{\"data\":[{\"traceID\":\"1a\",\"spans\":[]}],\"operationName\":1}",
      "2026-11-20 10:00:02.165 UTC [101] a@shop LOG:  connection received: host=192.0.2.7",
      "2026-11-20 10:00:02.165 UTC [101] a@shop LOG:  Dauer: 12.345 ms  Anweisung: SELECT 1",
    };
    String[] cures = {
      "--format names it", "The file is empty.", "--format says", "log_min_duration", "lc_messages"
    };
    for (int i = 0; i < files.length; i++) {
      Path file = Files.writeString(folder.resolve("file" + i), files[i]);
      for (String[] arguments :
          new String[][] {{"ingest", file.toString()}, {"ingest", "--json", file.toString()}}) {
        Result result = cli.run(arguments);
        assertThat(result.status()).as(cures[i]).isEqualTo(ExitStatus.USAGE);
        assertThat(result.err()).contains("file" + i + ": ").contains(cures[i]);
      }
    }
  }

  @Test
  void anEmptyFileBesideOthersIsNoFailure() throws IOException {
    Path empty = Files.writeString(folder.resolve("access.log"), "");
    Result result = cli.run("ingest", empty.toString(), traces().toString());
    assertThat(result.status()).isEqualTo(ExitStatus.DONE);
    assertThat(result.err()).isEmpty();
  }

  @Test
  void theUnitOfAKeyCanBeSaid() throws IOException {
    String line =
        "{\"time\":\"2026-11-20T10:00:02Z\",\"method\":\"GET\",\"uri\":\"/cart\",\"status\":200,"
            + "\"duration\":980}\n";
    String file = Files.writeString(folder.resolve("a.jsonl"), line).toString();
    Result guessed = cli.run("ingest", "--json", file);
    assertThat(guessed.out()).contains("\"totalNanos\":980000000").contains("--unit duration=ms");
    Result said = cli.run("ingest", "--json", "--unit", "Duration=us", file);
    assertThat(said.out()).contains("\"totalNanos\":980000,").doesNotContain("--unit");
    assertThat(cli.run("ingest", "--unit", "took=us", file).out()).contains("there is no such key");
  }

  @Test
  void aUnitThatIsNoneIsSaid() {
    for (String wrong : new String[] {"duration", "duration=", "=ms", "duration=min"}) {
      Result result = cli.run("ingest", "--unit", wrong, "x");
      assertThat(result.status()).isEqualTo(ExitStatus.USAGE);
      assertThat(result.err())
          .contains("--unit takes a key and its unit (s, ms, us or ns), such as duration=ms");
    }
    assertThat(cli.run("ingest", "--unit", "a=ms", "--unit", "A=us", "x").err())
        .contains("--unit names two units of a: say which.");
    assertThat(cli.run("ingest", "--help").out()).contains("--unit=KEY=UNIT");
  }

  @Test
  void timesWithoutAZoneAreSaidOnceAndEndWithTwo() throws IOException {
    String file = haproxy();
    Result result = cli.run("ingest", file);
    assertThat(result.status()).isEqualTo(ExitStatus.USAGE);
    assertThat(result.out())
        .contains("0 read, 3 skipped")
        .contains("--zone")
        .contains("! line 1 (and 2 more): The line cannot be read: its time says no time zone.");
    Result said = cli.run("ingest", "--zone", "Europe/Berlin", file);
    assertThat(said.status()).isEqualTo(ExitStatus.DONE);
    assertThat(said.out()).contains("3 read, 0 skipped");
  }

  @Test
  void aLogOfAnotherFormatThanSaidNamesAReason() throws IOException {
    Result result = cli.run("ingest", "--format", "alb", haproxy());
    assertThat(result.status()).isEqualTo(ExitStatus.USAGE);
    assertThat(result.out()).doesNotContain(": .").contains("0 read");
  }

  @Test
  void theServersFormatStringReadsWhatNobodyKnows() throws IOException {
    Path file = folder.resolve("own.log");
    Files.writeString(file, "1795447735.412|GET|/cart/|200|0.250\n".repeat(3));
    assertThat(cli.run("ingest", file.toString()).out()).contains("was not recognised");
    Result read =
        cli.run(
            "ingest",
            "--log-format",
            "$msec|$request_method|$uri|$status|$request_time",
            file.toString());
    assertThat(read.status()).isEqualTo(ExitStatus.DONE);
    assertThat(read.out()).contains("nginx access log, 3 read").contains("250.0");
  }

  @Test
  void aFormatStringThatIsNoneIsSaid() throws IOException {
    Result wrong = cli.run("ingest", "--log-format", "combined", haproxy());
    assertThat(wrong.status()).isEqualTo(ExitStatus.USAGE);
    assertThat(wrong.err()).contains("The format string names no field").hasLineCount(1);
    Result unused = cli.run("ingest", "--log-format", "$msec $uri", traces().toString());
    assertThat(unused.out()).contains("The format string was not used");
  }

  @Test
  void noValueOfADamagedDocumentIsPrinted() throws IOException {
    Path file = folder.resolve("t.jsonl");
    Files.writeString(file, trace(1) + "{\"resourceSpans\": hunter2}\n");
    for (String json : new String[] {"--json", "--unredacted"}) {
      Result result = cli.run("ingest", json, file.toString());
      assertThat(result.out()).contains("a word that JSON does not have").doesNotContain("hunter2");
    }
  }

  @Test
  void noHostileFileMakesItFail() throws IOException {
    Path hostile =
        Path.of(System.getProperty("lightfoot.root", ".."))
            .resolve("../shared/data/conformance/authored-hostile");
    assumeTrue(Files.isDirectory(hostile), hostile + " is not beside the project");
    try (Stream<Path> files = Files.walk(hostile)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Result result = cli.run("ingest", file.toString());
        assertThat(result.status()).as(file.toString()).isIn(ExitStatus.DONE, ExitStatus.USAGE);
        assertThat(result.out() + result.err())
            .as(file.toString())
            .doesNotContainPattern("[\\p{Cc}&&[^\n]]|Exception|SECRET|hunter2");
      }
    }
  }

  @Test
  void wrongUseIsSaid() {
    assertThat(cli.run("ingest").status()).isEqualTo(ExitStatus.USAGE);
    assertThat(cli.run("ingest", "--zone", "Moon", "x").err()).contains("--zone takes a zone");
    assertThat(cli.run("ingest", "--day", "today", "x").err()).contains("--day takes a date");
    assertThat(cli.run("ingest", "-", "-").err()).contains("can be read once only");
    assertThat(cli.run("ingest", "--format", "wax", "x").err())
        .contains("There is no format wax. The formats are: ");
  }

  private String haproxy() throws IOException {
    String line =
        """
        Feb 25 16:20:01 lb haproxy[1]: 10.0.0.1:1234 [25/Feb/2026:16:20:01.123] in~ shop/web1 \
        0/0/1/20/21 200 300 - - ---- 1/1/0/0/0 0/0 "GET /cart/ HTTP/1.1"
        """;
    return Files.writeString(folder.resolve("haproxy.log"), line.repeat(3)).toString();
  }

  /// Five traces of one request and four queries, the last a failure, and a line that is damaged.
  private Path traces() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 1; i <= 5; i++) {
      lines.append(i == 5 ? trace(i).replace("\"200\"", "\"503\"") : trace(i));
    }
    lines.append("{\"resourceSpans\":[{\n");
    return Files.write(folder.resolve("traces.jsonl"), lines.toString().getBytes(UTF_8));
  }

  private static String trace(int number) {
    StringBuilder spans = new StringBuilder();
    spans.append(
        span(number, "0", "", 2, 0, 9)
            .replace(
                "[]",
                """
                [{"key":"http.request.method","value":{"stringValue":"GET"}},\
                {"key":"http.route","value":{"stringValue":"/orders/{id}"}},\
                {"key":"http.response.status_code","value":{"intValue":"200"}}]\
                """));
    for (int i = 1; i <= 4; i++) {
      spans
          .append(',')
          .append(
              span(number, "" + i, "a00000000000000" + "0", 3, i, 1)
                  .replace(
                      "[]",
                      """
                      [{"key":"db.system.name","value":{"stringValue":"postgresql"}}]\
                      """));
    }
    return """
    {"resourceSpans":[{"resource":{"attributes":[{"key":"service.name","value":\
    {"stringValue":"shop"}}]},"scopeSpans":[{"spans":[%s]}]}]}
    """
        .formatted(spans);
  }

  private static String span(
      int trace, String id, String parent, int kind, int startMillis, int millis) {
    long start = 1_795_000_000_000_000_000L + startMillis * 1_000_000L;
    return """
    {"traceId":"5b8efff798038103d269b633813fc60%d","spanId":"a00000000000000%s",\
    "parentSpanId":"%s","name":"x","kind":%d,"startTimeUnixNano":"%d","endTimeUnixNano":"%d",\
    "attributes":[]}\
    """
        .formatted(trace, id, parent, kind, start, start + millis * 1_000_000L);
  }

  private static Schema schema() throws IOException {
    try (InputStream in = IngestJson.class.getResourceAsStream("ingest-v1.schema.json")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(text, InputFormat.JSON);
    }
  }
}
