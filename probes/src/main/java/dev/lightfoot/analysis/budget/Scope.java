package dev.lightfoot.analysis.budget;

import dev.lightfoot.analysis.chain.RedirectChain;
import dev.lightfoot.analysis.ledger.Floors;
import dev.lightfoot.analysis.summary.StateSummary;
import dev.lightfoot.analysis.summary.Summary;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.budget.Narrowing;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The runs of a snapshot that a budget is held against: those of the state that stands for it
/// ([Summary]).
///
/// @param runs that came to their end and are what they were to be, in the order made: their trips
///   and bytes count, also where our own process stalled meanwhile
/// @param floors of all runs of the snapshot: by them round trips are counted
record Scope(List<Run> runs, Floors floors) {
  Scope {
    runs = List.copyOf(runs);
  }

  static Scope of(Snapshot snapshot) {
    List<Run> ended = snapshot.runs().stream().filter(Scope::isWhole).toList();
    Optional<RunState> state =
        Summary.of(snapshot.runs())
            .headline()
            .map(StateSummary::state)
            .or(() -> ended.stream().map(Run::state).min(Comparator.naturalOrder()));
    return new Scope(
        ended.stream().filter(run -> state.isPresent() && run.state() == state.get()).toList(),
        Floors.of(snapshot.runs()));
  }

  private static boolean isWhole(Run run) {
    return run.error().isEmpty() && run.leftOut().isEmpty();
  }

  /// Those whose times count.
  List<Run> timed() {
    return runs.stream().filter(Run::counts).toList();
  }

  /// Whether pages were loaded, and not single requests probed.
  boolean isPage() {
    return runs.stream().anyMatch(run -> run.page().isPresent());
  }

  /// The requests of a run that a limit is about: of a probe the hops of its chain, of a page all.
  static List<Exchange> exchanges(Run run, Narrowing narrowing) {
    List<Exchange> all = run.page().isPresent() ? run.exchanges() : RedirectChain.of(run).hops();
    if (!narrowing.narrows()) {
      return all;
    }
    RequestMatch match = new RequestMatch(run, narrowing);
    return all.stream().filter(match::matches).toList();
  }
}
