package dev.lightfoot.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lightfoot.codec.accesslog.NginxReader;
import dev.lightfoot.model.Layer;
import dev.lightfoot.model.Span;
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

  private List<FileReading> read(Path... paths) {
    List<Source> sources = new ArrayList<>();
    for (Path path : paths) {
      sources.add(new Source.OnDisk(path));
    }
    return new Intake(List.of(new NginxReader())).read(sources, IntakeSettings.NONE, spans::add);
  }
}
