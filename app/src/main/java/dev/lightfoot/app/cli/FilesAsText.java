package dev.lightfoot.app.cli;

import dev.lightfoot.app.cli.console.Console;
import dev.lightfoot.app.cli.console.ExitStatus;
import dev.lightfoot.app.cli.console.Refusal;
import dev.lightfoot.app.cli.given.SnapshotInput;
import dev.lightfoot.app.cli.ingest.IngestCommand;
import dev.lightfoot.app.cli.option.Output;
import dev.lightfoot.intake.GivenPaths;
import dev.lightfoot.intake.Intake;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.probe.Cancellation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Prints files for whom there is no window: snapshots and captured page loads as `snapshot show`
/// does, logs and traces as `ingest` does. What cannot be read is named and keeps nothing else from
/// being printed.
final class FilesAsText {
  private final Console console;
  private int status = ExitStatus.DONE;

  FilesAsText(Console console) {
    this.console = console;
  }

  /// Prints all of them.
  ///
  /// @return exit status
  int print(List<Path> files) throws Refusal {
    GivenPaths given = GivenPaths.of(files);
    for (GivenPaths.Unopened each : given.unopened()) {
      refuse(sentence(each));
    }
    List<Snapshot> snapshots = snapshots(given.snapshots());
    snapshots.addAll(snapshots(given.pageLoads()));
    if (!snapshots.isEmpty()) {
      new Output(console, false, false, false).print(snapshots, List.of());
    }
    if (!given.logs().isEmpty()) {
      if (!snapshots.isEmpty()) {
        console.out().println();
      }
      List<String> logs = given.logs().stream().map(Path::toString).toList();
      status = Math.max(status, new IngestCommand(console, new Intake()).read(logs));
    }
    return status;
  }

  private List<Snapshot> snapshots(List<Path> files) {
    List<Snapshot> snapshots = new ArrayList<>();
    SnapshotInput input = new SnapshotInput(console, new Cancellation());
    for (Path each : files) {
      try {
        snapshots.addAll(input.read(each.toString()));
      } catch (Refusal e) {
        refuse(String.valueOf(e.getMessage()));
      }
    }
    return snapshots;
  }

  private void refuse(String sentence) {
    console.warn(sentence);
    status = ExitStatus.USAGE;
  }

  private static String sentence(GivenPaths.Unopened unopened) {
    return switch (unopened.reason()) {
      case ABSENT -> "There is no file " + unopened.path() + ".";
      case DENIED -> unopened.path() + " cannot be read: its permissions deny it.";
      case FAILED -> unopened.path() + " cannot be read.";
    };
  }
}
