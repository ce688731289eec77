package dev.lightfoot.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lightfoot.app.cli.console.Refusal;
import dev.lightfoot.app.cli.option.GivenArguments;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GivenArgumentsTest {
  private static final String SPAN =
      """
      {"resourceSpans":[{"scopeSpans":[{"spans":[{"traceId":"4bf92f3577b34da6a3ce929d0e0e4736",\
      "spanId":"00f067aa0ba902b7","name":"GET /","kind":2,\
      "startTimeUnixNano":"1795000000000000000","endTimeUnixNano":"1795000000050000000"}]}]}]}
      """;

  @TempDir Path folder = Path.of("");

  private final CliHarness cli = new CliHarness();

  @Test
  void addressesAreToldFromFilesByWhatThereIsAndHowTheyBegin() throws Exception {
    Path file = Files.writeString(folder.resolve("example.com"), "x");
    assertThat(addressOf("example.com")).contains("example.com");
    assertThat(addressOf("web1/data.json")).contains("web1/data.json");
    assertThat(addressOf("https://shop.test/trace.json")).contains("https://shop.test/trace.json");
    assertThat(addressOf("localhost:8080")).contains("localhost:8080");
    assertThat(filesOf(file.toString(), folder.toString())).containsExactly(file, folder);
    for (String missing : List.of("./a", "../a", "/no/such/a", "trace.json", "error.LOG")) {
      assertThat(filesOf(missing)).as(missing).containsExactly(Path.of(missing));
    }
  }

  @Test
  void fileManagersMayGiveUris() throws Exception {
    Path file = folder.resolve("with space %.json");
    assertThat(filesOf(file.toUri().toString())).containsExactly(file);
    assertThat(filesOf("file://localhost" + file.toUri().getRawPath())).containsExactly(file);
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> filesOf("file://elsewhere/a.json"))
        .withMessage("This URI does not name a file on this computer: file://elsewhere/a.json");
  }

  @Test
  void whatTheWindowCannotTakeTogetherIsRefusedInASentence() {
    CliHarness.Result two = cli.run("https://a.test/", "https://b.test/");
    assertThat(two.status()).isEqualTo(2);
    assertThat(two.err()).contains("lightfoot probe measures several");
    CliHarness.Result mixed = cli.run("https://a.test/", "./b.json");
    assertThat(mixed.status()).isEqualTo(2);
    assertThat(mixed.err()).contains("not both");
    assertThat(cli.plans).isEmpty();
  }

  @Test
  void allFilesReachTheWindow() {
    AtomicReference<List<Path>> opened = new AtomicReference<>();
    cli.window =
        (_, files, _) -> {
          opened.set(files);
          return 0;
        };
    cli.run(folder.toString(), "./missing.json");
    assertThat(opened.get()).containsExactly(folder, Path.of("./missing.json"));
  }

  @Test
  void withoutADisplayLogsAndFoldersArePrintedAsIngestPrintsThem() throws IOException {
    Path trace = Files.writeString(folder.resolve("trace.json"), SPAN);
    String ingested = cli.run("ingest", trace.toString()).out();
    assertThat(ingested).contains("GET /");
    CliHarness.Result opened = cli.run(trace.toString());
    assertThat(opened.out()).isEqualTo(ingested);
    assertThat(opened.status()).isZero();
    assertThat(cli.run(folder.toString()).out()).contains("GET /");
  }

  @Test
  void withoutADisplayEachIsPrintedAndWhatIsMissingIsNamed() throws IOException {
    cli.run(folder, "probe", "https://shop.test/", "--save", "before");
    Path snapshots = folder.resolve("snapshots");
    Path trace = Files.writeString(folder.resolve("trace.json"), SPAN);
    Path har = folder.resolve("page.har");
    Files.writeString(har, "{\"log\":{\"creator\":{}}}", StandardCharsets.UTF_8);
    String snapshot;
    try (var all = Files.list(snapshots)) {
      snapshot =
          all.filter(each -> each.toString().endsWith(".json"))
              .findFirst()
              .orElseThrow()
              .toString();
    }
    CliHarness.Result result =
        cli.run(trace.toString(), "./missing.json", snapshot, har.toString());
    assertThat(result.status()).isEqualTo(2);
    assertThat(result.out()).contains("50.0 ms", "GET /");
    assertThat(result.err())
        .contains(
            "There is no file ./missing.json.",
            har + ": It is a HAR file, but no request is in it.");
  }

  private static Optional<String> addressOf(String argument) throws Refusal {
    return GivenArguments.of(List.of(argument)).address();
  }

  private static List<Path> filesOf(String... arguments) throws Refusal {
    return GivenArguments.of(List.of(arguments)).files();
  }
}
