package dev.lightfoot.app.cli.option;

import dev.lightfoot.analysis.summary.Summary;
import dev.lightfoot.app.cli.console.Console;
import dev.lightfoot.app.cli.console.Refusal;
import dev.lightfoot.app.prediction.GradedKeeping;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.acknowledgement.Acknowledgement;
import dev.lightfoot.probe.LightfootVersion;
import dev.lightfoot.store.AcknowledgementStore;
import dev.lightfoot.store.DataFolder;
import dev.lightfoot.store.DirectorySnapshotStore;
import dev.lightfoot.store.SnapshotStore;
import dev.lightfoot.store.StoredSnapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The option for the folder that holds what Lightfoot keeps.
public final class DataFolderChoice {
  @Option(
      names = "--data-dir",
      paramLabel = "DIR",
      description = "Keep snapshots, settings and logs in DIR instead of the usual place.")
  private @Nullable Path folder;

  /// A command with this option.
  public interface Chooser {
    DataFolderChoice dataFolder();
  }

  public Optional<Path> chosen() {
    return Optional.ofNullable(folder).map(Path::toAbsolutePath);
  }

  public SnapshotStore store() {
    return DirectorySnapshotStore.indexed(
        DataFolder.snapshots(chosen().orElseGet(DataFolder::standard)),
        Summary::headlineTime,
        LightfootVersion.current());
  }

  /// What someone has decided to live with.
  public AcknowledgementStore acknowledgements() {
    return new AcknowledgementStore(chosen().orElseGet(DataFolder::standard));
  }

  /// The same, for telling findings apart; nothing, with a warning, where it cannot be read.
  public List<Acknowledgement> acknowledged(Console console) {
    try {
      return acknowledgements().all();
    } catch (IOException e) {
      console.warn(String.valueOf(e.getMessage()));
      return List.of();
    }
  }

  /// What is kept, newest first, for saying how far sessions lie apart; nothing, with a warning,
  /// where it cannot be read.
  public List<StoredSnapshot> kept(Console console) {
    try {
      return store().list().snapshots();
    } catch (IOException e) {
      console.warn("How far sessions lie apart is not taken into account: " + e.getMessage());
      return List.of();
    }
  }

  /// Keeps a named snapshot and says so, and how the predictions did that it grades.
  public void keep(Snapshot snapshot, Console console) throws Refusal {
    Path data = chosen().orElseGet(DataFolder::standard);
    try {
      GradedKeeping.Kept kept = GradedKeeping.in(data, store()).keep(snapshot);
      StoredSnapshot stored = kept.stored();
      console.tell("Saved as \"" + stored.name() + "\", " + stored.id() + ".");
      kept.grades().forEach(console::tell);
    } catch (IOException e) {
      throw new Refusal(String.valueOf(e.getMessage()), e);
    }
  }
}
