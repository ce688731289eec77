package dev.lightfoot.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lightfoot.codec.accesslog.AccessLogReader;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// nginx's two logs of the same requests, through the whole intake.
final class NginxIntakeTest {
  private static final Path OWN =
      Path.of(System.getProperty("lightfoot.root", ".."), "../shared/data/own");

  @TempDir private Path folder;

  private final List<Span> spans = new ArrayList<>();

  @Test
  void theSameRequestsInTwoFormatsCountOnce() throws IOException {
    Path json = OWN.resolve("nginx-access.jsonl");
    assumeTrue(Files.exists(json), "There is no " + json + ".");
    List<FileReading> readings = read(json, OWN.resolve("nginx-access-combined-time.log"));
    long lines = Files.readAllLines(json).size();
    assertThat(readings).extracting(FileReading::read).containsExactly(lines, lines);
    assertThat(readings).extracting(FileReading::repeated).containsExactly(0L, lines);
    assertThat(spans).filteredOn(span -> span.layer() == Layer.PROXY).hasSize((int) lines);
  }

  @Test
  void inPartsItIsReadAsAsAWhole() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 30_000; i++) {
      text.append("10.0.0.")
          .append(i % 250)
          .append(" - - [23/Nov/2026:15:28:55 +0000] \"GET /p/")
          .append(i)
          .append(
              i % 10_000 == 7 ? " HTTP/2.0 broken\n" : " HTTP/2.0\" 200 15 \"-\" \"x\" 0.010 -\n");
    }
    Path file = Files.writeString(folder.resolve("access.log"), text);
    FileReading reading = read(file).getFirst();
    assertThat(reading.read()).isEqualTo(29_997);
    assertThat(reading.entries())
        .extracting(FileReading.Skipped::place)
        .containsExactly("line 8", "line 10008", "line 20008");
    assertThat(spans).extracting(Span::name).startsWith("GET /p/0").endsWith("GET /p/29999");
  }

  @Test
  void equalRequestsAreAsManyWithTheirPartsInOneFileAndTheSameInItsCopy() throws IOException {
    String log = equalLines(20_000);
    Path file = Files.writeString(folder.resolve("access.log"), log);
    Path copy = Files.writeString(folder.resolve("access.log.1"), log + equalLines(1));
    Intake remembering = intake().remembering();
    FileReading first = read(remembering, file).getFirst();
    FileReading second = read(remembering, copy).getFirst();
    assertThat(List.of(first.read(), first.repeated())).containsExactly(20_000L, 0L);
    assertThat(List.of(second.read(), second.repeated())).containsExactly(20_001L, 20_000L);
    assertThat(spans).hasSize(2 * 20_001).extracting(Span::spanId).doesNotHaveDuplicates();
    assertPartsFollowTheirRequests();
  }

  @Test
  void equalRequestsOfTheOnlyFileHaveIdsOfTheirOwnInParts() throws IOException {
    read(Files.writeString(folder.resolve("access.log"), equalLines(20_000)));
    assertThat(spans).hasSize(2 * 20_000).extracting(Span::spanId).doesNotHaveDuplicates();
    assertPartsFollowTheirRequests();
  }

  private void assertPartsFollowTheirRequests() {
    for (int i = 0; i < spans.size(); i += 2) {
      assertThat(spans.get(i).parentSpanId()).isEmpty();
      assertThat(spans.get(i + 1).parentSpanId()).contains(spans.get(i).spanId());
    }
  }

  private static String equalLines(int count) {
    return ("10.0.0.1 - - [23/Nov/2026:15:28:55 +0000] \"GET /same HTTP/2.0\" 200 15 \"-\" \"x\""
            + " 0.010 0.009\n")
        .repeat(count);
  }

  private static Intake intake() {
    return new Intake(List.of(AccessLogReader.of("nginx")));
  }

  private List<FileReading> read(Path... paths) {
    return read(intake(), paths);
  }

  private List<FileReading> read(Intake intake, Path... paths) {
    List<Source> sources = new ArrayList<>();
    for (Path path : paths) {
      sources.add(new Source.OnDisk(path));
    }
    return intake.read(sources, IntakeSettings.NONE, spans::add);
  }
}
