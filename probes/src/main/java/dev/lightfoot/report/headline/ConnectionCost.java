package dev.lightfoot.report.headline;

import static dev.lightfoot.report.words.Sentences.say;

import dev.lightfoot.analysis.summary.StateSummary;
import dev.lightfoot.analysis.summary.Summary;
import dev.lightfoot.model.RunState;
import dev.lightfoot.report.words.Numbers;
import java.util.Optional;

/// What opening a connection costs, where runs were made on a new one and on the kept one: the
/// difference of their medians, as they are shown.
final class ConnectionCost {
  private ConnectionCost() {}

  static Optional<String> of(Summary summary) {
    Optional<StateSummary> cold = summary.state(RunState.COLD);
    Optional<StateSummary> warm = summary.state(RunState.WARM);
    if (cold.isEmpty() || warm.isEmpty()) {
      return Optional.empty();
    }
    long opened = Numbers.tenths(cold.get().total().medianNanos());
    long kept = Numbers.tenths(warm.get().total().medianNanos());
    boolean warmFirst = summary.headline().equals(warm);
    if (kept >= opened) {
      return warmFirst
          ? Optional.empty()
          : Optional.of(say("headline.pair.none", Numbers.durationOfTenths(kept)));
    }
    return Optional.of(
        say(
            warmFirst ? "headline.pair.warm" : "headline.pair",
            Numbers.durationOfTenths(warmFirst ? opened : kept),
            Numbers.durationOfTenths(opened - kept)));
  }
}
