package dev.lightfoot.app.prediction;

import dev.lightfoot.app.prediction.KeptPredictions.Graded;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.report.whatif.GradeLine;
import dev.lightfoot.store.SnapshotStore;
import dev.lightfoot.store.StoredSnapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Where snapshots are kept: each grades the predictions that waited for it.
public final class GradedKeeping {
  private static final Logger LOG = Logger.getLogger(GradedKeeping.class.getName());

  private final SnapshotStore store;
  private final KeptPredictions predictions;

  public GradedKeeping(SnapshotStore store, KeptPredictions predictions) {
    this.store = store;
    this.predictions = predictions;
  }

  /// In that data folder.
  public static GradedKeeping in(Path dataFolder, SnapshotStore store) {
    return new GradedKeeping(store, new KeptPredictions(dataFolder, store));
  }

  /// Where they are.
  public SnapshotStore store() {
    return store;
  }

  /// A snapshot that is kept.
  ///
  /// @param grades a line, without secrets, for each prediction that it grades, or why none was
  public record Kept(StoredSnapshot stored, List<String> grades) {}

  /// Keeps it. What it cannot grade costs no snapshot.
  public Kept keep(Snapshot snapshot) throws IOException {
    StoredSnapshot stored = store.save(snapshot);
    try {
      List<Graded> graded = predictions.gradedBy(snapshot);
      return new Kept(
          stored,
          graded.stream()
              .map(each -> GradeLine.of(each.prediction(), each.before().takenAt()))
              .toList());
    } catch (IOException | RuntimeException e) {
      LOG.log(Level.WARNING, "predictions could not be graded", e);
      return new Kept(stored, List.of(GradeLine.failed()));
    }
  }
}
