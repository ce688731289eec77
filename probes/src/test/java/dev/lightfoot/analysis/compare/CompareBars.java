package dev.lightfoot.analysis.compare;

import dev.lightfoot.codec.snapshot.SnapshotCodec;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.SnapshotId;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/// Measures how long it takes to compare two times 100 runs of a page of 300 requests, the first
/// time in a program and eleven times after: `CompareBars [FOLDER]` also saves the two there, for
/// the command line.
final class CompareBars {
  private static final int RUNS = 100;
  private static final int TIMES = 11;

  private CompareBars() {}

  static void main(String[] args) throws IOException {
    OffsetDateTime start = OffsetDateTime.parse("2026-11-01T00:00:00Z");
    Snapshot a = PageComparisonTest.large(1, start, RUNS);
    Snapshot b = PageComparisonTest.large(2, start.plusHours(1), RUNS);
    if (args.length > 0) {
      Path folder = Files.createDirectories(Path.of(args[0]));
      Files.write(folder.resolve("a.lightfoot.json"), SnapshotCodec.encode(identified(a)));
      Files.write(folder.resolve("b.lightfoot.json"), SnapshotCodec.encode(identified(b)));
    }
    double first = millis(a, b);
    long worked = worked();
    double[] later = new double[TIMES];
    for (int i = 0; i < TIMES; i++) {
      later[i] = millis(a, b);
    }
    double work = (worked() - worked) / 1e6 / TIMES;
    Arrays.sort(later);
    System.out.printf(
        Locale.ROOT,
        "2 x %d runs x 300 requests, ms: first %.0f, then median %.0f (%.0f to %.0f); processor"
            + " %.0f each%n",
        RUNS,
        first,
        later[TIMES / 2],
        later[0],
        later[TIMES - 1],
        work);
  }

  private static long worked() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static Snapshot identified(Snapshot snapshot) {
    return new Snapshot(
        SnapshotId.next(snapshot.takenAt().toInstant()),
        snapshot.name(),
        snapshot.target(),
        snapshot.takenAt(),
        snapshot.environment(),
        snapshot.runs(),
        snapshot.hosts(),
        Map.of());
  }

  private static double millis(Snapshot a, Snapshot b) {
    long begun = System.nanoTime();
    if (Comparison.of(a, b).exchanges().size() < 300) {
      throw new IllegalStateException("requests are missing");
    }
    return (System.nanoTime() - begun) / 1e6;
  }
}
