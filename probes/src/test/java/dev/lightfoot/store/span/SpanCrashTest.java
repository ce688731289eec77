package dev.lightfoot.store.span;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lightfoot.model.span.Span;
import dev.lightfoot.store.span.journal.JournalSpanStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What survives of accepted spans when the program is killed or the disk is full.
final class SpanCrashTest {
  private static final int ROUNDS = Integer.getInteger("lightfoot.kill.rounds", 3);

  @TempDir Path folder;

  @Test
  void noAcceptedSpanIsLostWhenTheProgramIsKilled() throws Exception {
    Random random = new Random(41);
    List<Integer> acknowledged = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      String first = Integer.toString(round * 100_000);
      Process child = java("until-killed", folder.toString(), first, "500000").start();
      acknowledged.addAll(killAfter(child, 2 + random.nextInt(200)));
    }
    try (JournalSpanStore store = JournalSpanStore.open(folder, SpanRetention.STANDARD)) {
      assertThat(store.damaged()).isEmpty();
      for (int number : acknowledged) {
        assertThat(store.trace(SpanSamples.traceId(number))).isEqualTo(SpanSamples.cart(number));
      }
      SpanCounts counts = store.counts();
      assertThat(counts.kept()).isGreaterThanOrEqualTo(acknowledged.size() * 5L);
      assertThat(counts.kept() % 5).isZero();
      assertThat(counts.accepted()).isEqualTo(counts.kept());
      System.out.printf(
          "%d rounds of kill -9: %d batches acknowledged, %d found, 0 damaged%n",
          ROUNDS, acknowledged.size(), counts.kept() / 5);
    }
  }

  @Test
  void theBooksBalanceWhenTheProgramIsKilledWhileItDrops() throws Exception {
    Random random = new Random(43);
    SpanRetention small = new SpanRetention(1_000, 1L << 30);
    List<Integer> acknowledged = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      String first = Integer.toString(round * 100_000);
      Process child = java("until-killed", folder.toString(), first, "1000").start();
      acknowledged.addAll(killAfter(child, 400 + random.nextInt(400)));
      try (JournalSpanStore store = JournalSpanStore.open(folder, small)) {
        SpanCounts counts = store.counts();
        assertThat(store.damaged()).isEmpty();
        assertThat(counts.damaged()).isZero();
        assertThat(counts.accepted()).isEqualTo(counts.kept() + counts.dropped());
        assertThat(counts.accepted()).isGreaterThanOrEqualTo(acknowledged.size() * 5L);
        assertThat(counts.dropped()).isPositive();
        long missing = 0;
        for (int number : acknowledged) {
          List<Span> found = store.trace(SpanSamples.traceId(number));
          assertThat(found).isIn(List.of(), SpanSamples.cart(number));
          missing += found.isEmpty() ? 5 : 0;
        }
        // an open store goes on making room: what was looked for last may be gone since the counts
        assertThat(missing).isLessThanOrEqualTo(store.counts().dropped());
      }
    }
  }

  @Test
  void aFullDiskHarmsNothingThatIsThere() throws Exception {
    assumeTrue(
        Files.isExecutable(Path.of("/usr/bin/unshare")) && succeeds("unshare", "-m", "true"),
        "skipped: making a mount namespace needs root and unshare (util-linux)");
    List<String> command =
        new ArrayList<>(
            List.of(
                "unshare",
                "-m",
                "sh",
                "-c",
                "mount -t tmpfs -o size=12m tmpfs \"$0\" && exec \"$@\"",
                folder.toString()));
    command.addAll(java("until-full", folder.toString()).command());
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    List<String> said;
    try (BufferedReader out = process.inputReader()) {
      said = out.lines().filter(line -> !line.startsWith("WARNING")).toList();
    }
    assertThat(String.join("\n", said))
        .startsWith("The spans were not kept: the disk that holds " + folder)
        .contains("is full")
        .endsWith("some true\ngoes on true\nwhole true, damaged 0");
  }

  /// As objects the traces of that segment would take more than all the memory there is.
  @Test
  void aSegmentOfManyTracesIsClosedInLittleMemory() throws Exception {
    List<String> command = new ArrayList<>(java("many", folder.toString(), "20000").command());
    command.add(1, "-Xmx32m");
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (BufferedReader out = process.inputReader()) {
      assertThat(out.lines().filter(line -> !line.startsWith("WARNING")))
          .containsExactly("100000 5");
    }
    assertThat(folder).isDirectoryContaining("glob:**.index");
  }

  private static List<Integer> killAfter(Process process, int acknowledgements) throws IOException {
    List<Integer> numbers = new ArrayList<>();
    try (BufferedReader out = process.inputReader()) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        numbers.add(Integer.parseInt(line));
        if (numbers.size() == acknowledgements) {
          // Not through the process itself: that would close the pipe with what it has said.
          process.toHandle().destroyForcibly();
        }
      }
    }
    // The last line may be cut, and name another batch.
    numbers.removeLast();
    return numbers;
  }

  private static boolean succeeds(String... command) throws Exception {
    Process process = new ProcessBuilder(command).start();
    return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
  }

  private static ProcessBuilder java(String... arguments) {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath,
                AcceptingChild.class.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command);
  }
}
