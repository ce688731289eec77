package dev.lightfoot.analysis.budget;

import dev.lightfoot.analysis.chain.RedirectChain;
import dev.lightfoot.analysis.page.PageBytes;
import dev.lightfoot.analysis.summary.RunTime;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.PhaseTiming;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.budget.Narrowing;
import dev.lightfoot.model.budget.Quantity;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// What one run has of a quantity, of the requests that a limit is about.
final class RunNumbers {
  private final Scope scope;
  private final Run run;
  private final Narrowing narrowing;
  private final List<Exchange> exchanges;

  RunNumbers(Scope scope, Run run, Narrowing narrowing) {
    this.scope = scope;
    this.run = run;
    this.narrowing = narrowing;
    this.exchanges = Scope.exchanges(run, narrowing);
  }

  /// Whether any request is meant.
  boolean any() {
    return !exchanges.isEmpty();
  }

  RunCount trips(Quantity.Trips trips) {
    if (narrowing.narrows() && exchanges.isEmpty()) {
      return RunCount.of(0);
    }
    TripCount count = new TripCount(run, exchanges, narrowing.narrows(), scope.floors());
    return trips.layer().map(count::in).orElseGet(count::all);
  }

  RunCount bytes() {
    return RunCount.of(exchanges.stream().mapToLong(PageBytes::of).sum());
  }

  RunCount requests() {
    return run.page().isEmpty() && !narrowing.narrows()
        ? RunCount.unknown(Unmeasurable.Known.NOT_A_PAGE)
        : RunCount.of(exchanges.size());
  }

  /// How long it took; of requests that a limit is narrowed to, how long the longest did. Empty
  /// where none did.
  OptionalLong nanos(Optional<Phase> phase) {
    if (narrowing.narrows()) {
      return exchanges.stream()
          .filter(each -> phase.isEmpty() || took(each, phase.get()))
          .mapToLong(each -> phase.map(each.phases()::durationNanos).orElseGet(each::durationNanos))
          .max();
    }
    if (phase.isEmpty()) {
      return OptionalLong.of(RunTime.nanos(run));
    }
    RedirectChain chain = RedirectChain.of(run);
    return chain.took(phase.get())
        ? OptionalLong.of(chain.durationNanos(phase.get()))
        : OptionalLong.empty();
  }

  private static boolean took(Exchange exchange, Phase phase) {
    return switch (exchange.phases().timing(phase).orElse(null)) {
      case PhaseTiming.Measured _, PhaseTiming.Failed _ -> true;
      case PhaseTiming.NotApplicable _ -> false;
      case null -> false;
    };
  }
}
