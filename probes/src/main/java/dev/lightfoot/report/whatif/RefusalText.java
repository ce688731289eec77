package dev.lightfoot.report.whatif;

import static dev.lightfoot.report.whatif.WhatIfWords.say;

import dev.lightfoot.analysis.change.ChangeFault;
import java.util.List;
import java.util.Locale;

/// Why something is not predicted, in a sentence.
public final class RefusalText {
  private RefusalText() {}

  public static String of(ChangeFault fault) {
    return switch (fault) {
      case ChangeFault.UnknownWord(String given, List<String> nearest) ->
          say("refused.word", given, String.join(", ", nearest));
      case ChangeFault.WrongValue(String given, String form) -> say("refused.value", given, form);
      case ChangeFault.NoTarget(String given, List<String> nearest) ->
          nearest.isEmpty()
              ? say("refused.nothing", given)
              : say("refused.target", given, String.join(", ", nearest));
      case ChangeFault.Exclusive(String one, String other) -> say("refused.exclusive", one, other);
      case ChangeFault.Unpredictable(String given, ChangeFault.Kind kind) ->
          say(
              "refused.unpredictable",
              given,
              say("why." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-')));
      case ChangeFault.NotReplayable(double misfit) ->
          say("refused.misfit", PredictionDocument.percent(misfit));
      case ChangeFault.NoRuns() -> say("refused.no-runs");
    };
  }

  /// Whether the question was understood, and cannot be answered.
  public static boolean isUnanswerable(ChangeFault fault) {
    return switch (fault) {
      case ChangeFault.Unpredictable _, ChangeFault.NotReplayable _, ChangeFault.NoRuns _ -> true;
      case ChangeFault.UnknownWord _,
          ChangeFault.WrongValue _,
          ChangeFault.NoTarget _,
          ChangeFault.Exclusive _ ->
          false;
    };
  }
}
