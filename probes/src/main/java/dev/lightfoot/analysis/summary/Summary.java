package dev.lightfoot.analysis.summary;

import dev.lightfoot.analysis.chain.RedirectChain;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunState;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// What the runs of a snapshot say together, by state.
///
/// @param states summaries in the order cold, resumed, warm; a state without a run that counts is
///   absent
/// @param billed index of the run that stands for all: nearest the median of the first state that
///   has one, else the one that came furthest; empty where there is no run
public record Summary(List<StateSummary> states, OptionalInt billed) {
  public Summary {
    states = List.copyOf(states);
  }

  /// The summary of these runs.
  public static Summary of(List<Run> runs) {
    List<StateSummary> states = new ArrayList<>();
    for (RunState state : RunState.values()) {
      summarize(runs, state).ifPresent(states::add);
    }
    OptionalInt billed =
        states.isEmpty() ? furthest(runs) : OptionalInt.of(states.getFirst().nearest());
    return new Summary(states, billed);
  }

  /// The summary of that state.
  public Optional<StateSummary> state(RunState state) {
    return states.stream().filter(each -> each.state() == state).findFirst();
  }

  private static Optional<StateSummary> summarize(List<Run> runs, RunState state) {
    List<Run> made = runs.stream().filter(run -> run.state() == state).toList();
    List<Run> counting = made.stream().filter(Run::counts).toList();
    return Spread.of(
            counting.stream().mapToLong(run -> RedirectChain.of(run).durationNanos()).toArray())
        .map(
            total ->
                new StateSummary(
                    state,
                    made.size(),
                    total,
                    phases(counting),
                    nearest(runs, state, total.medianNanos())));
  }

  private static Map<Phase, Spread> phases(List<Run> counting) {
    List<RedirectChain> chains = counting.stream().map(RedirectChain::of).toList();
    Map<Phase, Spread> spreads = new EnumMap<>(Phase.class);
    for (Phase phase : Phase.values()) {
      long[] values =
          chains.stream()
              .filter(chain -> chain.took(phase))
              .mapToLong(chain -> chain.durationNanos(phase))
              .toArray();
      Spread.of(values).ifPresent(spread -> spreads.put(phase, spread));
    }
    return spreads;
  }

  private static int nearest(List<Run> runs, RunState state, long median) {
    int best = -1;
    long smallest = Long.MAX_VALUE;
    for (int i = 0; i < runs.size(); i++) {
      long distance = Math.abs(RedirectChain.of(runs.get(i)).durationNanos() - median);
      if (runs.get(i).state() == state && runs.get(i).counts() && distance < smallest) {
        best = i;
        smallest = distance;
      }
    }
    return best;
  }

  private static OptionalInt furthest(List<Run> runs) {
    int best = -1;
    for (int i = 0; i < runs.size(); i++) {
      if (best < 0 || progress(runs.get(i)) > progress(runs.get(best))) {
        best = i;
      }
    }
    return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
  }

  private static int progress(Run run) {
    RedirectChain chain = RedirectChain.of(run);
    int phases = 0;
    for (Phase phase : Phase.values()) {
      phases += chain.took(phase) ? 1 : 0;
    }
    return chain.hops().size() * Phase.values().length + phases;
  }
}
