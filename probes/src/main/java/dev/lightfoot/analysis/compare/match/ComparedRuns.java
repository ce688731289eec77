package dev.lightfoot.analysis.compare.match;

import dev.lightfoot.analysis.ledger.Floors;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.Snapshot;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/// The runs of one side that are compared.
///
/// @param snapshot they are from
/// @param made runs of their state, those that do not count among them
/// @param runs in the order in which they were measured
/// @param floors that all runs of the snapshot show
public record ComparedRuns(Snapshot snapshot, int made, List<ComparedRun> runs, Floors floors) {
  public ComparedRuns {
    runs = List.copyOf(runs);
  }

  /// The runs of a snapshot that are in that state and count.
  ///
  /// @param state empty for none
  public static ComparedRuns of(Snapshot snapshot, Optional<RunState> state, Origin origin) {
    List<Run> all = snapshot.runs();
    List<ComparedRun> counting =
        IntStream.range(0, all.size())
            .filter(i -> state.equals(Optional.of(all.get(i).state())) && all.get(i).counts())
            .boxed()
            .flatMap(i -> ComparedRun.of(i, all.get(i), origin).stream())
            .sorted(Comparator.comparing(one -> one.run().startedAt().toInstant()))
            .toList();
    int made = (int) all.stream().filter(run -> state.equals(Optional.of(run.state()))).count();
    return new ComparedRuns(snapshot, made, counting, Floors.of(all));
  }

  /// Whether it is known of every run when only this computer was at work.
  public boolean knowsOwn() {
    return !runs.isEmpty() && runs.stream().allMatch(ComparedRun::knowsOwn);
  }

  /// The same without the time in which only this computer was at work.
  public ComparedRuns withoutOwn() {
    return new ComparedRuns(
        snapshot, made, runs.stream().map(ComparedRun::withoutOwn).toList(), floors);
  }

  public Side side() {
    return new Side(
        snapshot.id(),
        snapshot.name().orElse(""),
        snapshot.target(),
        snapshot.takenAt(),
        made,
        runs.size());
  }

  /// Whether these are loads of a page.
  public boolean isPage() {
    return !runs.isEmpty() && runs.getFirst().run().page().isPresent();
  }

  public List<RunValue> totals() {
    return values(runs, ComparedRun::totalNanos);
  }

  public static List<RunValue> values(List<ComparedRun> runs, ToLongFunction<ComparedRun> nanos) {
    return runs.stream().map(one -> new RunValue(one.index(), nanos.applyAsLong(one))).toList();
  }
}
