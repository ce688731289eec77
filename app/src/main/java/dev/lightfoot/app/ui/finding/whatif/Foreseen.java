package dev.lightfoot.app.ui.finding.whatif;

import dev.lightfoot.analysis.change.parse.ChangeFault;
import dev.lightfoot.app.prediction.Foretold;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.model.prediction.Grade;
import dev.lightfoot.model.prediction.Prediction;
import dev.lightfoot.report.whatif.RefusalText;
import java.util.List;
import java.util.Optional;

/// What is predicted of the changes that are switched on, in words and without secrets.
///
/// @param prediction of those that can be predicted; its changes are plain words
/// @param made the same as it was made; it is what is kept
/// @param refused why the others cannot be predicted
/// @param standing what became of it
public record Foreseen(
    Optional<Prediction> prediction,
    Optional<Prediction> made,
    List<Refused> refused,
    Standing standing) {
  public Foreseen {
    refused = List.copyOf(refused);
  }

  /// Why a change is not predicted.
  ///
  /// @param change as it was asked for; empty where it is for none of them alone
  record Refused(Optional<String> change, String sentence) {}

  /// What was foretold of that, in words.
  static Foreseen of(WhatIfSubject subject, Foretold told) {
    return new Foreseen(
        told.prediction().map(subject::shown),
        told.prediction(),
        told.refused().stream()
            .map(each -> new Refused(each.change(), sentence(subject, each.fault())))
            .toList(),
        new Standing.Unkept());
  }

  private static String sentence(WhatIfSubject subject, ChangeFault fault) {
    return subject
        .shown()
        .apply(RefusalText.of(fault, text -> Words.text("whatif.quoted", subject.words(text))));
  }

  /// Whether it is predicted what those changes bring.
  boolean holds(List<String> changes) {
    return made.filter(it -> it.changes().containsAll(changes)).isPresent();
  }

  /// Why those changes are not predicted.
  Optional<String> refusal(List<String> changes) {
    return refused.stream()
        .filter(each -> each.change().map(changes::contains).orElse(true))
        .map(Refused::sentence)
        .findFirst();
  }

  /// What becomes of a prediction.
  public sealed interface Standing {
    /// Its snapshot is not kept, so that nothing can grade it.
    record Unkept() implements Standing {}

    /// It is kept, and no snapshot has shown its changes yet.
    record Waiting() implements Standing {}

    /// A later snapshot has shown its changes.
    record Graded(Grade grade) implements Standing {}
  }

  /// What was made and is not kept.
  Optional<Prediction> unkept() {
    return standing instanceof Standing.Unkept ? made : Optional.empty();
  }

  Foreseen standing(Standing now) {
    return new Foreseen(prediction, made, refused, now);
  }

  /// The same among what is kept.
  Foreseen among(List<Prediction> kept) {
    Standing now =
        kept.stream()
            .filter(each -> made.isPresent() && isSame(each, made.get()))
            .findFirst()
            .<Standing>map(
                each ->
                    each.grade()
                        .<Standing>map(Standing.Graded::new)
                        .orElseGet(Standing.Waiting::new))
            .orElseGet(Standing.Unkept::new);
    return standing(now);
  }

  private static boolean isSame(Prediction one, Prediction other) {
    return one.snapshot().equals(other.snapshot()) && one.changes().equals(other.changes());
  }
}
