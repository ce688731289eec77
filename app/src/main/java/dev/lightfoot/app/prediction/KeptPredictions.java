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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The predictions in a data folder. Each is graded by the first later snapshot that fits it and
/// shows its change.
public final class KeptPredictions {
  private final PredictionStore predictions;
  private final SnapshotStore snapshots;

  public KeptPredictions(Path dataFolder, SnapshotStore snapshots) {
    this.predictions = new PredictionStore(DataFolder.predictions(dataFolder));
    this.snapshots = snapshots;
  }

  /// A prediction that has just been graded.
  ///
  /// @param before what it was made from
  public record Graded(Prediction prediction, Snapshot before) {}

  /// All of them as they are.
  public List<Prediction> all() throws IOException {
    return predictions.all();
  }

  /// All of them, after what waits for a grade was graded where that can be.
  public List<Prediction> graded() throws IOException {
    List<StoredSnapshot> stored = List.of();
    for (List<Prediction> same : waiting().values()) {
      stored = stored.isEmpty() ? earliestFirst() : stored;
      Optional<Snapshot> before = read(same.getFirst().snapshot());
      if (before.isPresent()) {
        grade(before.get(), same, stored);
      }
    }
    return predictions.all();
  }

  private void grade(Snapshot before, List<Prediction> same, List<StoredSnapshot> stored)
      throws IOException {
    Grader grader = new Grader(before);
    for (StoredSnapshot each : stored) {
      boolean may =
          each.takenAt().isAfter(before.takenAt())
              && same.stream().anyMatch(it -> Grading.mayBeOf(each.target(), it, before));
      Optional<Snapshot> by = may ? read(each.id()) : Optional.empty();
      if (by.isPresent()) {
        grade(grader, same, by.get());
      }
    }
  }

  /// Grades what waits for it by a snapshot that has just been kept.
  ///
  /// @return what it graded
  public List<Graded> gradedBy(Snapshot later) throws IOException {
    List<Graded> graded = new ArrayList<>();
    Map<String, List<Prediction>> waiting = waiting();
    List<StoredSnapshot> stored = waiting.isEmpty() ? List.of() : earliestFirst();
    for (StoredSnapshot each : stored) {
      List<Prediction> same = waiting.getOrDefault(each.id(), List.of());
      Optional<Snapshot> before = mayGrade(later, each, same) ? read(each.id()) : Optional.empty();
      if (before.isPresent()) {
        grade(new Grader(before.get()), same, later).stream()
            .map(done -> new Graded(done, before.get()))
            .forEach(graded::add);
      }
    }
    return graded;
  }

  /// Whether it is worth reading what they were predicted for.
  private static boolean mayGrade(Snapshot later, StoredSnapshot before, List<Prediction> same) {
    return later.takenAt().isAfter(before.takenAt())
        && same.stream()
            .anyMatch(
                each -> later.target().equals(before.target()) || Grading.mayMoveTarget(each));
  }

  /// @param same all that was predicted for that snapshot; what is graded takes the place of what
  ///   waited
  private List<Prediction> grade(Grader grader, List<Prediction> same, Snapshot later)
      throws IOException {
    List<Prediction> graded = new ArrayList<>();
    for (int i = 0; i < same.size(); i++) {
      Prediction each = same.get(i);
      Optional<Prediction> done =
          each.grade().isPresent()
              ? Optional.empty()
              : grader.grade(each, same, later).map(each::graded);
      if (done.isPresent()) {
        same.set(i, done.get());
        predictions.keep(done.get());
        graded.add(done.get());
      }
    }
    return graded;
  }

  /// By snapshot, where any of what was predicted for it waits for a grade.
  private Map<String, List<Prediction>> waiting() throws IOException {
    Map<String, List<Prediction>> all =
        predictions.all().stream()
            .collect(
                Collectors.groupingBy(
                    Prediction::snapshot,
                    LinkedHashMap::new,
                    Collectors.toCollection(ArrayList::new)));
    all.values().removeIf(same -> same.stream().allMatch(each -> each.grade().isPresent()));
    return all;
  }

  private List<StoredSnapshot> earliestFirst() throws IOException {
    return snapshots.list().snapshots().stream()
        .sorted(Comparator.comparing((StoredSnapshot each) -> each.takenAt().toInstant()))
        .toList();
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
