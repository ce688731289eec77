package dev.lightfoot.app.cli.finding;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.lightfoot.app.cli.CliHarness;
import dev.lightfoot.app.cli.CliHarness.Result;
import dev.lightfoot.app.cli.console.ExitStatus;
import dev.lightfoot.report.finding.FindingsJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FindingsCommandTest {
  private static final String COUNTED =
      "(?s)[0-9]+ findings?; [0-9]+ rules? in order; [0-9]+ not applicable\n.*";

  @TempDir private Path folder;

  private final CliHarness cli = new CliHarness();

  private Path log() throws IOException {
    return Files.writeString(
        folder.resolve("access.log"),
        "10.0.0.1 - - [29/Nov/2026:10:00:01 +0000] \"GET /cart/7 HTTP/1.1\" 200 512 \"-\" \"c\"\n");
  }

  private static Schema schema() throws IOException {
    try (InputStream in = FindingsJson.class.getResourceAsStream("findings-v1.schema.json")) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(
              new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8),
              InputFormat.JSON);
    }
  }

  @Test
  void ofASavedSnapshotTheFirstLineCounts() {
    cli.run(folder, "probe", "https://shop.test/", "--runs", "2", "--save", "before");
    Result result = cli.run(folder, "findings", "before");
    assertThat(result.status()).isEqualTo(ExitStatus.DONE);
    assertThat(result.out()).matches(COUNTED).doesNotContain("no client measured it");
  }

  @Test
  void aProbeTellsOfThemInItsText() {
    assertThat(cli.run(folder, "probe", "https://shop.test/", "--runs", "1").out())
        .containsPattern("[0-9]+ findings?; [0-9]+ rules? in order; [0-9]+ not applicable\n");
  }

  @Test
  void ofALogRulesAboutAMeasurementCouldNotLook() throws IOException {
    Result result = cli.run(folder, "findings", log().toString());
    assertThat(result.status()).isEqualTo(ExitStatus.DONE);
    assertThat(result.out()).matches(COUNTED).contains("no client measured it");
  }

  @Test
  void standardInputIsReadAsALog() throws IOException {
    cli.input = Files.readAllBytes(log());
    assertThat(cli.run(folder, "findings", "-").out()).contains("no client measured it");
  }

  @Test
  void standardInputMayHoldASnapshot() {
    cli.input =
        cli.run("probe", "https://shop.test/", "--runs", "1", "--json")
            .out()
            .getBytes(StandardCharsets.UTF_8);
    assertThat(cli.run(folder, "findings", "-").out()).doesNotContain("no client measured it");
  }

  @Test
  void theJsonIsAsItsSchemaSays() throws IOException {
    Result result = cli.run(folder, "findings", "--json", log().toString());
    assertThat(schema().validate(result.out(), InputFormat.JSON)).isEmpty();
    assertThat(result.err()).isEmpty();
  }

  @Test
  void theJsonOfASavedSnapshotIsTakenForTheSnapshot() throws IOException {
    cli.run(folder, "probe", "https://shop.test/", "--runs", "2", "--save", "before");
    Result first = cli.run(folder, "findings", "before", "--json");
    assertThat(schema().validate(first.out(), InputFormat.JSON)).isEmpty();
    String written = Files.writeString(folder.resolve("found.json"), first.out()).toString();
    Result again = cli.run(folder, "findings", written, "--json");
    assertThat(again.status()).isEqualTo(ExitStatus.DONE);
    assertThat(again.out()).isEqualTo(first.out());
    assertThat(again.err())
        .contains(written + " is a list of findings of the snapshot ")
        .contains("the rules are asked anew");
    assertThat(cli.run(folder, "findings", written).out())
        .isEqualTo(cli.run(folder, "findings", "before").out());
  }

  @Test
  void theJsonOfASnapshotThatIsNotSavedSaysSo() throws IOException {
    Path written =
        Files.writeString(
            folder.resolve("found.json"),
            "{\"format\":\"lightfoot/findings\",\"version\":1,\"of\":{\"snapshot\":\"01abc\"}}");
    Result result = cli.run(folder, "findings", written.toString());
    assertThat(result.status()).isEqualTo(ExitStatus.USAGE);
    assertThat(result.err()).contains(written + " is a list of findings").contains("01abc is not.");
  }

  @Test
  void theJsonOfALogNamesTheLog() throws IOException {
    Result first = cli.run(folder, "findings", log().toString(), "--json");
    Path written = Files.writeString(folder.resolve("found.json"), first.out());
    Result result = cli.run(folder, "findings", written.toString());
    assertThat(result.status()).isEqualTo(ExitStatus.USAGE);
    assertThat(result.err()).contains("not what was read. Give that: " + log());
  }

  @Test
  void aListOfFindingsThatDoesNotSayWhatItIsOfIsNoMeasurement() throws IOException {
    for (String of :
        new String[] {"", ",\"of\":7", ",\"of\":[{}]", ",\"of\":{\"snapshot\":null}"}) {
      Path written =
          Files.writeString(
              folder.resolve("found.json"),
              "{\"format\":\"lightfoot/findings\",\"version\":1" + of + "}");
      Result result = cli.run(folder, "findings", written.toString());
      assertThat(result.status()).as(of).isEqualTo(ExitStatus.USAGE);
      assertThat(result.err()).as(of).contains("It is a list of findings that Lightfoot wrote");
    }
  }

  @Test
  void anAddressIsToBeMeasuredFirst() {
    Result result = cli.run(folder, "findings", "https://shop.test/");
    assertThat(result.status()).isEqualTo(ExitStatus.USAGE);
    assertThat(result.err()).contains("Measure it first: lightfoot probe URL --save NAME");
  }

  @Test
  void aNameThatNothingHasIsRefused() {
    Result result = cli.run(folder, "findings", "before");
    assertThat(result.status()).isEqualTo(ExitStatus.USAGE);
    assertThat(result.err()).contains("No snapshot has the id or name \"before\"");
  }

  @Test
  void aSnapshotAndALogTogetherAreRefused() throws IOException {
    cli.run(folder, "probe", "https://shop.test/", "--runs", "1", "--save", "before");
    Result result = cli.run(folder, "findings", "before", log().toString());
    assertThat(result.status()).isEqualTo(ExitStatus.USAGE);
    assertThat(result.err()).contains("Give a snapshot, or logs and traces, and not both.");
  }

  @Test
  void nothingGivenSaysWhatToGive() {
    Result result = cli.run(folder, "findings");
    assertThat(result.status()).isEqualTo(ExitStatus.USAGE);
    assertThat(result.err()).contains("Name files or folders to read");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    Result result = cli.run(folder, "findings", folder.resolve("none.log").toString());
    assertThat(result.status()).isEqualTo(ExitStatus.USAGE);
    assertThat(result.err()).contains("There is no such file.");
  }

  @Test
  void sarifIsWrittenBesideTheText() throws IOException {
    Path sarif = folder.resolve("findings.sarif");
    Result result = cli.run(folder, "findings", log().toString(), "--sarif", sarif.toString());
    assertThat(result.out()).matches(COUNTED);
    assertThat(sarif).content().contains("\"version\":\"2.1.0\"", "\"id\":\"repeated-query\"");
  }

  @Test
  void sarifIsNotWrittenOverALogThatIsRead() throws IOException {
    Path log = log();
    String before = Files.readString(log);
    Result result = cli.run(folder, "findings", log.toString(), "--sarif", log.toString());
    assertThat(result.status()).isEqualTo(ExitStatus.USAGE);
    assertThat(log).hasContent(before);
  }

  @Test
  void sarifIsNotWrittenOverWhatLiesInAFolderThatIsRead() throws IOException {
    Path log = log();
    String before = Files.readString(log);
    Result result = cli.run(folder, "findings", folder.toString(), "--sarif", log.toString());
    assertThat(result.status()).isEqualTo(ExitStatus.USAGE);
    assertThat(result.err()).contains("--sarif", "in a folder that is read");
    assertThat(log).hasContent(before);
  }

  @Test
  void sarifIsWrittenAnewInAFolderThatIsRead() throws IOException {
    log();
    Path sarif = folder.resolve("f.sarif");
    String[] command = {"findings", folder.toString(), "--sarif", sarif.toString()};
    Result first = cli.run(folder, command);
    String written = Files.readString(sarif);
    Result second = cli.run(folder, command);
    assertThat(second.status()).isEqualTo(first.status()).isEqualTo(ExitStatus.DONE);
    assertThat(second.out()).isEqualTo(first.out());
    assertThat(second.err()).doesNotContain("f.sarif");
    assertThat(sarif).hasContent(written);
  }

  @Test
  void sarifOfAnotherToolIsNotWrittenOver() throws IOException {
    log();
    Path sarif = folder.resolve("other.sarif");
    Files.writeString(sarif, "{\"version\":\"2.1.0\",\"runs\":[]}");
    Result result = cli.run(folder, "findings", folder.toString(), "--sarif", sarif.toString());
    assertThat(result.status()).isEqualTo(ExitStatus.USAGE);
    assertThat(sarif).hasContent("{\"version\":\"2.1.0\",\"runs\":[]}");
  }

  @Test
  void sarifIsNotWrittenOverWhatIsAcknowledged() throws IOException {
    acknowledge();
    Path kept = folder.resolve("acknowledgements.json");
    String before = Files.readString(kept);
    Result result = cli.run(folder, "findings", log().toString(), "--sarif", kept.toString());
    assertThat(result.status()).isEqualTo(ExitStatus.USAGE);
    assertThat(kept).hasContent(before);
  }

  private Result acknowledge(String... more) {
    List<String> all =
        new ArrayList<>(List.of("findings", "acknowledge", "no-durations", "--route", "*"));
    all.addAll(List.of("--reason", "an old server"));
    all.addAll(List.of(more));
    return cli.run(folder, all.toArray(String[]::new));
  }

  @Test
  void whatIsAcknowledgedIsListedApart() throws IOException {
    assertThat(cli.run(folder, "findings", log().toString()).out()).startsWith("1 finding;");
    assertThat(acknowledge("--until", "2999-12-31").status()).isEqualTo(ExitStatus.DONE);
    assertThat(cli.run(folder, "findings", log().toString()).out())
        .startsWith("0 findings;")
        .contains("; 1 acknowledged", "an old server");
    assertThat(cli.run(folder, "findings", "acknowledged").out())
        .startsWith("no-durations on *: an old server, since ")
        .endsWith(", until 2999-12-31\n");
  }

  @Test
  void itReturnsAfterItsLastDayAndWhenItIsWithdrawn() throws IOException {
    acknowledge("--until", "2000-01-01");
    assertThat(cli.run(folder, "findings", log().toString()).out())
        .startsWith("1 finding;")
        .contains("Acknowledged (an old server) until 2000-01-01.");
    acknowledge();
    cli.run(folder, "findings", "withdraw", "no-durations", "--route", "*");
    assertThat(cli.run(folder, "findings", log().toString()).out()).startsWith("1 finding;");
  }

  @Test
  void acknowledgementsTravelAsAFile() throws IOException {
    acknowledge();
    Path file = folder.resolve("known.json");
    cli.run(folder, "findings", "acknowledged", "--export", file.toString());
    Path other = folder.resolve("other");
    assertThat(
            cli.run(other, "findings", log().toString(), "--acknowledgements", file.toString())
                .out())
        .contains("; 1 acknowledged");
    cli.run(other, "findings", "acknowledged", "--import", file.toString());
    assertThat(cli.run(other, "findings", log().toString()).out()).contains("; 1 acknowledged");
  }

  @Test
  void whatIsNeitherAFingerprintNorARuleIsRefused() {
    Result result =
        cli.run(folder, "findings", "acknowledge", "slow", "--route", "*", "--reason", "x");
    assertThat(result.status()).isEqualTo(ExitStatus.USAGE);
    assertThat(result.err()).contains("neither a fingerprint (16 hexadecimal digits) nor a rule");
  }

  @Test
  void aRuleIsAcknowledgedSomewhereOnly() {
    Result result = cli.run(folder, "findings", "acknowledge", "redirect", "--reason", "x");
    assertThat(result.status()).isEqualTo(ExitStatus.USAGE);
    assertThat(result.err()).contains("--route");
  }

  @Test
  void whatIsNotAcknowledgedCannotBeWithdrawn() {
    Result result = cli.run(folder, "findings", "withdraw", "redirect", "--route", "*");
    assertThat(result.status()).isEqualTo(ExitStatus.USAGE);
  }

  @Test
  void aBudgetOnARuleThatThereIsNotIsWrong() throws IOException {
    Path budget =
        Files.writeString(
            folder.resolve("budget.json"),
            "{\"format\":\"lightfoot/budget\",\"version\":1,\"limits\":[{\"what\":\"finding\","
                + "\"rule\":\"slow\",\"max\":0}]}");
    Result result = cli.run(folder, "check", "https://shop.test/", "--budget", budget.toString());
    assertThat(result.status()).isEqualTo(ExitStatus.USAGE);
    assertThat(result.err()).contains("Line 1: there is no rule \"slow\"");
  }

  @Test
  void aReportHasASectionOfThem() throws IOException {
    Path snapshot = folder.resolve("snapshot.json");
    Files.writeString(
        snapshot, cli.run("probe", "https://shop.test/", "--runs", "1", "--json").out());
    Path report = folder.resolve("report.md");
    cli.run("convert", snapshot.toString(), report.toString());
    assertThat(report)
        .content()
        .containsPattern("#+ Findings\n")
        .containsPattern("[0-9]+ rules? in order; [0-9]+ not applicable");
  }
}
