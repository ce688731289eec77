package dev.lightfoot.report.budget;

import static dev.lightfoot.report.words.Sentences.count;
import static dev.lightfoot.report.words.Sentences.say;

import dev.lightfoot.analysis.budget.LimitResult;
import dev.lightfoot.analysis.budget.LimitVerdict;
import dev.lightfoot.analysis.budget.Measured;
import dev.lightfoot.analysis.budget.Unmeasurable;
import dev.lightfoot.model.budget.Allowance;
import dev.lightfoot.model.budget.Quantity;
import dev.lightfoot.report.finding.FindingNames;
import java.util.Locale;
import java.util.Optional;

/// Why a limit stands as it does, in a sentence.
final class Reasons {
  private Reasons() {}

  /// Empty where it is kept and nothing has to be said.
  static Optional<String> of(LimitResult result) {
    return switch (result.verdict()) {
      case UNMEASURABLE -> result.unmeasurable().map(why -> unmeasurable(result, why));
      case BROKEN -> result.measured().map(it -> broken(result, it));
      case KEPT -> result.measured().flatMap(it -> kept(result, it));
    };
  }

  /// What makes a kept limit of little use.
  static Optional<String> warning(LimitResult result) {
    return result
        .warning()
        .map(
            what ->
                say(
                    "budget.warning." + what.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    LimitWords.name(result.limit()),
                    LimitWords.allowed(result.limit()),
                    LimitWords.measured(result)));
  }

  private static String broken(LimitResult result, Measured it) {
    String value = LimitWords.value(result, it.value());
    String allowed = LimitWords.allowed(result.limit());
    if (!(result.limit().quantity() instanceof Quantity.Time)) {
      return say("budget.why.broken", value, allowed);
    }
    String low = LimitWords.value(result, it.low());
    return it.baseline().isPresent()
        ? say(
            "budget.why.shift",
            LimitWords.amount(result.limit().quantity(), it.low() - it.baseline().getAsLong()))
        : say("budget.why.bound", value, allowed, low);
  }

  private static Optional<String> kept(LimitResult result, Measured it) {
    boolean beyond =
        result.limit().allowance() instanceof Allowance.AtMost(long max)
            && result.verdict() == LimitVerdict.KEPT
            && it.value() > max;
    return beyond
        ? Optional.of(
            say(
                "budget.why.shown",
                count("budget.runs", it.runs()),
                LimitWords.amount(result.limit().quantity(), it.low())))
        : Optional.empty();
  }

  private static String unmeasurable(LimitResult result, Unmeasurable why) {
    return switch (why) {
      case Unmeasurable.Known known ->
          say("budget.why." + known.name().toLowerCase(Locale.ROOT).replace('_', '-'));
      case Unmeasurable.TooFewRuns few ->
          say("budget.why.tooFewRuns", count("budget.runs", few.runs()), plain(few.needed()));
      case Unmeasurable.TooFewToCompare few ->
          say(
              "budget.why.tooFewToCompare",
              count("budget.runs", few.runs()),
              count("budget.runs", few.ofBaseline()));
      case Unmeasurable.NothingRecorded _ -> say("budget.why.nothingRecorded");
      case Unmeasurable.NotShown shown -> say("budget.why.notShown", shown.layer().label());
      case Unmeasurable.MayBeMore more ->
          say("budget.why.mayBeMore", LimitWords.amount(result.limit().quantity(), more.counted()));
      case Unmeasurable.NotApplicable it ->
          say("budget.why.notApplicable", FindingNames.of(it.reason()));
      case Unmeasurable.NoPhase none -> say("budget.why.noPhase", none.phase().label());
    };
  }

  private static String plain(int number) {
    return Integer.toString(number);
  }
}
