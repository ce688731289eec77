package dev.lightfoot.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lightfoot.codec.snapshot.ReportedSnapshot;
import dev.lightfoot.model.PageSamples;
import dev.lightfoot.model.Samples;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.report.HostileNames;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Opens reports in an installed browser: with scripts on and off, light and dark.
final class ReportInBrowserTest {
  private static final Path FOLDER = Path.of("src", "test", "node");

  @TempDir Path folder = Path.of("");

  private final List<Path> files = new ArrayList<>();

  @Test
  void nothingHappensAndEverybodyCanReadThem() throws Exception {
    Snapshot a = HostileNames.in(Reports.runs(0));
    Snapshot b = HostileNames.in(Reports.runs(60_000));
    write("probe", Reports.of(Samples.shop()));
    write("page", Reports.of(PageSamples.shop()));
    write("stack", Reports.of(recorded("before")));
    write("comparison", Reports.ofComparison(recorded("before"), recorded("after")));
    write("comparison-of-pages", Reports.ofComparison(PageSamples.shop(), PageSamples.shop()));
    write("hostile-probe", Reports.of(HostileNames.in(Samples.shop())));
    write("hostile-page", Reports.of(HostileNames.in(PageSamples.shop())));
    write("hostile-comparison", Reports.ofComparison(a, b));
    JsonNode views = opened().path("views");
    assertThat(views.size()).isEqualTo(4 * files.size());
    for (JsonNode view : views) {
      assertThat(strings(view.path("errors"))).as("%s", view).isEmpty();
      assertThat(strings(view.path("requests")))
          .containsExactly(Path.of(view.path("file").asString()).toUri().toString());
      assertThat(strings(view.path("violations"))).as("%s", view).isEmpty();
      assertThat(view.path("violations").isArray()).isEqualTo(view.path("scripts").asBoolean());
      assertThat(view.path("title").asString()).isNotEmpty();
    }
  }

  /// Recorded in the lab: a client and the spans of its servers.
  private static Snapshot recorded(String name) throws IOException {
    Path file = Path.of("..", "assets", "samples", name + ".lightfoot.json");
    return ReportedSnapshot.decode(Files.readAllBytes(file));
  }

  private void write(String name, String html) throws IOException {
    files.add(Files.writeString(folder.resolve(name + ".html"), html));
  }

  private static List<String> strings(JsonNode array) {
    return array.valueStream().map(JsonNode::asString).toList();
  }

  private JsonNode opened() throws IOException, InterruptedException {
    Optional<String> browser =
        Stream.of("chromium", "google-chrome", "chromium-browser")
            .filter(ReportInBrowserTest::isInstalled)
            .findFirst();
    assumeTrue(
        browser.isPresent()
            && isInstalled("node")
            && Files.isDirectory(FOLDER.resolve("node_modules").resolve("axe-core")),
        "skipped: needs Chromium, Node.js, and `npm ci` in probes/src/test/node");
    List<String> command = new ArrayList<>(List.of("node", "report.js", browser.orElseThrow()));
    files.forEach(file -> command.add(file.toString()));
    Process process =
        new ProcessBuilder(command)
            .directory(FOLDER.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return JsonMapper.shared().readTree(said);
  }

  private static boolean isInstalled(String program) {
    try {
      Process process = new ProcessBuilder(program, "--version").redirectErrorStream(true).start();
      process.getInputStream().readAllBytes();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
