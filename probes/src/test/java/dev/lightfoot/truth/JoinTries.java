package dev.lightfoot.truth;

import dev.lightfoot.analysis.join.Written;
import dev.lightfoot.codec.snapshot.SnapshotCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Measures requests beside others in a lab that is up, and tries the join on each. One command
/// runs it: `probes/lab/tries.sh`.
final class JoinTries {
  private static final String URL = "https://www.shop.test/nplus1/?n=10";
  private static final int RUNS = 5;

  /// What `stack` reads of a log that was there before.
  private static final long EARLIER_BYTES = 64 * 1024;

  private final Lab lab;
  private final Path folder;

  private JoinTries(Lab lab, Path folder) {
    this.lab = lab;
    this.folder = folder;
  }

  /// Arguments: the project's folder, the folder for what was measured, and how many measurements
  /// of five requests to make (0: try the join on what was measured last).
  static void main(String[] arguments) throws Exception {
    Lab lab = new Lab(Path.of(arguments[0]).toAbsolutePath());
    JoinTries tries = new JoinTries(lab, Path.of(arguments[1]).toAbsolutePath());
    int wanted = Integer.parseInt(arguments[2]);
    for (int i = 0; i < wanted; i++) {
      tries.measure(i);
    }
    if (wanted > 0) {
      return;
    }
    TryCounts counts = new TryCounts();
    int measured = 0;
    for (Path each = tries.kept(0); Files.exists(each.resolve("written")); ) {
      tries.count(measured, each, counts);
      each = tries.kept(++measured);
    }
    String json =
        "{\"requests\": %d, \"counts\": [\n%s\n]}\n"
            .formatted(measured * RUNS, String.join(",\n", counts.lines()));
    Files.writeString(tries.folder.resolve("tries.json"), json);
    System.out.print(json);
    counts.wrong().forEach(System.out::println);
    System.exit(counts.wrong().isEmpty() ? 0 : 1);
  }

  private Path kept(int number) {
    return folder.resolve("measurement-" + number);
  }

  private List<Path> logs() {
    return List.of(
        lab.logs().resolve("nginx-access.jsonl"),
        lab.logs().resolve("gunicorn-access.log"),
        lab.logs().resolve("django.jsonl"),
        lab.databaseLogs().resolve("pg.json"));
  }

  /// In every other measurement nginx mirrors what is asked: an equal request reaches gunicorn
  /// within 1 ms of each. What is read of the logs begins before the measurement, as it does for
  /// users.
  private void measure(int number) throws IOException, InterruptedException {
    Path into = Files.createDirectories(kept(number));
    Map<Path, Long> before = sizes();
    long begin = now();
    run(into.resolve("snapshot.json"), number % 2 == 0 ? List.of() : List.of("X-Twin"));
    TimeUnit.MILLISECONDS.sleep(300); // for what servers write late
    for (Path log : logs()) {
      byte[] whole = Files.readAllBytes(log);
      int from = Math.toIntExact(Math.max(0, before.getOrDefault(log, 0L) - EARLIER_BYTES));
      Files.write(
          into.resolve(log.getFileName()), lines(Arrays.copyOfRange(whole, from, whole.length)));
    }
    Files.writeString(into.resolve("written"), begin + " " + now());
    System.out.println("measured " + (number + 1));
  }

  private Map<Path, Long> sizes() throws IOException {
    Map<Path, Long> sizes = new HashMap<>();
    for (Path log : logs()) {
      sizes.put(log, Files.size(log));
    }
    return sizes;
  }

  /// Whole lines alone.
  private static byte[] lines(byte[] part) {
    int from = 0;
    while (from < part.length && part[from] != '\n') {
      from++;
    }
    int to = part.length;
    while (to > from && part[to - 1] != '\n') {
      to--;
    }
    return Arrays.copyOfRange(part, Math.min(from + 1, to), to);
  }

  private static long now() {
    return TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
  }

  private void run(Path snapshot, List<String> headers) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                StackRuns.class.getName(),
                URL,
                Integer.toString(RUNS),
                lab.authority().toString(),
                snapshot.toString()));
    command.addAll(headers);
    Process program = new ProcessBuilder(lab.inClient(command)).inheritIO().start();
    if (program.waitFor() != 0) {
      throw new IOException("the measurement failed");
    }
  }

  private void count(int number, Path kept, TryCounts counts) throws IOException {
    List<Path> files = new ArrayList<>();
    logs().forEach(log -> files.add(kept.resolve(log.getFileName())));
    String[] written = Files.readString(kept.resolve("written")).split(" ", 2);
    counts.add(
        number,
        SnapshotCodec.decode(Files.readAllBytes(kept.resolve("snapshot.json"))).runs(),
        TriedLogs.read(files),
        new Written(Long.parseLong(written[0]), Long.parseLong(written[1])));
  }
}
