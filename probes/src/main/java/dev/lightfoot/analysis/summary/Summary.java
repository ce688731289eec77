package dev.lightfoot.analysis.summary;

import dev.lightfoot.analysis.chain.OwnTime;
import dev.lightfoot.analysis.chain.RedirectChain;
import dev.lightfoot.model.HeadlineTime;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.Snapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Predicate;

/// What the runs of a snapshot say together, by state.
///
/// @param states summaries in the order cold, resumed, warm; a state without a run that counts is
///   absent
/// @param headline the state whose median is the number that stands for the snapshot: the one with
///   most runs that count, the colder one where two have as many; empty where no run counts
/// @param billed index of the run that is drawn and billed: nearest that median, else the one that
///   came furthest; empty where there is no run
public record Summary(
    List<StateSummary> states, Optional<StateSummary> headline, OptionalInt billed) {
  /// Of runs that do not count: one that was asked for before one that is left out.
  private static final Comparator<Run> FURTHEST =
      Comparator.comparing((Run run) -> run.leftOut().isEmpty())
          .thenComparingInt(Summary::progress);

  public Summary {
    states = List.copyOf(states);
  }

  /// The summary of these runs.
  public static Summary of(List<Run> runs) {
    List<StateSummary> states = new ArrayList<>();
    for (RunState state : RunState.values()) {
      summarize(runs, state).ifPresent(states::add);
    }
    Optional<StateSummary> headline =
        states.stream().max(Comparator.comparingInt(state -> state.total().count()));
    OptionalInt billed =
        headline.map(state -> OptionalInt.of(state.nearest())).orElseGet(() -> furthest(runs));
    return new Summary(states, headline, billed);
  }

  /// The time that stands for that snapshot: see [#headlineNanos()].
  public static Optional<HeadlineTime> headlineTime(Snapshot snapshot) {
    return of(snapshot.runs())
        .headline()
        .map(
            state ->
                new HeadlineTime(
                    state.state(),
                    state.total().count(),
                    state.total().medianNanos(),
                    state.total().minNanos(),
                    state.total().maxNanos(),
                    comparedNanos(snapshot.runs(), state)));
  }

  private static long comparedNanos(List<Run> runs, StateSummary state) {
    List<Run> counting =
        runs.stream().filter(run -> run.state() == state.state() && run.counts()).toList();
    boolean known = counting.stream().allMatch(run -> OwnTime.of(run).isPresent());
    return known
        ? Spread.of(
                counting.stream()
                    .mapToLong(run -> RunTime.nanos(run) - OwnTime.of(run).orElseThrow().nanos())
                    .toArray())
            .orElseThrow()
            .medianNanos()
        : state.total().medianNanos();
  }

  /// The number that stands for these runs: the median of the totals of the headline's state, in
  /// nanoseconds.
  public OptionalLong headlineNanos() {
    return headline
        .map(state -> OptionalLong.of(state.total().medianNanos()))
        .orElseGet(OptionalLong::empty);
  }

  /// The summary of that state.
  public Optional<StateSummary> state(RunState state) {
    return states.stream().filter(each -> each.state() == state).findFirst();
  }

  /// The billed run where something was recorded for it; else, of those runs of which something
  /// was, the one nearest the headline; the billed one where nothing was recorded at all.
  ///
  /// @param runs those this is the summary of
  public OptionalInt opened(List<Run> runs) {
    if (headline.isEmpty() || recorded(runs.get(billed.orElseThrow()))) {
      return billed;
    }
    int nearest = nearest(runs, Summary::recorded, headline.get().total().medianNanos());
    return nearest < 0 ? billed : OptionalInt.of(nearest);
  }

  private static boolean recorded(Run run) {
    return !run.spans().isEmpty();
  }

  private static Optional<StateSummary> summarize(List<Run> runs, RunState state) {
    List<Run> made = runs.stream().filter(run -> run.state() == state).toList();
    List<Run> counting = made.stream().filter(Run::counts).toList();
    return Spread.of(counting.stream().mapToLong(RunTime::nanos).toArray())
        .map(
            total ->
                new StateSummary(
                    state,
                    made.size(),
                    total,
                    phases(counting),
                    nearest(
                        runs, run -> run.state() == state && run.counts(), total.medianNanos())));
  }

  /// The phases of a page's requests overlap, so that their times do not add up to anything.
  private static Map<Phase, Spread> phases(List<Run> counting) {
    List<RedirectChain> chains =
        counting.stream().filter(run -> run.page().isEmpty()).map(RedirectChain::of).toList();
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

  private static int nearest(List<Run> runs, Predicate<Run> wanted, long median) {
    int best = -1;
    long smallest = Long.MAX_VALUE;
    for (int i = 0; i < runs.size(); i++) {
      long distance = Math.abs(RunTime.nanos(runs.get(i)) - median);
      if (wanted.test(runs.get(i)) && distance < smallest) {
        best = i;
        smallest = distance;
      }
    }
    return best;
  }

  private static OptionalInt furthest(List<Run> runs) {
    int best = -1;
    for (int i = 0; i < runs.size(); i++) {
      if (best < 0 || FURTHEST.compare(runs.get(i), runs.get(best)) > 0) {
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
