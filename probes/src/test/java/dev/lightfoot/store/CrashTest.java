package dev.lightfoot.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lightfoot.analysis.summary.Summary;
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

/// What survives when the program is killed, the disk is full or cannot be written to.
final class CrashTest {
  private static final int ROUNDS = Integer.getInteger("lightfoot.kill.rounds", 3);

  @TempDir Path folder;

  @Test
  void noAcknowledgedSnapshotIsLostWhenTheProgramIsKilled() throws Exception {
    Random random = new Random(31);
    List<String> acknowledged = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      Process one = java("until-killed").start();
      Process other = java("until-killed").start();
      acknowledged.addAll(killAfter(one, 1 + random.nextInt(20)));
      acknowledged.addAll(killAfter(other, 1));
    }
    Listing listing = new DirectorySnapshotStore(folder, Summary::headlineTime).list();
    assertThat(listing.damaged()).isEmpty();
    assertThat(listing.snapshots())
        .filteredOn(each -> acknowledged.contains(each.id()))
        .hasSameSizeAs(acknowledged)
        .allMatch(each -> each.name().equals("kept for good"));
    System.out.printf(
        "%d rounds of kill -9 of 2 programs: %d snapshots acknowledged, %d found, 0 damaged%n",
        ROUNDS, acknowledged.size(), listing.snapshots().size());
  }

  @Test
  void aFullDiskHarmsNothingThatIsThere() throws Exception {
    List<String> said = inNamespace("mount -t tmpfs -o size=1m tmpfs \"$0\"", "until-full");
    assertThat(said.get(0)).contains("is full").contains("Make room");
    assertThat(said.get(1)).isEqualTo("whole true, some true, unfinished 0");
  }

  @Test
  void aFolderThatCannotBeWrittenToIsReadAllTheSame() throws Exception {
    new DirectorySnapshotStore(folder, Summary::headlineTime)
        .save(SnapshotStoreContract.snapshot("a", SnapshotStoreContract.DAY));
    List<String> said =
        inNamespace("mount --bind \"$0\" \"$0\" && mount -o remount,ro,bind \"$0\"", "read-only");
    assertThat(said.subList(0, 2)).containsExactly("listed 1", "read true");
    assertThat(said.get(2))
        .startsWith("The snapshot was not saved")
        .contains("cannot be written to");
    assertThat(said.get(3)).startsWith("The snapshot was not deleted");
  }

  private List<String> killAfter(Process process, int acknowledgements) throws IOException {
    List<String> ids = new ArrayList<>();
    try (BufferedReader out = process.inputReader()) {
      String line = out.readLine();
      while (line != null) {
        ids.add(line);
        if (ids.size() == acknowledgements) {
          // Not through the process itself: that would close the pipe with what it has said.
          process.toHandle().destroyForcibly();
        }
        line = out.readLine();
      }
    }
    // The last line may be cut: nobody was told that id.
    ids.removeIf(id -> id.length() != 26);
    return ids;
  }

  /// Runs the child where a mount of its own changes the folder.
  private List<String> inNamespace(String mount, String task) throws Exception {
    List<String> java = java(task).command();
    List<String> command =
        new ArrayList<>(List.of("unshare", "-m", "sh", "-c", mount + " && exec \"$@\""));
    command.add(folder.toString());
    command.addAll(java);
    assumeTrue(
        Files.isExecutable(Path.of("/usr/bin/unshare")) && succeeds("unshare", "-m", "true"),
        "skipped: making a mount namespace needs root and unshare (util-linux)");
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (BufferedReader out = process.inputReader()) {
      return out.lines().toList();
    }
  }

  private static boolean succeeds(String... command) throws Exception {
    Process process = new ProcessBuilder(command).start();
    return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
  }

  private ProcessBuilder java(String task) {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return new ProcessBuilder(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-cp",
        classPath,
        SavingChild.class.getName(),
        task,
        folder.toString());
  }
}
