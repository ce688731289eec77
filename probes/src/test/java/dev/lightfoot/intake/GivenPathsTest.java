package dev.lightfoot.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.codec.LogFormat;
import dev.lightfoot.intake.GivenPaths.Reason;
import dev.lightfoot.intake.GivenPaths.Unopened;
import dev.lightfoot.model.span.Span;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GivenPathsTest {
  private static final String SNAPSHOT = "{\"format\":\"lightfoot/snapshot\",\"version\":1,\"id\":";
  private static final String HAR =
      "{\"log\": {\"version\": \"1.2\", \"creator\": {\"name\": \"Firefox\"}, \"entries\": [";
  private static final String SPAN =
      """
      {"resourceSpans":[{"scopeSpans":[{"spans":[{"traceId":"4bf92f3577b34da6a3ce929d0e0e4736",\
      "spanId":"00f067aa0ba902b7","name":"GET /","kind":2,\
      "startTimeUnixNano":"1795000000000000000","endTimeUnixNano":"1795000000050000000"}]}]}]}
      """;

  @TempDir Path folder = Path.of("");

  @Test
  void eachIsSortedByItsContentWhateverItsName() throws IOException {
    Path snapshot = file("access.log", SNAPSHOT);
    Path har = file("snapshot.json", HAR);
    Path trace = file("shop.lightfoot.json", SPAN);
    Path letter = file("letter.har", "Dear reader\n");
    assertThat(GivenPaths.of(List.of(trace, snapshot, har, letter)))
        .isEqualTo(
            new GivenPaths(List.of(snapshot), List.of(har), List.of(trace, letter), List.of()));
  }

  @Test
  void aFolderIsGivenUpForItsFilesWherePagesOrSnapshotsAreAmongThem() throws IOException {
    Path logs = Files.createDirectory(folder.resolve("logs"));
    file("logs/trace", SPAN);
    Path pages = Files.createDirectory(folder.resolve("pages"));
    Path har = file("pages/a.har", HAR);
    Path letter = file("pages/letter", "Dear reader\n");
    assertThat(GivenPaths.of(List.of(logs, har, pages)))
        .isEqualTo(new GivenPaths(List.of(), List.of(har), List.of(logs, letter), List.of()));
  }

  @Test
  void aPageLoadIsKnownThroughItsCompression() throws IOException {
    Path packed = folder.resolve("a.har.gz");
    try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      out.write((HAR + "]}}").getBytes(StandardCharsets.UTF_8));
    }
    assertThat(GivenPaths.of(List.of(packed)).pageLoads()).containsExactly(packed);
  }

  @Test
  void whatDecidesMayComeAfterOtherMembersAndAByteOrderMark() throws IOException {
    Path snapshot =
        file("a", "\uFEFF{\"name\":\"x\",\"runs\":[{}],\"format\":\"lightfoot/snapshot\"}");
    Path har = file("b", "{\"format\":\"other\",\"log\":{\"comment\":\"\",\"entries\":[]}}");
    GivenPaths sorted = GivenPaths.of(List.of(snapshot, har));
    assertThat(sorted.snapshots()).containsExactly(snapshot);
    assertThat(sorted.pageLoads()).containsExactly(har);
  }

  @Test
  void linesThatOnlyMentionThemAreLogs() throws IOException {
    Path docker = file("docker", "{\"log\":\"lightfoot/snapshot\\n\",\"stream\":\"stdout\"}\n");
    Path inner =
        file("inner", "{\"a\":{\"format\":\"lightfoot/snapshot\"},\"log\":{\"pages\":3}}\n");
    Path list = file("list", "[" + SNAPSHOT);
    Path empty = file("empty", "");
    List<Path> all = List.of(docker, inner, list, empty);
    assertThat(GivenPaths.of(all)).isEqualTo(new GivenPaths(List.of(), List.of(), all, List.of()));
  }

  @Test
  void onlyTheBeginningIsLookedAt() throws IOException {
    String filling = "{\"name\":\"" + "x".repeat(GivenPaths.SAMPLE) + "\",";
    Path late = file("late", filling + SNAPSHOT.substring(1));
    assertThat(GivenPaths.of(List.of(late)).logs()).containsExactly(late);
  }

  @Test
  void whatIsMissingIsNamedAndNothingElseIsLost() throws IOException {
    Path missing = folder.resolve("missing.json");
    Path dangling = Files.createSymbolicLink(folder.resolve("dangling"), missing);
    Path snapshot = file("s", SNAPSHOT);
    GivenPaths sorted = GivenPaths.of(List.of(missing, snapshot, dangling, snapshot));
    assertThat(sorted.snapshots()).containsExactly(snapshot);
    assertThat(sorted.unopened())
        .containsExactly(
            new Unopened(missing, Reason.ABSENT), new Unopened(dangling, Reason.FAILED));
  }

  @Test
  void formatsOfTracesAreThoseThatHoldWholeTraces() {
    assertThat(new Intake().traceFormats())
        .extracting(LogFormat::name)
        .containsExactlyInAnyOrder(
            "otlp-json", "otlp-protobuf", "zipkin", "jaeger", "chrome-trace");
  }

  @Test
  void aSpanThatWasReadBeforeIsHandedOutAsRepeated() throws IOException {
    Path trace = file("trace", SPAN);
    List<String> heard = new ArrayList<>();
    IntakeListener listener =
        new IntakeListener() {
          @Override
          public void span(Span span) {
            heard.add("new " + span.name());
          }

          @Override
          public void repeated(Span span) {
            heard.add("repeated " + span.name());
          }
        };
    Intake intake = new Intake().remembering();
    for (int i = 0; i < 2; i++) {
      intake.read(List.of(new Source.OnDisk(trace)), IntakeSettings.NONE, listener);
    }
    assertThat(heard).containsExactly("new GET /", "repeated GET /");
  }

  private Path file(String name, String content) throws IOException {
    return Files.write(folder.resolve(name), content.getBytes(StandardCharsets.UTF_8));
  }
}
