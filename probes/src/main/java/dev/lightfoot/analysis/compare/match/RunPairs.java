package dev.lightfoot.analysis.compare.match;

import dev.lightfoot.analysis.chain.OwnTime;
import dev.lightfoot.analysis.chain.RedirectChain;
import dev.lightfoot.analysis.ledger.Floors;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.Snapshot;
import java.util.HashMap;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// Which request of one run is which of another, as requests of two sides are matched.
///
/// @param pairs in the order of B, then those that only A has
public record RunPairs(List<Pair> pairs) {
  public RunPairs {
    pairs = List.copyOf(pairs);
  }

  /// Two that are taken for the same.
  ///
  /// @param a index of the exchange in A; empty where only B has it
  /// @param b index of the exchange in B; empty where only A has it
  public record Pair(MatchedBy by, OptionalInt a, OptionalInt b) {}

  /// Those of a run of each of two snapshots.
  public static RunPairs of(Snapshot a, Run runA, Snapshot b, Run runB) {
    RequestPairs found =
        RequestPairs.of(
            new SideRequests(alone(a, runA), new HashMap<>()),
            new SideRequests(alone(b, runB), new HashMap<>()));
    return new RunPairs(
        found.pairs().stream()
            .map(pair -> new Pair(pair.by(), index(pair.a()), index(pair.b())))
            .toList());
  }

  /// The requests of one run are numbered as its exchanges are.
  private static ComparedRuns alone(Snapshot snapshot, Run run) {
    ComparedRun one =
        new ComparedRun(0, run, RedirectChain.of(run), OptionalLong.empty(), 0, OwnTime.NONE);
    return new ComparedRuns(snapshot, 1, List.of(one), Floors.of(List.of(run)));
  }

  private static OptionalInt index(int number) {
    return number == KnownRequests.NONE ? OptionalInt.empty() : OptionalInt.of(number);
  }
}
