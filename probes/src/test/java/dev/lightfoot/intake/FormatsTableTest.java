package dev.lightfoot.intake;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lightfoot.codec.LogFormat;
import dev.lightfoot.codec.ReadSettings;
import dev.lightfoot.golden.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every file at hand, read as `lightfoot ingest` reads it: `probes/FORMATS.md` is what came of it.
/// `-Dlightfoot.golden=write` writes it anew.
final class FormatsTableTest {
  private static final Path DATA =
      Path.of(System.getProperty("lightfoot.root", ".."), "../shared/data");
  private static final String HOSTILE = "conformance/authored-hostile";
  private static final int WIDEST = 240;
  private static final IntakeSettings UTC =
      new IntakeSettings(
          Optional.empty(),
          new ReadSettings(Optional.of(ZoneOffset.UTC), Optional.empty(), Optional.empty()));
  private static final IntakeSettings NGINX =
      new IntakeSettings(Optional.of("nginx"), ReadSettings.NONE);

  @Test
  void everyFileIsReadAsTheTableSays() throws IOException {
    StringBuilder text =
        new StringBuilder(
            """
            # What is read of the files at hand

            Each file of the public collection beside the project, given alone to what `lightfoot ingest` does, and what it says. A test
            compares this table with the files whenever they are there (`FormatsTableTest`; `-Dlightfoot.golden=write` writes it). "Read" are
            requests, statements, commands or spans. Where times lack their zone the file is read a second time with `--zone UTC`;
            access logs that nobody knows with `--format nginx`. HAR files are no logs of a server and are left out.
            """);
    section(text, "Recorded with real software in one lab", "own");
    section(text, "From public repositories", "server");
    section(text, "Made to harm", HOSTILE);
    Golden.document("probes/FORMATS.md", text.toString());
  }

  private static void section(StringBuilder text, String title, String folder) throws IOException {
    List<Path> files = files(DATA.resolve(folder));
    text.append("\n## ").append(title).append("\n\n");
    text.append("| file | format | read | skipped | what it says |\n|---|---|---:|---:|---|\n");
    for (Path file : files) {
      String name = DATA.resolve(folder).relativize(file).toString();
      List<FileReading> readings = read(file, IntakeSettings.NONE);
      rows(text, name, readings);
      if (readings.stream().anyMatch(each -> saysOf(each).contains("zone"))) {
        rows(text, name + " `--zone UTC`", read(file, UTC));
      }
      if (name.startsWith("accesslog/") && readings.getFirst().unrecognised()) {
        rows(text, name + " `--format nginx`", read(file, NGINX));
      }
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    assumeTrue(Files.isDirectory(folder), folder + " is not beside the project");
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> !file.endsWith("MANIFEST.md"))
          .filter(file -> !folder.relativize(file).startsWith("har"))
          .sorted()
          .toList();
    }
  }

  private static List<FileReading> read(Path file, IntakeSettings settings) {
    return new Intake().read(List.of(new Source.OnDisk(file)), settings, _ -> {});
  }

  /// Parts of a file of which the same is to be said are one row.
  private static void rows(StringBuilder text, String name, List<FileReading> readings) {
    Map<String, List<String>> rows = new LinkedHashMap<>();
    for (FileReading each : readings) {
      String row =
          "%s | %d | %d | %s"
              .formatted(
                  each.format().map(LogFormat::title).orElse("–"),
                  each.read(),
                  each.skipped(),
                  saysOf(each));
      rows.computeIfAbsent(row, _ -> new ArrayList<>()).add(each.part().orElse(""));
    }
    rows.forEach(
        (row, parts) -> {
          String part = parts.size() > 1 ? parts.size() + " entries" : parts.getFirst();
          String whole = part.isEmpty() ? name : name + " (" + shown(part) + ")";
          text.append("| ").append(whole).append(" | ").append(row).append(" |\n");
        });
  }

  private static String saysOf(FileReading reading) {
    Set<String> said = new LinkedHashSet<>();
    reading.failure().map(text -> text.replace(DATA + "/", "")).ifPresent(said::add);
    said.addAll(reading.warnings());
    Set<String> reasons = new LinkedHashSet<>();
    for (FileReading.Skipped each : reading.entries()) {
      if (reasons.add(each.reason())) {
        said.add(each.place() + ": " + each.reason());
      }
    }
    return shown(String.join(" ", said));
  }

  private static String shown(String text) {
    StringBuilder cell = new StringBuilder();
    text.codePoints()
        .map(c -> Character.isISOControl(c) ? '\ufffd' : c)
        .forEach(c -> cell.append(c == '|' ? "\\|" : Character.toString(c)));
    return cell.length() <= WIDEST ? cell.toString() : cell.substring(0, WIDEST) + "…";
  }
}
