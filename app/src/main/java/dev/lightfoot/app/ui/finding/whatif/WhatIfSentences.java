package dev.lightfoot.app.ui.finding.whatif;

import dev.lightfoot.analysis.whatif.GradeHistory;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.model.prediction.Grade;
import dev.lightfoot.model.prediction.Outcome;
import dev.lightfoot.model.prediction.Prediction;
import dev.lightfoot.report.words.Numbers;
import java.util.List;
import java.util.OptionalInt;

/// What is predicted, in words.
final class WhatIfSentences {
  private static final int HUNDRED = 100;

  private WhatIfSentences() {}

  /// What all changes that are on bring together: times, interval and trips.
  static String answer(WhatIfViewModel model) {
    if (model.subjectProperty().get() == null) {
      return Words.text("whatif.no-measurement");
    }
    if (model.chosenProperty().get().isEmpty()) {
      return Words.text("whatif.sentence.none");
    }
    Foreseen foreseen = model.foreseenProperty().get();
    if (foreseen == null) {
      return unanswered(model.askingProperty().get());
    }
    return foreseen
        .prediction()
        .map(WhatIfSentences::predicted)
        .orElseGet(() -> Words.text("whatif.sentence.refused"));
  }

  private static String unanswered(Asking asking) {
    return Words.text(
        switch (asking) {
          case WAITING -> "whatif.sentence.waiting";
          case STOPPED -> "whatif.sentence.stopped";
          case FAILED -> "whatif.sentence.failed";
          case SETTLED, WORKING, SLOW -> "whatif.sentence.working";
        });
  }

  private static String predicted(Prediction prediction) {
    Outcome before = prediction.before();
    Outcome after = prediction.after();
    String with = Words.count("whatif.with", prediction.changes().size());
    String times =
        Words.text(
            "whatif.sentence.times",
            with,
            Numbers.duration(before.nanos()),
            Numbers.duration(after.nanos()),
            Numbers.duration(after.lowNanos()),
            Numbers.duration(after.highNanos()));
    return before.trips().isEmpty() || after.trips().isEmpty()
        ? times
        : times
            + " "
            + Words.text("whatif.sentence.trips", trips(before.trips()), trips(after.trips()));
  }

  /// From what to what.
  static String shift(Prediction prediction) {
    return Words.text(
        "whatif.shift",
        Numbers.millis(prediction.before().nanos()),
        Numbers.millis(prediction.after().nanos()));
  }

  static String trips(OptionalInt trips) {
    return trips.isPresent() ? Numbers.count(trips.getAsInt()) : Numbers.UNKNOWN;
  }

  /// What became of the prediction, or why there is none; empty where nothing is on.
  static String note(WhatIfViewModel model) {
    Foreseen foreseen = model.foreseenProperty().get();
    if (model.chosenProperty().get().isEmpty()) {
      return "";
    }
    if (foreseen == null || foreseen.prediction().isEmpty()) {
      return answer(model);
    }
    int changes = foreseen.prediction().get().changes().size();
    String together =
        changes > 1 ? Words.text("whatif.together", Integer.toString(changes)) + " " : "";
    return together + standing(foreseen);
  }

  /// Whether it is kept, and how it did.
  static String standing(Foreseen foreseen) {
    return switch (foreseen.standing()) {
      case Foreseen.Standing.Unkept() -> Words.text("whatif.unkept");
      case Foreseen.Standing.Waiting() -> Words.text("whatif.waiting");
      case Foreseen.Standing.Graded(Grade grade) ->
          Words.text(
              grade.inside() ? "whatif.graded.inside" : "whatif.graded.outside",
              Numbers.duration(grade.measuredNanos()),
              foreseen.made().map(made -> beside(made, grade)).orElse(""));
    };
  }

  private static String beside(Prediction made, Grade grade) {
    return error(made.graded(grade));
  }

  /// How far beside what was measured a graded prediction lay, with its sign: `+4 %` where it was
  /// too long.
  static String error(Prediction graded) {
    return percent(graded.error().orElse(0.0));
  }

  static String percent(double share) {
    long hundredths = Math.round(HUNDRED * share);
    String sign = hundredths > 0 ? "+" : hundredths < 0 ? "−" : "";
    return sign + Numbers.percent(Math.abs(hundredths));
  }

  /// How many predictions of each kind of change were graded, and how they did.
  static List<String> tallies(List<Prediction> kept) {
    return new GradeHistory(kept)
        .byKind().entrySet().stream()
            .map(
                each ->
                    Words.text(
                        "whatif.tally",
                        each.getKey(),
                        Integer.toString(each.getValue().inside()),
                        Integer.toString(each.getValue().n()),
                        Numbers.percent(Math.round(HUNDRED * each.getValue().medianError())),
                        percent(each.getValue().medianBias())))
            .toList();
  }
}
