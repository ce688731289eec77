package dev.lightfoot.analysis.budget;

import dev.lightfoot.model.Run;
import dev.lightfoot.model.budget.Limit;
import dev.lightfoot.model.budget.Quantity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// What was counted over the runs, or why nothing was. Exactly one of the two is there.
record CountMeasure(Optional<Measured> measured, Optional<Unmeasurable> unmeasurable) {

  /// What is counted for that limit. Runs of which nothing is known are left out as long as
  /// something is known of another.
  static CountMeasure of(Scope scope, Limit limit) {
    if (scope.runs().isEmpty()) {
      return new CountMeasure(Optional.empty(), Optional.of(Unmeasurable.Known.NO_RUN));
    }
    if (limit.narrowing().route().isPresent() && !recorded(scope)) {
      return new CountMeasure(Optional.empty(), Optional.of(Unmeasurable.Known.NO_ROUTES));
    }
    List<RunCount> known = new ArrayList<>();
    Optional<Unmeasurable> why = Optional.empty();
    for (Run run : scope.runs()) {
      RunCount count = count(new RunNumbers(scope, run, limit.narrowing()), limit.quantity());
      if (count.unknown().isEmpty()) {
        known.add(count);
      } else {
        why = why.or(count::unknown);
      }
    }
    return known.isEmpty()
        ? new CountMeasure(Optional.empty(), why)
        : new CountMeasure(Optional.of(middle(known)), Optional.empty());
  }

  private static RunCount count(RunNumbers numbers, Quantity quantity) {
    return switch (quantity) {
      case Quantity.Trips trips -> numbers.trips(trips);
      case Quantity.Bytes _ -> numbers.bytes();
      case Quantity.Requests _ -> numbers.requests();
      case Quantity.Time _, Quantity.Finding _ ->
          throw new IllegalArgumentException("not counted: " + quantity);
    };
  }

  private static boolean recorded(Scope scope) {
    return scope.runs().stream().anyMatch(run -> !run.spans().isEmpty());
  }

  private static Measured middle(List<RunCount> counts) {
    List<RunCount> sorted =
        counts.stream().sorted(Comparator.comparingLong(RunCount::value)).toList();
    return new Measured(
        sorted.get(sorted.size() / 2).value(),
        sorted.getFirst().value(),
        sorted.getLast().value(),
        sorted.size(),
        sorted.stream().anyMatch(RunCount::atLeast),
        OptionalLong.empty());
  }
}
