package dev.lightfoot.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConvertCommandTest {
  private static final String ENTRY =
      "{\"pageref\":\"PAGE\",\"startedDateTime\":\"2026-01-02T03:04:05Z\",\"time\":7,\"request\":{\"method\":\"GET\","
          + "\"url\":\"URL\",\"headers\":[{\"name\":\"Cookie\",\"value\":\"sid=hunter2\"}]},"
          + "\"response\":{\"status\":200},\"timings\":{\"send\":1,\"wait\":5,\"receive\":1}}";

  @TempDir Path folder = Path.of("");

  private final CliHarness cli = new CliHarness();

  @ParameterizedTest
  @CsvSource({
    "csv, 'phase,wait,measured,1000000,5000000'",
    "har, '\"wait\":5,'",
    "json, lightfoot/snapshot"
  })
  void aHarBecomesWhateverCanBeWritten(String extension, String content) throws IOException {
    Path in = har(entry("p", "https://a.test/"));
    Path out = folder.resolve("out." + extension);
    CliHarness.Result result = cli.run("convert", in.toString(), out.toString());
    assertThat(result.status()).as(result.err()).isZero();
    assertThat(Files.readString(out)).contains(content).doesNotContain("hunter2");
    assertThat(result.err())
        .contains(
            "HAR file, written by Someone 1.",
            "Secrets were left out in 1 place: cookie sid. --unredacted keeps them.");
  }

  @Test
  void secretsAreKeptWhereThePersonWantsThem() throws IOException {
    Path in = har(entry("p", "https://a.test/"));
    Path out = folder.resolve("out.har");
    assertThat(cli.run("convert", "--unredacted", in.toString(), out.toString()).status()).isZero();
    assertThat(Files.readString(out)).contains("hunter2");
  }

  @Test
  void whatWasWrittenIsReadAgainAsTheSame() throws IOException {
    Path in = har(entry("p", "https://a.test/"));
    Path har = folder.resolve("again.har");
    Path one = folder.resolve("one.json");
    Path other = folder.resolve("other.json");
    cli.run("convert", in.toString(), har.toString());
    cli.run("convert", in.toString(), one.toString());
    cli.run("convert", har.toString(), other.toString());
    assertThat(Files.readString(other)).isEqualTo(Files.readString(one));
  }

  @Test
  void standardInputAndOutputServeAsFiles() throws IOException {
    cli.input = Files.readAllBytes(har(entry("p", "https://a.test/")));
    CliHarness.Result result = cli.run("convert", "-", "-", "--to", "csv");
    assertThat(result.status()).as(result.err()).isZero();
    assertThat(result.out()).startsWith("run,run_state");
    assertThat(cli.run("convert", "-", "-").err()).contains("Say what standard output is to be");
  }

  @Test
  void ofPagesOfSeveralUrlsOneIsChosen() throws IOException {
    Path in = har(entry("p", "https://a.test/") + "," + entry("q", "https://b.test/"));
    Path out = folder.resolve("out.csv");
    CliHarness.Result refused = cli.run("convert", in.toString(), out.toString());
    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.err())
        .contains("choose one with --page N: 1 https://a.test/, 2 https://b.test/.");
    assertThat(out).doesNotExist();
    assertThat(cli.run("convert", "--page", "2", in.toString(), out.toString()).status()).isZero();
    assertThat(Files.readString(out)).contains("https://b.test/").doesNotContain("https://a.test/");
  }

  @ParameterizedTest
  @CsvSource({
    "'', The file is empty.",
    "'<html>Sign in</html>', perhaps a sign-in page was saved",
    "'{\"a\":1}', 'It looks like JSON, but is no captured page load'",
    "'{\"log\":{\"entries\":[]}}', 'It is a HAR file, but no request is in it.'"
  })
  void whatIsNoPageLoadIsRefusedAndLeavesNothingBehind(String content, String sentence)
      throws IOException {
    Path in = Files.writeString(folder.resolve("in.har"), content);
    Path out = folder.resolve("out.json");
    CliHarness.Result result = cli.run("convert", in.toString(), out.toString());
    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err()).contains(sentence).doesNotContain("Exception");
    assertThat(out).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({
    "html, <!DOCTYPE html>, https://a.test/",
    "md, **Page load**, `https://a.test/`",
    "svg, <svg xmlns=, </svg>",
    "png, PNG, IHDR"
  })
  void whatIsLookedAtIsWrittenWithoutSecrets(String extension, String start, String content)
      throws IOException {
    Path in = har(entry("p", "https://a.test/"));
    Path out = folder.resolve("out." + extension);
    CliHarness.Result result = cli.run("convert", in.toString(), out.toString());
    assertThat(result.status()).as(result.err()).isZero();
    String written = Files.readString(out, StandardCharsets.ISO_8859_1);
    assertThat(written.substring(0, 60)).contains(start);
    assertThat(written).contains(content).doesNotContain("hunter2");
  }

  @Test
  void aReportIsReadAgainAsTheSnapshotItWasMadeFrom() throws IOException {
    Path in = har(entry("p", "https://a.test/"));
    Path report = folder.resolve("r.html");
    Path one = folder.resolve("one.json");
    Path other = folder.resolve("other.json");
    cli.run("convert", "--unredacted", in.toString(), report.toString());
    cli.run("convert", "--unredacted", in.toString(), one.toString());
    assertThat(Files.readString(report)).contains("This report holds secrets");
    assertThat(cli.run("convert", "--unredacted", report.toString(), other.toString()).status())
        .isZero();
    assertThat(other).hasSameBinaryContentAs(one);
  }

  @Test
  void anUnknownFormatOrChartIsRefusedWithWhatIsPossible() throws IOException {
    Path in = har(entry("p", "https://a.test/"));
    CliHarness.Result gif = cli.run("convert", in.toString(), folder.resolve("x.gif").toString());
    assertThat(gif.status()).isEqualTo(2);
    assertThat(gif.err()).contains("Only .html, .md, .csv, .json, .har, .svg and .png");
    String svg = folder.resolve("x.svg").toString();
    CliHarness.Result chart = cli.run("convert", "--chart", "stack", in.toString(), svg);
    assertThat(chart.status()).isEqualTo(2);
    assertThat(chart.err()).contains("there is no chart stack; it has waterfall");
  }

  @Test
  void filesWithoutAWindowArePrintedAndWhatWasRepairedIsSaid() throws IOException {
    Path in = har(entry("p", "https://a.test/").replace("\"time\":7", "\"time\":null"));
    CliHarness.Result result = cli.run(in.toString());
    assertThat(result.status()).as(result.err()).isZero();
    assertThat(result.out()).contains("https://a.test/");
    assertThat(result.err()).contains("1 request: the total time is missing or impossible");
  }

  private static String entry(String page, String url) {
    return ENTRY.replace("PAGE", page).replace("URL", url);
  }

  private Path har(String entries) throws IOException {
    return Files.writeString(
        folder.resolve("in.har"),
        "{\"log\":{\"version\":\"1.2\",\"creator\":{\"name\":\"Someone\",\"version\":\"1\"},\"entries\":["
            + entries
            + "]}}",
        StandardCharsets.UTF_8);
  }
}
