package dev.lightfoot.analysis.budget;

import dev.lightfoot.analysis.chain.RedirectChain;
import dev.lightfoot.analysis.ledger.Floors;
import dev.lightfoot.analysis.summary.Summary;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.budget.Narrowing;
import java.util.List;

/// The runs of a snapshot that a budget is held against: those of the state that stands for it
/// ([Summary]), as far as they count.
///
/// @param runs in the order made
/// @param floors of all runs of the snapshot: by them round trips are counted
record Scope(List<Run> runs, Floors floors) {
  Scope {
    runs = List.copyOf(runs);
  }

  static Scope of(Snapshot snapshot) {
    List<Run> runs =
        Summary.of(snapshot.runs())
            .headline()
            .map(state -> snapshot.runs(state.state()).stream().filter(Run::counts).toList())
            .orElse(List.of());
    return new Scope(runs, Floors.of(snapshot.runs()));
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
