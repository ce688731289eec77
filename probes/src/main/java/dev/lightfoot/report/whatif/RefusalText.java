package dev.lightfoot.report.whatif;

import static dev.lightfoot.report.whatif.WhatIfWords.say;

import dev.lightfoot.analysis.change.parse.ChangeFault;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/// Why something is not predicted, in a sentence.
public final class RefusalText {
  private RefusalText() {}

  public static String of(ChangeFault fault) {
    return of(fault, text -> text);
  }

  /// The same.
  ///
  /// @param named what the person knows a change or a target by
  public static String of(ChangeFault fault, UnaryOperator<String> named) {
    return switch (fault) {
      case ChangeFault.UnknownWord(String given, List<String> nearest) ->
          say("refused.word", named.apply(given), String.join(", ", nearest));
      case ChangeFault.WrongValue(String given, String form) ->
          say("refused.value", named.apply(given), form);
      case ChangeFault.NoTarget(String given, List<String> nearest) ->
          nearest.isEmpty()
              ? say("refused.nothing", named.apply(given))
              : say("refused.target", named.apply(given), String.join(", ", nearest));
      case ChangeFault.Exclusive(String one, String other) ->
          say("refused.exclusive", named.apply(one), named.apply(other));
      case ChangeFault.Unpredictable(String given, ChangeFault.Kind kind) ->
          say(
              "refused.unpredictable",
              named.apply(given),
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
