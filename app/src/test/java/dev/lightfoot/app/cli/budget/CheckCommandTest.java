package dev.lightfoot.app.cli.budget;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.lightfoot.app.cli.CliHarness;
import dev.lightfoot.app.cli.LoggedRequests;
import dev.lightfoot.app.cli.MadeUpPages;
import dev.lightfoot.codec.snapshot.SnapshotCodec;
import dev.lightfoot.model.ErrorType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class CheckCommandTest {
  private static final String URL = "https://shop.test/";
  private static final String KEPT = "{\"what\":\"trips\",\"max\":1}";
  private static final String BROKEN = "{\"what\":\"time\",\"max\":\"49 ms\"}";
  private static final String OPEN = "{\"what\":\"trips\",\"layer\":\"database\",\"max\":3}";

  private final CliHarness cli = new CliHarness();
  @TempDir Path folder;

  private String budget(String... limits) throws IOException {
    String text =
        "{\"format\":\"lightfoot/budget\",\"version\":1,\n\"limits\":["
            + String.join(",\n", limits)
            + "]}";
    return Files.writeString(folder.resolve("budget.json"), text).toString();
  }

  private CliHarness.Result check(String what, String budget, String... more) {
    String[] arguments = new String[more.length + 4];
    arguments[0] = "check";
    arguments[1] = what;
    arguments[2] = "--budget";
    arguments[3] = budget;
    System.arraycopy(more, 0, arguments, 4, more.length);
    return cli.run(folder.resolve("data"), arguments);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        KEPT + "; 0",
        BROKEN + "; 1",
        KEPT + "," + BROKEN + "," + OPEN + "; 1",
        KEPT + "," + OPEN + "; 0",
        OPEN + "; 3"
      },
      quoteCharacter = '~')
  void theExitStatusSaysHowItStands(String limits, int status) throws IOException {
    assertThat(check(URL, budget(limits)).status()).isEqualTo(status);
  }

  @Test
  void whatCouldNotBeMeasuredIsSaidAndEndsStrictChecks() throws IOException {
    String budget = budget(KEPT, OPEN);
    assertThat(check(URL, budget).err())
        .contains("1 of 2 limits is kept, none is broken. 1 could not be measured.");
    assertThat(check(URL, budget, "--strict").status()).isEqualTo(3);
  }

  @Test
  void aBudgetThatIsWrongIsNamedBeforeAnythingIsMeasured() throws IOException {
    CliHarness.Result result = check(URL, budget("{\"what\":\"trips\",\"mx\":3}"));
    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err())
        .contains("budget.json is no budget that can be checked. Line 2, limits[0].mx: A limit on");
    CliHarness.Result missing = check(URL, folder.resolve("none.json").toString());
    assertThat(missing.status()).isEqualTo(2);
    assertThat(missing.err()).contains("lightfoot budget init SNAPSHOT --out");
    assertThat(cli.plans).isEmpty();
  }

  @Test
  void aBaselineThatIsNotThereIsNamedBeforeAnythingIsMeasured() throws IOException {
    CliHarness.Result result =
        check(URL, budget("{\"what\":\"trips\",\"baseline\":\"before\",\"worseBy\":0}"));
    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err()).contains("the baseline \"before\": No snapshot has the id or name");
    assertThat(cli.plans).isEmpty();
  }

  @Test
  void aBaselineIsAFileBesideTheBudgetOrASavedSnapshot() throws IOException {
    cli.run(folder.resolve("data"), "probe", URL, "--runs", "1", "--save", "before");
    String limit = "{\"what\":\"trips\",\"baseline\":\"%s\",\"worseBy\":0}";
    assertThat(check(URL, budget(limit.formatted("before"))).status()).isZero();
    CliHarness.Result json = cli.run("probe", URL, "--runs", "1", "--json");
    Files.writeString(folder.resolve("main.lightfoot.json"), json.out());
    assertThat(check(URL, budget(limit.formatted("main.lightfoot.json"))).status()).isZero();
  }

  @Test
  void aTargetThatCannotBeMeasuredIsSaid() throws IOException {
    cli.everyRunFails = Optional.of(ErrorType.TIMEOUT);
    CliHarness.Result result = check(URL, budget(KEPT));
    assertThat(result.status()).isEqualTo(3);
    assertThat(result.out()).contains("The one limit could not be measured.");
  }

  @Test
  void anInterruptedCheckEndsSo() throws IOException {
    cli.interrupted = true;
    cli.everyRunFails = Optional.of(ErrorType.CANCELLED);
    assertThat(check(URL, budget(KEPT)).status()).isEqualTo(130);
  }

  @Test
  void snapshotsAreCheckedByNameAndAsFiles() throws IOException {
    cli.run(folder.resolve("data"), "probe", URL, "--runs", "5", "--save", "shop");
    cli.plans.clear();
    assertThat(check("shop", budget(BROKEN)).status()).isEqualTo(1);
    Path file = folder.resolve("page.lightfoot.json");
    Files.write(file, SnapshotCodec.encode(MadeUpPages.sample()));
    assertThat(check(file.toString(), budget("{\"what\":\"requests\",\"max\":15}")).status())
        .isZero();
    assertThat(cli.plans).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"--page", "--receive", "--save=x"})
  void aSnapshotIsCheckedAsItWasTaken(String option) throws IOException {
    cli.run(folder.resolve("data"), "probe", URL, "--runs", "5", "--save", "shop");
    CliHarness.Result result = check("shop", budget(KEPT), option);
    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err()).contains("a snapshot is checked as it was taken");
  }

  @Test
  void whatServersLogMeanwhileIsCounted() throws IOException {
    Path log = Files.createFile(folder.resolve("otlp.jsonl"));
    cli.traceParent = Optional.of("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
    cli.meanwhile = () -> LoggedRequests.append(log, LoggedRequests.with(2));
    String[] logs = {"--logs", log.toString(), "--runs", "1"};
    String budget = budget("{\"what\":\"trips\",\"layer\":\"database\",\"max\":2}");
    assertThat(check(URL, budget, logs).status()).isZero();
    Path other = Files.createFile(folder.resolve("other.jsonl"));
    cli.meanwhile = () -> LoggedRequests.append(other, LoggedRequests.with(3));
    CliHarness.Result broken = check(URL, budget, "--logs", other.toString(), "--runs", "1");
    assertThat(broken.status()).isEqualTo(1);
    assertThat(broken.out()).contains("Round trips, database: 3 measured, at most 2 allowed.");
  }

  @Test
  void aPageIsLoadedWhereThatIsAskedFor() throws IOException {
    String budget = budget("{\"what\":\"requests\",\"max\":14}");
    CliHarness.Result probed = check(URL, budget);
    assertThat(probed.status()).isEqualTo(3);
    assertThat(probed.out()).contains("load the page with --page");
    CliHarness.Result loaded = check(URL, budget, "--page", "--engine", "chrome");
    assertThat(loaded.status()).isEqualTo(1);
    assertThat(loaded.out()).contains("Requests: 15 measured, at most 14 allowed.");
    assertThat(cli.pages.browser).isPresent();
  }

  @Test
  void optionsOfMeasuringArePassedOn() throws IOException {
    check(URL, budget(KEPT), "--runs", "7", "--warm", "--warm-up", "2", "--header", "X-A: b");
    assertThat(cli.plans).hasSize(2);
    assertThat(cli.plans.getFirst().states()).hasSize(2);
    assertThat(cli.plans.getLast().states()).hasSize(14);
    assertThat(cli.lastRequest().headers()).anyMatch(header -> header.named("X-A"));
  }

  @Test
  void jsonNamesEachLimitWithWhatWasMeasured() throws IOException {
    CliHarness.Result result = check(URL, budget(KEPT, BROKEN, OPEN), "--json");
    assertThat(schema().validate(result.out(), InputFormat.JSON)).isEmpty();
    JsonNode json = JsonMapper.shared().readTree(result.out());
    assertThat(json.get("format").asString()).isEqualTo("lightfoot/check");
    assertThat(json.get("version").asInt()).isEqualTo(1);
    JsonNode results = json.get("results");
    assertThat(results).hasSize(3);
    assertThat(results.get(0).get("verdict").asString()).isEqualTo("kept");
    assertThat(results.get(0).get("measured").asLong()).isEqualTo(1);
    assertThat(results.get(0).get("reason").isNull()).isTrue();
    assertThat(results.get(1).get("verdict").asString()).isEqualTo("broken");
    assertThat(results.get(1).get("measured").asLong()).isEqualTo(50_000_000);
    assertThat(results.get(1).get("limit").get("max").asString()).isEqualTo("49 ms");
    assertThat(results.get(2).get("verdict").asString()).isEqualTo("unmeasurable");
    assertThat(results.get(2).get("measured").isNull()).isTrue();
    assertThat(results.get(2).get("limit").get("layer").asString()).isEqualTo("database");
  }

  private static Schema schema() throws IOException {
    try (InputStream in = CheckJson.class.getResourceAsStream("check-v1.schema.json")) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(Objects.requireNonNull(in));
    }
  }

  @Test
  void reportsAreWrittenBeside() throws IOException {
    Path junit = folder.resolve("j.xml");
    Path markdown = folder.resolve("m.md");
    Path report = folder.resolve("r.html");
    Path sarif = folder.resolve("s.sarif");
    CliHarness.Result result =
        check(
            URL + "?token=s3cr3t",
            budget(BROKEN),
            "--junit",
            junit.toString(),
            "--markdown",
            markdown.toString(),
            "--sarif",
            sarif.toString(),
            "--report",
            report.toString());
    assertThat(Files.readString(report))
        .contains("lightfoot/check", "broken")
        .doesNotContain("s3cr3t");
    assertThat(Files.readString(junit)).contains("<failure").doesNotContain("s3cr3t");
    assertThat(Files.readString(markdown)).contains("| BROKEN |").doesNotContain("s3cr3t");
    assertThat(Files.readString(sarif)).contains("\"startLine\":2").doesNotContain("s3cr3t");
    assertThat(result.out()).doesNotContain("s3cr3t");
  }

  /// A checked budget has no chart that a picture could show.
  @ParameterizedTest
  @ValueSource(strings = {"r.doc", "r.svg", "r.png"})
  void aReportOfAnotherKindIsRefusedBeforeAnythingIsMeasured(String name) throws IOException {
    CliHarness.Result result = check(URL, budget(KEPT), "--report", name);
    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err()).contains(".html, .md and .json, not as " + name);
    assertThat(cli.plans).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--junit", "--markdown", "--sarif", "--report"})
  void nothingThatIsReadIsWrittenOver(String option) throws IOException {
    String budget = budget(KEPT);
    String text = Files.readString(Path.of(budget));
    Path link = Files.createLink(folder.resolve("link.json"), Path.of(budget));
    Path log = Files.createFile(folder.resolve("log.json"));
    for (String written : List.of(budget, link.toString(), log.toString())) {
      CliHarness.Result result = check(URL, budget, option, written, "--logs", log.toString());
      assertThat(result.status()).isEqualTo(2);
      assertThat(result.err()).contains(option + " " + written + " is a file that is read");
    }
    assertThat(Files.readString(Path.of(budget))).isEqualTo(text);
    assertThat(cli.plans).isEmpty();
  }

  @Test
  void aReportThatCannotBeWrittenIsSaid() throws IOException {
    CliHarness.Result result =
        check(URL, budget(KEPT), "--junit", folder.resolve("no/j.xml").toString());
    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err()).contains("j.xml cannot be written");
  }

  @Test
  void aProposedBudgetIsKeptByWhatItWasMadeFrom() throws IOException {
    cli.run(folder.resolve("data"), "probe", URL, "--runs", "5", "--save", "shop");
    Path out = folder.resolve("made.json");
    CliHarness.Result made =
        cli.run(folder.resolve("data"), "budget", "init", "shop", "--out", out.toString());
    assertThat(made.status()).isZero();
    assertThat(made.err()).contains("Written to").contains("lightfoot stack URL --logs");
    assertThat(Files.readString(out))
        .contains("{\"what\":\"trips\",\"max\":1,\"note\":\"Measured 1 in each of 5 runs; no")
        .contains("\"max\":\"55 ms\",\"note\":\"Measured 50.0 ms");
    assertThat(check("shop", out.toString()).status()).isZero();
    CliHarness.Result again =
        cli.run(folder.resolve("data"), "budget", "init", "shop", "--out", out.toString());
    assertThat(again.status()).isEqualTo(2);
    assertThat(again.err()).contains("exists already");
  }
}
