package dev.lightfoot.app.cli.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.lightfoot.app.cli.CliHarness;
import dev.lightfoot.app.cli.MadeUpPages;
import dev.lightfoot.codec.snapshot.SnapshotCodec;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.page.Viewport;
import dev.lightfoot.probe.PagePlan;
import dev.lightfoot.report.compare.CompareJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class CompareCommandTest {
  private static final String A = "https://shop.test/a";
  private static final String B = "https://shop.test/b";

  @TempDir private Path folder;

  private final CliHarness cli = new CliHarness();

  CompareCommandTest() {
    cli.jitterNanos = 10_000;
  }

  private CliHarness.Result run(String command, String... arguments) {
    List<String> all = new ArrayList<>(List.of(command));
    all.addAll(List.of(arguments));
    return cli.run(folder, all.toArray(String[]::new));
  }

  private CliHarness.Result compare(String... arguments) {
    return run("compare", arguments);
  }

  private static String plain(String text) {
    return text.replace('\u00a0', ' ');
  }

  private static JsonNode json(CliHarness.Result result) {
    return JsonMapper.shared().readTree(result.out());
  }

  @Test
  void twoUrlsAreMeasuredInTurnTwentyTimesEach() {
    cli.millis.put("/b", 40);
    CliHarness.Result result = compare(A, B);
    assertThat(result.status()).isZero();
    assertThat(plain(result.out()))
        .contains("B is faster by 10.0 ms; 95 % interval", "20 + 20 cold runs · measured in turn");
    assertThat(result.err()).isEmpty();
    assertThat(cli.plans)
        .hasSize(2)
        .allSatisfy(plan -> assertThat(plan.states()).hasSize(20).containsOnly(RunState.COLD));
    assertThat(cli.plans).extracting(plan -> plan.request().url().toString()).containsExactly(A, B);
  }

  @Test
  void aSlowerSideIsStatusOne() {
    cli.millis.put("/b", 60);
    CliHarness.Result result = compare(A, B);
    assertThat(result.status()).isEqualTo(1);
    assertThat(plain(result.out())).contains("B is slower by 10.0 ms");
  }

  @Test
  void theDocumentKeepsToItsSchemaAndTheSameSnapshotsGiveTheSameBytes() throws IOException {
    cli.millis.put("/b", 60);
    compare(A, B, "--save", "kept", "--json");
    CliHarness.Result result = compare("kept A", "kept B", "--json");
    assertThat(result.status()).isEqualTo(1);
    try (InputStream in = CompareJson.class.getResourceAsStream("comparison-v1.schema.json")) {
      Schema schema =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
              .getSchema(Objects.requireNonNull(in));
      assertThat(schema.validate(result.out(), InputFormat.JSON)).isEmpty();
    }
    assertThat(json(result).path("verdict").asString()).isEqualTo("slower");
    assertThat(json(result).path("order").asString()).isEqualTo("interleaved");
    assertThat(compare("kept A", "kept B", "--json").out()).isEqualTo(result.out());
    assertThat(compare("kept A", "kept B").out()).isEqualTo(compare("kept A", "kept B").out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"written.json", "written.html"})
  void aComparisonThatWasWrittenIsMadeAgainOfItsSnapshots(String name) throws IOException {
    cli.millis.put("/b", 60);
    Path written = folder.resolve(name);
    CliHarness.Result first = compare(A, B, "--save", "kept", "--report", written.toString());
    CliHarness.Result again = compare(written.toString());
    assertThat(again.status()).isEqualTo(1);
    assertThat(again.out().lines().filter(line -> line.contains("B is slower")).toList())
        .isEqualTo(first.out().lines().filter(line -> line.contains("B is slower")).toList());
    assertThat(compare(written.toString(), "kept B").err())
        .contains("It is a comparison that Lightfoot wrote");
  }

  @Test
  void aComparisonOfWhatWasNotSavedSaysSo() throws IOException {
    Path written = folder.resolve("written.json");
    compare(A, B, "--report", written.toString());
    CliHarness.Result result = compare(written.toString());
    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err())
        .contains(written + " is a comparison: it holds what came out, and not the runs.")
        .contains(" is not.");
    assertThat(compare(A).err()).contains("compare takes two sides at least");
  }

  @Test
  void aUrlIsMeasuredAsTheSnapshotBesideItWas() {
    run("probe", A, "--runs", "12", "--warm", "--save", "before");
    CliHarness.Result result = compare("before", A, "--state", "warm", "--json");
    assertThat(result.status()).isZero();
    assertThat(cli.plans.getLast().states()).hasSize(13).last().isEqualTo(RunState.WARM);
    assertThat(cli.plans.getLast().preparing()).isEqualTo(1);
    assertThat(json(result).path("state").asString()).isEqualTo("warm");
    assertThat(json(result).path("order").asString()).isEqualTo("separate");
    assertThat(json(result).path("b").path("runs").asInt()).isEqualTo(12);
    compare("before", A, "--runs", "30", "--state", "resumed");
    assertThat(cli.plans.getLast().states()).hasSize(31).last().isEqualTo(RunState.RESUMED);
  }

  @Test
  void aSnapshotIsNamedByIdBeginningOfItNameOrFile() throws IOException {
    run("probe", A, "--runs", "10", "--save", "before");
    JsonNode listed = JsonMapper.shared().readTree(run("snapshot", "list", "--json").out()).path(0);
    String id = listed.path("id").asString();
    Path file =
        Files.copy(Path.of(listed.path("path").asString()), folder.resolve("elsewhere.json"));
    for (String name : List.of(id, id.substring(0, 20), "before", file.toString())) {
      CliHarness.Result result = compare("before", name, "--json");
      assertThat(result.status()).as(name).isZero();
      assertThat(json(result).path("b").path("id").asString()).as(name).isEqualTo(id);
    }
    assertThat(cli.plans).hasSize(1);
  }

  @Test
  void whatWasMeasuredHoursApartIsToldSoBeforeTheVerdict() {
    cli.millis.put("/b", 40);
    run("probe", A, "--runs", "20", "--save", "before");
    run("probe", B, "--runs", "20", "--save", "after");
    String out = plain(compare("before", "after").out());
    assertThat(out).contains("Not measured in turn; 59 min apart");
    assertThat(out.indexOf("URL differs")).isBetween(0, out.indexOf("B is faster"));
    assertThat(out.indexOf("Not measured in turn")).isLessThan(out.indexOf("B is faster"));
  }

  @Test
  void keptSessionsOfTheTargetSayHowFarSessionsLieApart() {
    for (int i = 0; i < 5; i++) {
      cli.millis.put("/a", 50 + 5 * (i % 2));
      run("probe", A, "--runs", "20", "--save", "session " + i);
    }
    CliHarness.Result result = compare("session 0", "session 1", "--json");
    assertThat(json(result).path("sessions").asInt()).isEqualTo(3);
    assertThat(json(result).path("total").path("floorNanos").asLong()).isGreaterThan(5_000_000);
    assertThat(result.status()).isZero();
    assertThat(plain(compare("session 0", "session 1").out()))
        .contains("as seen in 3 saved sessions");
    assertThat(json(compare(A, B, "--json")).path("sessions").asInt()).isZero();
  }

  @Test
  void theyDoSoForTwoFilesFromElsewhere() throws IOException {
    for (int i = 0; i < 5; i++) {
      cli.millis.put("/a", 50 + 5 * (i % 2));
      run("probe", A, "--runs", "20", "--save", "session " + i);
    }
    List<String> files = new ArrayList<>();
    for (JsonNode each : JsonMapper.shared().readTree(run("snapshot", "list", "--json").out())) {
      if (each.path("name").asString().matches("session [01]")) {
        Path copy = folder.resolve(files.size() + ".json");
        files.add(Files.copy(Path.of(each.path("path").asString()), copy).toString());
        run("snapshot", "delete", each.path("id").asString());
      }
    }
    CliHarness.Result result = compare(files.get(0), files.get(1), "--json");
    assertThat(json(result).path("sessions").asInt()).isEqualTo(3);
    assertThat(json(result).path("total").path("floorNanos").asLong()).isGreaterThan(5_000_000);
  }

  @Test
  void tooFewRunsGiveNoVerdict() {
    cli.millis.put("/b", 500);
    CliHarness.Result result = compare(A, B, "--runs", "9");
    assertThat(result.status()).isZero();
    assertThat(plain(result.out())).contains("No verdict", "A has 9, B has 9");
  }

  @Test
  void aSideThatCannotBeMeasuredIsStatusThreeAndLosesNothingOfTheOther() {
    cli.unreachable.add("gone.test");
    CliHarness.Result result = compare(A, "https://gone.test/", "--save", "kept");
    assertThat(result.status()).isEqualTo(3);
    assertThat(plain(result.out())).contains("Nothing can be compared: B has no run that counts.");
    assertThat(result.err()).contains("It failed. [LF-TCP-REFUSED]");
    assertThat(run("snapshot", "show", "kept A").status()).isZero();
  }

  @Test
  void aFaultIsStatusFour() {
    cli.faulty = true;
    assertThat(compare(A, B).status()).isEqualTo(4);
  }

  @Test
  void anInterruptedComparisonIsStatus130() {
    cli.interrupted = true;
    assertThat(compare(A, B).status()).isEqualTo(130);
  }

  @Test
  void severalSidesAreEachComparedWithTheFirst() {
    cli.millis.put("/b", 40);
    cli.millis.put("/c", 60);
    CliHarness.Result result = compare(A, B, "https://shop.test/c");
    assertThat(result.status()).isEqualTo(1);
    assertThat(plain(result.out()))
        .contains("▼ faster", "▲ slower", "Faster than A: B. Slower than A: C.");
    assertThat(result.out().lines()).allMatch(line -> line.length() <= 100);
    JsonNode all = json(compare(A, B, "https://shop.test/c", "--json"));
    assertThat(all).hasSize(2);
    assertThat(all.path(0).path("verdict").asString()).isEqualTo("faster");
    assertThat(all.path(1).path("verdict").asString()).isEqualTo("slower");
  }

  @Test
  void pagesAreLoadedByTheEngineAndForTheWindowOfTheSnapshot() throws IOException {
    compare(A, B, "--page", "--runs", "3", "--device", "phone");
    assertThat(cli.pages.plans)
        .hasSize(2)
        .extracting(PagePlan::viewport)
        .containsOnly(Viewport.PHONE);
    assertThat(cli.pages.browser).isEmpty();
    Snapshot sample = MadeUpPages.sample();
    Path file = Files.write(folder.resolve("page.json"), SnapshotCodec.encode(sample));
    CliHarness.Result result = compare(file.toString(), A);
    assertThat(result.status()).isZero();
    assertThat(cli.pages.plans.getLast().states()).hasSize(sample.runs(RunState.COLD).size());
    assertThat(cli.pages.plans.getLast().viewport()).isEqualTo(Viewport.DESKTOP);
    assertThat(cli.plans).isEmpty();
    compare(file.toString(), A, "--engine", "chrome", "--no-sandbox");
    assertThat(cli.pages.browser).isPresent();
  }

  @Test
  void timesAreMeasuredFromTheEventThatIsNamed() throws IOException {
    Path page =
        Files.write(folder.resolve("page.json"), SnapshotCodec.encode(MadeUpPages.sample()));
    String same = page.toString();
    long whole = median(compare(same, same, "--json"));
    long afterHead = median(compare(same, same, "--json", "--align", "first-byte"));
    long afterStyles =
        median(compare(same, same, "--json", "--align", "https://www.shop.test/assets/a.css"));
    assertThat(whole).isEqualTo(592_300_000);
    assertThat(afterHead).isBetween(1L, whole - 100_000_000);
    assertThat(afterStyles).isBetween(1L, afterHead);
    assertThat(compare(same, same).out()).contains("A and B are the same snapshot.");
    CliHarness.Result nowhere = compare(same, same, "--align", "https://www.shop.test/nope.css");
    assertThat(nowhere.status()).isEqualTo(2);
    assertThat(nowhere.err())
        .contains("what --align names are left out: https://www.shop.test/nope.css");
  }

  private static long median(CliHarness.Result result) {
    return json(result).path("total").path("medianANanos").asLong();
  }

  @Test
  void secretsAreNotShown() {
    CliHarness.Result result = compare(A + "?token=s3cr3t", B, "--json");
    assertThat(result.out()).doesNotContain("s3cr3t");
    assertThat(compare(A + "?token=s3cr3t", B, "--json", "--unredacted").out()).contains("s3cr3t");
  }

  @Test
  void anAmbiguousNameIsStatusTwo() {
    run("probe", A, "--save", "before");
    run("probe", A, "--save", "before");
    CliHarness.Result result = compare("before", A);
    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err()).contains("may be any of").contains("Give the id.");
  }

  @Test
  void whatHasNothingInCommonIsStatusTwo() throws IOException {
    run("probe", A, "--save", "probe");
    Path page =
        Files.write(folder.resolve("page.json"), SnapshotCodec.encode(MadeUpPages.sample()));
    assertThat(compare("probe", page.toString()).err()).contains("A page and a single request");
    assertThat(compare("probe", page.toString()).status()).isEqualTo(2);
    assertThat(compare("probe", A, "--page").err()).contains("A page and a single request");
    assertThat(cli.pages.plans).as("refused before anything is measured").isEmpty();
    CliHarness.Result none = compare("probe", "probe", "--state", "warm");
    assertThat(none.status()).isEqualTo(2);
    assertThat(none.err()).contains("Nothing can be compared");
  }

  @Test
  void aSnapshotOfAnotherMethodIsNotMeasuredWithGet() {
    run("probe", A, "--method", "HEAD", "--save", "head");
    assertThat(compare("head", A).err()).contains("say --method HEAD");
    assertThat(compare("head", A, "--method", "HEAD").status()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://shop.test/a",
        "https://shop.test/a nosuchname",
        "https://shop.test/a ./nosuch.json",
        "https://shop.test/a ftp://shop.test/",
        "https://shop.test/a https://refused.test/",
        "https://shop.test/a https://shop.test/b --runs 0",
        "https://shop.test/a https://shop.test/b --runs 1001",
        "https://shop.test/a https://shop.test/b --state hot",
        "https://shop.test/a https://shop.test/b --align somewhere",
        "https://shop.test/a https://shop.test/b --http 1.1,2",
        "https://shop.test/a https://shop.test/b --page --state resumed",
        "https://shop.test/a https://shop.test/b --page --engine opera",
        "https://shop.test/a https://shop.test/b --nosuch"
      })
  void wrongUseIsStatusTwo(String line) {
    CliHarness.Result result = compare(line.split(" ", -1));
    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err()).isNotBlank();
    assertThat(result.out()).isEmpty();
  }

  @Test
  void moreSidesThanLettersAreRefused() {
    String[] sides = new String[CompareCommand.MOST_SIDES + 1];
    java.util.Arrays.fill(sides, A);
    assertThat(compare(sides).status()).isEqualTo(2);
    assertThat(compare(A, B, "--save", " ").status()).isEqualTo(2);
    run("probe", A, "--save", "kept");
    assertThat(compare("kept", "kept", "--save", "again").err()).contains("kept already");
  }
}
