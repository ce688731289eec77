package dev.lightfoot.analysis.whatif;

import dev.lightfoot.analysis.change.Change;
import dev.lightfoot.analysis.change.Draw;
import dev.lightfoot.analysis.change.parse.ChangeFault;
import dev.lightfoot.analysis.change.parse.ChangeFault.Refused;
import dev.lightfoot.analysis.change.parse.Changes;
import dev.lightfoot.analysis.replay.ReplayGraph;
import dev.lightfoot.analysis.replay.RunFacts;
import dev.lightfoot.analysis.summary.StateSummary;
import dev.lightfoot.analysis.summary.Summary;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.Snapshot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The runs that stand for a snapshot, ready to be replayed with one change after another.
public final class Replays {
  /// Where the replay of the unchanged runs misses by more, nothing is predicted.
  private static final double MOST_MISFIT = 0.1;

  /// Less says nothing.
  private static final double SMALLEST_MISFIT = 0.001;

  private final Snapshot snapshot;
  private final RunState state;
  private final List<ReplayedRun> runs;

  private Replays(Snapshot snapshot, RunState state) {
    this.snapshot = snapshot;
    this.state = state;
    this.runs = facts(snapshot, state).stream().map(ReplayedRun::of).toList();
  }

  /// Those of the state that stands for the snapshot.
  ///
  /// @throws Refused where no run came to its end
  public static Replays of(Snapshot snapshot) throws Refused {
    return new Replays(snapshot, state(snapshot));
  }

  /// What a replay of all would have to go through: their exchanges and the records of servers.
  ///
  /// @throws Refused where no run came to its end
  public static int size(Snapshot snapshot) throws Refused {
    return size(replayed(snapshot, state(snapshot)));
  }

  private static RunState state(Snapshot snapshot) throws Refused {
    return Summary.of(snapshot.runs())
        .headline()
        .map(StateSummary::state)
        .orElseThrow(() -> new Refused(new ChangeFault.NoRuns()));
  }

  private static List<Run> replayed(Snapshot snapshot, RunState state) {
    return snapshot.runs(state).stream()
        .filter(run -> run.counts() && !run.exchanges().isEmpty())
        .toList();
  }

  private static int size(List<Run> runs) {
    return runs.stream().mapToInt(run -> run.exchanges().size() + run.spans().size()).sum();
  }

  static List<RunFacts> facts(Snapshot snapshot, RunState state) {
    return RunFacts.of(replayed(snapshot, state), snapshot.runs());
  }

  /// Of what they are.
  public Snapshot snapshot() {
    return snapshot;
  }

  /// That of all of them.
  public RunState state() {
    return state;
  }

  List<ReplayedRun> runs() {
    return runs;
  }

  /// Each of them as a graph of its own, unchanged.
  public List<ReplayGraph> graphs() {
    return runs.stream().map(run -> run.facts().graph()).toList();
  }

  /// What a replay of all has to go through: their exchanges and the records of servers.
  public int size() {
    return size(runs.stream().map(run -> run.facts().run()).toList());
  }

  /// The runs that hold most of what is to be changed, with the changes.
  ///
  /// @throws Refused where no run holds one of the changes, or the replay misses what was observed
  List<ChangedRun> holding(Changes changes, Draw draw) throws Refused {
    Set<Change> ever = new HashSet<>();
    List<ChangedRun> most = new ArrayList<>();
    for (ReplayedRun run : runs) {
      ChangedRun changed = ChangedRun.of(run, changes, draw);
      ever.addAll(changed.made());
      int more =
          most.isEmpty()
              ? 1
              : Integer.compare(changed.made().size(), most.getFirst().made().size());
      if (more > 0) {
        most.clear();
      }
      if (more >= 0) {
        most.add(changed);
      }
    }
    for (Change change : changes.list()) {
      if (!ever.contains(change)) {
        throw new Refused(Missing.of(change, runs));
      }
    }
    double misfit = misfit(most.stream().map(ChangedRun::run).toList());
    if (misfit > MOST_MISFIT) {
      throw new Refused(new ChangeFault.NotReplayable(misfit));
    }
    return most;
  }

  /// By how much the replay of the worst of them misses, as a share of the time; 0 where that says
  /// nothing.
  static double misfit(List<ReplayedRun> runs) {
    double most = runs.stream().mapToDouble(ReplayedRun::misfit).max().orElse(0);
    return most < SMALLEST_MISFIT ? 0 : most;
  }
}
