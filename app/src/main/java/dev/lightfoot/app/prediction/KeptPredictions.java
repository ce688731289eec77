package dev.lightfoot.app.prediction;

import dev.lightfoot.analysis.whatif.GradeHistory;
import dev.lightfoot.analysis.whatif.Grading;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.prediction.Prediction;
import dev.lightfoot.store.DataFolder;
import dev.lightfoot.store.PredictionStore;
import dev.lightfoot.store.SnapshotStore;
import dev.lightfoot.store.StoredSnapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The predictions in a data folder. Each is graded by the first later snapshot that fits it and
/// shows its change.
public final class KeptPredictions {
  private final PredictionStore predictions;
  private final SnapshotStore snapshots;

  public KeptPredictions(Path dataFolder, SnapshotStore snapshots) {
    this.predictions = new PredictionStore(DataFolder.predictions(dataFolder));
    this.snapshots = snapshots;
  }

  /// All of them, after what waits for a grade was graded where that can be.
  public List<Prediction> graded() throws IOException {
    List<Prediction> all = new ArrayList<>();
    List<StoredSnapshot> stored = List.of();
    for (Prediction each : predictions.all()) {
      if (each.grade().isPresent()) {
        all.add(each);
        continue;
      }
      stored = stored.isEmpty() ? earliestFirst() : stored;
      Prediction graded = graded(each, stored);
      if (graded.grade().isPresent()) {
        predictions.keep(graded);
      }
      all.add(graded);
    }
    return all;
  }

  private List<StoredSnapshot> earliestFirst() throws IOException {
    return snapshots.list().snapshots().stream()
        .sorted(Comparator.comparing((StoredSnapshot each) -> each.takenAt().toInstant()))
        .toList();
  }

  private Prediction graded(Prediction prediction, List<StoredSnapshot> stored) {
    Optional<Snapshot> before = read(prediction.snapshot());
    if (before.isEmpty()) {
      return prediction;
    }
    for (StoredSnapshot each : stored) {
      if (each.takenAt().toInstant().isAfter(before.get().takenAt().toInstant())) {
        Optional<Snapshot> later = read(each.id());
        if (later.isPresent()
            && Grading.of(prediction, before.get(), later.get())
                instanceof Grading.Verdict.Graded(var grade)) {
          return prediction.graded(grade);
        }
      }
    }
    return prediction;
  }

  private Optional<Snapshot> read(String id) {
    try {
      return Optional.of(snapshots.read(id));
    } catch (IOException _) {
      return Optional.empty(); // deleted since, or damaged
    }
  }

  /// The grades so far, for predictions to come.
  public GradeHistory history() throws IOException {
    return new GradeHistory(graded());
  }

  /// Keeps a prediction where its snapshot is kept, and the same was not predicted and graded
  /// before.
  ///
  /// @return whether it is
  public boolean keep(Prediction prediction) throws IOException {
    boolean fits =
        snapshots.list().snapshots().stream()
            .anyMatch(each -> each.id().equals(prediction.snapshot()));
    return fits && predictions.keep(prediction);
  }
}
