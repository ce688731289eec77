package dev.lightfoot.report.whatif;

import static dev.lightfoot.report.whatif.WhatIfWords.count;
import static dev.lightfoot.report.whatif.WhatIfWords.say;

import dev.lightfoot.analysis.change.Draw;
import dev.lightfoot.analysis.change.Uncertainty;
import dev.lightfoot.analysis.replay.PathPart;
import dev.lightfoot.analysis.replay.Replayed;
import dev.lightfoot.analysis.whatif.Assumption;
import dev.lightfoot.analysis.whatif.Predicted;
import dev.lightfoot.model.prediction.Outcome;
import dev.lightfoot.model.prediction.PathStretch;
import dev.lightfoot.model.prediction.Prediction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/// Makes the document of what was predicted: its assumptions become sentences.
public final class PredictionDocument {
  private PredictionDocument() {}

  public static Prediction of(Predicted predicted) {
    long before = predicted.beforeNanos();
    return new Prediction(
        predicted.snapshot(),
        predicted.state().label(),
        predicted.runs(),
        predicted.changes(),
        new Outcome(
            before,
            before,
            before,
            predicted.firstBytes().beforeNanos(),
            trips(predicted.before())),
        new Outcome(
            predicted.time().nanos(),
            predicted.time().lowNanos(),
            predicted.time().highNanos(),
            predicted.firstBytes().afterNanos(),
            trips(predicted.after())),
        Math.round(predicted.before().explained() * 1_000) / 1_000.0,
        path(predicted),
        predicted.assumptions().stream().map(PredictionDocument::sentence).toList(),
        Optional.empty());
  }

  private static OptionalInt trips(Replayed replayed) {
    return replayed.trips() == 0 ? OptionalInt.empty() : OptionalInt.of(replayed.trips());
  }

  /// The parts of one exchange and layer next to each other are one.
  private static List<PathStretch> path(Predicted predicted) {
    List<PathStretch> path = new ArrayList<>();
    for (PathPart part : predicted.after().path()) {
      PathStretch last = path.isEmpty() ? null : path.getLast();
      String layer = part.layer().label();
      if (last != null && last.exchange() == part.exchange() && last.layer().equals(layer)) {
        path.removeLast();
        path.add(
            new PathStretch(
                last.exchange(),
                last.url(),
                layer,
                last.nanos() + part.nanos(),
                last.trips() + part.trips()));
      } else {
        String url = predicted.shown().exchanges().get(part.exchange()).url();
        path.add(new PathStretch(part.exchange(), url, layer, part.nanos(), part.trips()));
      }
    }
    return path;
  }

  private static String sentence(Assumption assumption) {
    return switch (assumption) {
      case Assumption.Ranges(Uncertainty what, Draw.Range range) ->
          say(
              "assumed." + what.label(),
              number(range.low()),
              number(range.middle()),
              number(range.high()));
      case Assumption.Session() -> say("assumed.session");
      case Assumption.OneRun() -> say("assumed.one-run");
      case Assumption.LeftOut(int runs) -> count("assumed.left-out", runs);
      case Assumption.Misfit(double share) -> say("assumed.misfit", percent(share));
      case Assumption.Widened(double factor, int grades) ->
          count("assumed.widened", grades, number(factor));
      case Assumption.Scripts() -> say("assumed.scripts");
    };
  }

  private static String number(double value) {
    String text = String.format(Locale.ROOT, "%.2f", value);
    return text.replaceFirst("\\.?0+$", "");
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f", share * 100) + "\u00a0%";
  }
}
