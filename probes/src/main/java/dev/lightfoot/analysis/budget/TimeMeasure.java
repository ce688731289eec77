package dev.lightfoot.analysis.budget;

import dev.lightfoot.model.budget.Narrowing;
import dev.lightfoot.model.budget.Quantity;
import java.util.Optional;
import java.util.OptionalLong;

/// A percentile over the runs with its bounds, or why there is none. Exactly one of the two is
/// there.
record TimeMeasure(Optional<Measured> measured, Optional<Unmeasurable> unmeasurable) {

  static TimeMeasure of(Scope scope, Narrowing narrowing, Quantity.Time time) {
    if (scope.isPage() && time.phase().isPresent() && !narrowing.narrows()) {
      return not(Unmeasurable.Known.PHASES_OVERLAP);
    }
    if (scope.timed().isEmpty()) {
      return not(Unmeasurable.Known.NO_RUN);
    }
    long[] nanos =
        scope.timed().stream()
            .map(run -> new RunNumbers(scope, run, narrowing).nanos(time.phase()))
            .filter(OptionalLong::isPresent)
            .mapToLong(OptionalLong::getAsLong)
            .toArray();
    if (nanos.length == 0) {
      return not(absent(scope, narrowing, time));
    }
    int needed = OrderStatistics.needs(time.percentile());
    if (nanos.length < needed) {
      return not(new Unmeasurable.TooFewRuns(nanos.length, needed));
    }
    OrderStatistics all = OrderStatistics.of(nanos, time.percentile());
    return new TimeMeasure(
        Optional.of(
            new Measured(
                all.estimateNanos(),
                all.lowNanos(),
                all.highNanos(),
                nanos.length,
                false,
                OptionalLong.empty())),
        Optional.empty());
  }

  private static Unmeasurable absent(Scope scope, Narrowing narrowing, Quantity.Time time) {
    boolean matched =
        scope.runs().stream().anyMatch(run -> new RunNumbers(scope, run, narrowing).any());
    return matched && time.phase().isPresent()
        ? new Unmeasurable.NoPhase(time.phase().get())
        : Unmeasurable.Known.NOTHING_MATCHES;
  }

  private static TimeMeasure not(Unmeasurable why) {
    return new TimeMeasure(Optional.empty(), Optional.of(why));
  }
}
