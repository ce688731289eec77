package dev.lightfoot.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class SnapshotCommandsTest {
  private final CliHarness cli = new CliHarness();
  @TempDir Path folder;

  private String save(String name) {
    cli.run(folder, "probe", "https://shop.test/?token=abc", "--runs", "1", "--save", name);
    return node().get(0).get("id").asString();
  }

  private JsonNode node() {
    return JsonMapper.shared().readTree(cli.run(folder, "snapshot", "list", "--json").out());
  }

  @Test
  void theListAsJsonHasItsSevenMembers() {
    String id = save("before");
    assertThat(node().toString())
        .isEqualTo(
            """
            [{"id":"%s","name":"before","target":"https://shop.test/?token=[redacted]",\
            "takenAt":"2026-11-23T16:29:00+01:00","path":"%s","tags":[],"note":null}]\
            """
                .formatted(id, folder.resolve("snapshots").resolve(id + ".json")));
  }

  @Test
  void anEmptyListIsAnEmptyArray() {
    assertThat(cli.run(folder, "snapshot", "list", "--json").out()).isEqualTo("[]\n");
  }

  @Test
  void aSnapshotIsFoundByIdNameOrPrefix() {
    String id = save("before");
    for (String reference : List.of(id, "before", id.substring(0, 6))) {
      assertThat(cli.run(folder, "snapshot", "show", reference).out()).contains("50.0 ms");
    }
  }

  @Test
  void anAmbiguousNameIsStatusTwo() {
    save("same");
    save("same");
    CliHarness.Result result = cli.run(folder, "snapshot", "show", "same");
    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err()).contains("may be any of").contains("Give the id.");
  }

  @Test
  void anUnknownNameIsStatusTwo() {
    assertThat(cli.run(folder, "snapshot", "delete", "nosuch").status()).isEqualTo(2);
  }

  @Test
  void renamingAndDeletingChangeTheList() {
    save("before");
    assertThat(cli.run(folder, "snapshot", "rename", "before", "after").status()).isZero();
    assertThat(node().get(0).get("name").asString()).isEqualTo("after");
    assertThat(cli.run(folder, "snapshot", "delete", "after").status()).isZero();
    assertThat(node().isEmpty()).isTrue();
  }

  @Test
  void tagsAndANoteAreListed() {
    save("before");
    assertThat(cli.run(folder, "snapshot", "tag", "before", "v1", "slow").status()).isZero();
    assertThat(cli.run(folder, "snapshot", "note", "before", "token=abc12 of Ann").status())
        .isZero();
    assertThat(node().get(0).get("tags").toString()).isEqualTo("[\"v1\",\"slow\"]");
    assertThat(node().get(0).get("note").asString()).isEqualTo("token=[redacted] of Ann");
    assertThat(cli.run(folder, "snapshot", "list").out()).contains("before  [v1, slow]  https");
    assertThat(cli.run(folder, "snapshot", "tag", "before", "slow", "--remove").out()).isEmpty();
    cli.run(folder, "snapshot", "note", "before", "");
    assertThat(node().get(0).get("tags").toString()).isEqualTo("[\"v1\"]");
    assertThat(node().get(0).get("note").isNull()).isTrue();
  }

  @Test
  void aTagThatIsNotThereOrNoTagIsStatusTwo() {
    save("before");
    assertThat(cli.run(folder, "snapshot", "tag", "before", "x", "--remove").err())
        .contains("has no tag \"x\"");
    assertThat(cli.run(folder, "snapshot", "tag", "before", "a,b").status()).isEqualTo(2);
    assertThat(cli.run(folder, "snapshot", "tag", "before").status()).isEqualTo(2);
  }

  @Test
  void damagedFilesAreNamedAsWarnings() throws IOException {
    String id = save("before");
    Files.writeString(folder.resolve("snapshots").resolve(id + ".json"), "{");
    CliHarness.Result result = cli.run(folder, "snapshot", "list", "--json");
    assertThat(result.out()).isEqualTo("[]\n");
    assertThat(result.err()).contains("quarantine");
  }

  @Test
  void aSnapshotIsConvertedByExtensionAndRedacted() throws IOException {
    String id = save("before");
    Path json = folder.resolve("snapshots").resolve(id + ".json");
    Path csv = folder.resolve("out.csv");
    assertThat(cli.run("convert", json.toString(), csv.toString()).status()).isZero();
    assertThat(Files.readString(csv)).contains("phase,wait,measured").doesNotContain("abc");
  }

  @ParameterizedTest
  @CsvSource({
    "x.html,y.csv",
    "x.json,y.gif",
    "nosuch.json,y.csv",
    "x.json,x.json",
    "x.json,no/y.csv"
  })
  void aConversionThatCannotBeDoneIsStatusTwo(String in, String out) throws IOException {
    String id = save("before");
    Files.copy(folder.resolve("snapshots").resolve(id + ".json"), folder.resolve("x.json"));
    CliHarness.Result result =
        cli.run("convert", folder.resolve(in).toString(), folder.resolve(out).toString());
    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err()).startsWith("lightfoot: ").doesNotContain("Exception");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "probe", "snapshot", "snapshot list", "snapshot show", "convert"})
  void everyCommandHasHelp(String command) {
    String[] args = (command + " --help").strip().split(" ", -1);
    CliHarness.Result result = cli.run(args);
    assertThat(result.status()).isZero();
    assertThat(result.out()).startsWith("Usage: lightfoot");
  }

  @Test
  void theVersionIsPrinted() {
    assertThat(cli.run("--version").out()).matches("lightfoot \\d+\\.\\d+\\.\\d+\n");
  }

  @Test
  void withoutArgumentsTheWindowOpens() {
    AtomicReference<Optional<String>> opened = new AtomicReference<>();
    cli.window =
        (target, _, _) -> {
          opened.set(target);
          return 0;
        };
    assertThat(cli.run().status()).isZero();
    assertThat(opened.get()).isEmpty();
    cli.run("https://shop.test/");
    assertThat(opened.get()).contains("https://shop.test/");
  }

  @Test
  void withoutADisplayABareUrlIsPrintedAsText() {
    CliHarness.Result result = cli.run("https://shop.test/");
    assertThat(result.status()).isZero();
    assertThat(result.out()).contains("50.0 ms");
    assertThat(result.err()).contains("No display here.");
  }

  @Test
  void withoutADisplayASnapshotFileIsPrintedAsText() {
    String id = save("before");
    Path file = folder.resolve("snapshots").resolve(id + ".json");
    assertThat(cli.run(file.toString()).out()).contains("50.0 ms");
  }

  @Test
  void withoutADisplayAndATargetTheWayOnIsSaid() {
    CliHarness.Result result = cli.run();
    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err()).contains("lightfoot probe https://example.com");
  }
}
