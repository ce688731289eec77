package dev.lightfoot.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.lightfoot.app.cli.CliHarness.Result;
import dev.lightfoot.app.cli.console.ExitStatus;
import dev.lightfoot.report.finding.FindingsJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
}
