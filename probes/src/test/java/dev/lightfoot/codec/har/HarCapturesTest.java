package dev.lightfoot.codec.har;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lightfoot.codec.CaptureReader;
import dev.lightfoot.codec.Collected;
import dev.lightfoot.codec.devtools.DevtoolsLogReader;
import dev.lightfoot.codec.devtools.LighthouseReader;
import dev.lightfoot.codec.netlog.NetLogReader;
import dev.lightfoot.codec.snapshot.SnapshotCodec;
import dev.lightfoot.codec.webpagetest.WebPageTestReader;
import dev.lightfoot.golden.Golden;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.page.PageLoad;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every HAR at hand: who wrote it, what is in it, what was repaired, and whether it survives being
/// written and read again. The tables are the document `probes/HAR.md`.
final class HarCapturesTest {
  private static final int SAMPLE = 64 * 1024;

  private static final List<CaptureReader> READERS =
      List.of(
          new HarReader(),
          new WebPageTestReader(),
          new DevtoolsLogReader(),
          new LighthouseReader(),
          new NetLogReader());

  private static final String HEAD =
      "| file | format | writer | browser | pages | entries | left out | repaired (`?` stays"
          + " doubtful) | written again |\n"
          + "|---|---|---|---|---|---|---|---|---|\n";

  @Test
  void everyCaptureIsReadRepairedAndWrittenAgain() throws IOException {
    List<Path> files = new ArrayList<>(list("har"));
    files.removeIf(file -> file.endsWith("MANIFEST.md"));
    files.add(Collected.shared("own/chromium-puppeteer.har"));
    files.add(Collected.shared("own/chromium-cdp-events.json"));
    String captures = table(files);
    String hostile = table(list("conformance/authored-hostile/har"));
    Golden.check("codec/har/captures.txt", captures + "\n" + hostile);
    Golden.document("probes/HAR.md", HarPage.of(captures, hostile));
    assertThat(captures + hostile).doesNotContain("invalid,").doesNotContain("differs");
  }

  /// The reader that knows the file best; that of HARs where none does.
  private static CaptureReader reader(byte[] file) {
    byte[] beginning = Arrays.copyOf(file, Math.min(file.length, SAMPLE));
    return READERS.stream()
        .max(Comparator.comparingInt(reader -> reader.recognises(beginning)))
        .orElseThrow();
  }

  private static List<Path> list(String folder) throws IOException {
    Path path =
        Path.of(System.getProperty("lightfoot.root", "."))
            .resolve("../shared/data")
            .resolve(folder)
            .normalize();
    assumeTrue(Files.isDirectory(path), folder + " is not beside the project (../shared/data)");
    try (Stream<Path> files = Files.list(path)) {
      return files.sorted().toList();
    }
  }

  private static String table(List<Path> files) throws IOException {
    StringBuilder table = new StringBuilder(HEAD);
    for (Path file : files) {
      table.append(row(file)).append('\n');
    }
    return table.toString();
  }

  private static String row(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    CaptureReader reader = reader(bytes);
    ReadCapture read = ReadCapture.of(reader, bytes);
    var source =
        read.runs().stream().flatMap(run -> run.page().orElseThrow().source().stream()).findFirst();
    return Stream.of(
            file.getFileName().toString(),
            reader.format().name(),
            source.flatMap(each -> each.writer()).orElse(""),
            source.flatMap(each -> each.browser()).orElse(""),
            pages(read),
            Integer.toString(read.exchanges().size()),
            Integer.toString(read.skipped.size()),
            repairs(read.repairs()),
            again(read.snapshots))
        .collect(Collectors.joining(" | ", "| ", " |"));
  }

  /// Runs of each snapshot.
  private static String pages(ReadCapture read) {
    return read.snapshots.stream()
        .map(snapshot -> Integer.toString(snapshot.runs().size()))
        .collect(Collectors.joining(" + "));
  }

  private static String repairs(Map<String, Integer> repairs) {
    return repairs.entrySet().stream()
        .map(each -> each.getKey() + " " + each.getValue())
        .collect(Collectors.joining(", "));
  }

  private static String again(List<Snapshot> snapshots) throws IOException {
    if (snapshots.isEmpty()) {
      return "refused";
    }
    boolean identical = true;
    boolean drawn = false;
    List<String> faults = new ArrayList<>();
    for (Snapshot snapshot : snapshots) {
      WrittenHar written = WrittenHar.of(snapshot);
      faults.addAll(written.faults());
      List<Snapshot> again = written.readAgain();
      Snapshot held = withoutRendering(snapshot);
      drawn |= !held.equals(snapshot);
      identical &= again.equals(List.of(held));
      Snapshot saved = SnapshotCodec.decode(SnapshotCodec.encode(snapshot));
      assertThat(saved).isEqualTo(snapshot);
      if (!identical) {
        Differences.print(snapshot, again);
      }
    }
    if (!faults.isEmpty()) {
      System.out.println(faults.subList(0, Math.min(5, faults.size())));
    }
    String same = drawn ? "identical but for what the browser drew" : "identical";
    return (faults.isEmpty() ? "valid" : "invalid") + ", " + (identical ? same : "differs");
  }

  /// HAR has no place for what a browser drew.
  private static Snapshot withoutRendering(Snapshot snapshot) {
    return snapshot.with(
        snapshot.runs().stream()
            .map(
                run ->
                    run.page()
                        .map(
                            page ->
                                run.as(
                                    new PageLoad(
                                        page.engine(),
                                        page.viewport(),
                                        page.documentExchange(),
                                        page.marks(),
                                        page.criticalPath(),
                                        page.candidates(),
                                        page.unusedPreloads(),
                                        page.notes(),
                                        page.source())))
                        .orElse(run))
            .toList());
  }
}
