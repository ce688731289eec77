package dev.lightfoot.app.prediction;

import dev.lightfoot.analysis.catalogue.KnownFindings;
import dev.lightfoot.analysis.change.Fingerprints;
import dev.lightfoot.analysis.whatif.Grading;
import dev.lightfoot.analysis.whatif.Grading.Verdict;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.prediction.Grade;
import dev.lightfoot.model.prediction.Prediction;
import dev.lightfoot.report.redact.Redactor;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Grades what was predicted for one snapshot by later ones.
final class Grader {
  private final Snapshot before;
  private final Fingerprints known;

  Grader(Snapshot before) {
    this.before = before;
    this.known = new KnownFindings(before);
  }

  /// The grade that the later snapshot gives.
  ///
  /// @param all what else was predicted for the same snapshot
  Optional<Grade> grade(Prediction prediction, List<Prediction> all, Snapshot later) {
    Optional<Grade> grade = verdict(prediction, later);
    return grade.filter(_ -> all.stream().noneMatch(each -> isMore(each, prediction, later)));
  }

  /// Whether the later snapshot shows those changes and others beside them: then it says nothing of
  /// what they would have brought alone.
  private boolean isMore(Prediction each, Prediction than, Snapshot later) {
    Set<String> changes = new HashSet<>(each.changes());
    return changes.size() > Set.copyOf(than.changes()).size()
        && changes.containsAll(than.changes())
        && verdict(each, later).isPresent();
  }

  private Optional<Grade> verdict(Prediction prediction, Snapshot later) {
    Verdict verdict = Grading.of(prediction, known, before, later);
    if (verdict instanceof Verdict.CannotTell) {
      // A prediction that was made without secrets names addresses without them.
      verdict = Grading.of(Redactor.redact(prediction), known, shown(before), shown(later));
    }
    return verdict instanceof Verdict.Graded(Grade grade) ? Optional.of(grade) : Optional.empty();
  }

  private static Snapshot shown(Snapshot snapshot) {
    return Redactor.redact(snapshot).snapshot();
  }
}
