package dev.lightfoot.app.cli.finding;

import dev.lightfoot.app.cli.console.Console;
import dev.lightfoot.app.cli.console.Refusal;
import dev.lightfoot.app.cli.option.DataFolderChoice;
import dev.lightfoot.codec.snapshot.FindingsOrigin;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.store.SnapshotStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// A list of findings that was written, given in place of what it is of: the rules are asked anew
/// of its snapshot, where that is saved.
final class FoundAgain {
  private final Console console;
  private final DataFolderChoice dataFolder;

  FoundAgain(Console console, DataFolderChoice dataFolder) {
    this.console = console;
    this.dataFolder = dataFolder;
  }

  /// The snapshot that a list of findings is of; empty where the file is no such list, or one that
  /// does not say.
  ///
  /// @throws Refusal where it is not saved, or where they are of logs and traces
  Optional<Snapshot> snapshot(Path file) throws Refusal {
    try {
      Optional<FindingsOrigin> origin = FindingsOrigin.of(file);
      if (origin.isPresent() && !origin.get().files().isEmpty()) {
        throw new Refusal(
            file
                + " is a list of findings: it holds what came out, and not what was read. Give"
                + " that: "
                + String.join(" ", origin.get().files()));
      }
      Optional<String> id = origin.flatMap(FindingsOrigin::snapshot);
      return id.isEmpty() ? Optional.empty() : Optional.of(kept(file, id.get()));
    } catch (IOException e) {
      throw new Refusal(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  private Snapshot kept(Path file, String id) throws IOException, Refusal {
    SnapshotStore store = dataFolder.store();
    if (store.list().snapshots().stream().noneMatch(kept -> kept.id().equals(id))) {
      throw new Refusal(
          file
              + " is a list of findings: it holds what came out, and not the runs. The rules are"
              + " asked anew where its snapshot is saved, and "
              + id
              + " is not.");
    }
    console.warn(
        file + " is a list of findings of the snapshot " + id + ": the rules are asked anew.");
    return store.read(id);
  }
}
