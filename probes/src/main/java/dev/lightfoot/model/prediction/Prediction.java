package dev.lightfoot.model.prediction;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What some changes to what a snapshot measured are expected to bring: a prediction with an
/// interval that should hold the truth nine times of ten.
///
/// @param snapshot id of the snapshot that it was made from
/// @param state label of the state of the runs that were replayed
/// @param runs how many were
/// @param changes as they were asked for, in the order in which they were made
/// @param before what was measured
/// @param after what is expected
/// @param coverage share of the measured time of which the replay knows what passed, 0 to 1
/// @param criticalPath what a typical run then waits for, in the order of time
/// @param assumptions what had to be assumed, in sentences
/// @param grade how it did; empty until a fitting snapshot was seen
public record Prediction(
    String snapshot,
    String state,
    int runs,
    List<String> changes,
    Outcome before,
    Outcome after,
    double coverage,
    List<PathStretch> criticalPath,
    List<String> assumptions,
    Optional<Grade> grade) {
  public Prediction {
    changes = List.copyOf(changes);
    criticalPath = List.copyOf(criticalPath);
    assumptions = List.copyOf(assumptions);
  }

  /// The same with that grade.
  public Prediction graded(Grade given) {
    return new Prediction(
        snapshot,
        state,
        runs,
        changes,
        before,
        after,
        coverage,
        criticalPath,
        assumptions,
        Optional.of(given));
  }

  /// The same with other texts of its changes and another path.
  public Prediction showing(List<String> texts, List<PathStretch> path) {
    return new Prediction(
        snapshot, state, runs, texts, before, after, coverage, path, assumptions, grade);
  }

  /// How far beside what was measured it lay, by what was measured: 0.1 where it was a tenth too
  /// long; empty until it is graded.
  public Optional<Double> error() {
    return grade.map(
        it -> (after.nanos() - it.measuredNanos()) / (double) Math.max(1, it.measuredNanos()));
  }

  /// The words of its changes, in lower case and without their values: `rtt` for
  /// `rtt.database=2ms`.
  public List<String> kinds() {
    return changes.stream()
        .map(text -> text.split("[=.]", 2)[0].strip().toLowerCase(Locale.ROOT))
        .distinct()
        .toList();
  }
}
