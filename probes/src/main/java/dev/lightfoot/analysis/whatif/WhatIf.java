package dev.lightfoot.analysis.whatif;

import dev.lightfoot.analysis.change.Change;
import dev.lightfoot.analysis.change.ChangeFault;
import dev.lightfoot.analysis.change.ChangeFault.Refused;
import dev.lightfoot.analysis.change.Changes;
import dev.lightfoot.analysis.change.Draw;
import dev.lightfoot.analysis.compare.Floor;
import dev.lightfoot.analysis.replay.ReplayGraph;
import dev.lightfoot.analysis.replay.RunFacts;
import dev.lightfoot.analysis.summary.StateSummary;
import dev.lightfoot.analysis.summary.Summary;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.page.PageEngine;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Predicts what changes to what a snapshot measured would bring: each run is replayed with them.
public final class WhatIf {
  /// Where the replay of the unchanged runs misses by more, nothing is predicted.
  private static final double MOST_MISFIT = 0.1;

  /// Less says nothing.
  private static final double SMALLEST_MISFIT = 0.001;

  private static final int DRAWS = 100;
  private static final int FEWEST_DRAWS = 20;

  /// More exchanges are not replayed in all.
  private static final int MOST_REPLAYED = 400_000;

  private final Snapshot snapshot;
  private final Changes changes;
  private final List<RunFacts> all;
  private final RunState state;

  private WhatIf(Snapshot snapshot, Changes changes) throws Refused {
    this.snapshot = snapshot;
    this.changes = changes;
    this.state =
        Summary.of(snapshot.runs())
            .headline()
            .map(StateSummary::state)
            .orElseThrow(() -> new Refused(new ChangeFault.NoRuns()));
    this.all = facts(snapshot, state);
  }

  static List<RunFacts> facts(Snapshot snapshot, RunState state) {
    return snapshot.runs(state).stream()
        .filter(run -> run.counts() && !run.exchanges().isEmpty())
        .map(run -> RunFacts.of(run, snapshot.runs()))
        .toList();
  }

  /// Replays the runs of the state that stands for the snapshot.
  ///
  /// @param history grades of earlier predictions, which widen the interval
  /// @throws Refused where the snapshot does not hold what is to be changed, or cannot be replayed
  public static Predicted predict(Snapshot snapshot, Changes changes, GradeHistory history)
      throws Refused {
    WhatIf whatIf = new WhatIf(snapshot, changes);
    return whatIf.predict(history);
  }

  private Predicted predict(GradeHistory history) throws Refused {
    List<RunFacts> used = holding();
    List<Measured> measured = used.stream().map(Measured::of).toList();
    double misfit = misfit(measured);
    if (misfit > MOST_MISFIT) {
      throw new Refused(new ChangeFault.NotReplayable(misfit));
    }
    Draw middle = Draw.middle();
    long[] likeliest = totals(measured, middle);
    Interval spread = Spreading.of(likeliest, drawn(measured));
    List<String> kinds = changes.list().stream().map(each -> each.kind().word()).toList();
    double factor = history.factor(kinds);
    Interval time =
        spread.plus(session(spread.nanos()) + Math.round(misfit * spread.nanos())).widened(factor);
    int shown = nearest(likeliest, spread.nanos());
    RunFacts typical = used.get(shown);
    ReplayGraph changed = typical.graph();
    changes.edit(changed, Draw.middle());
    return new Predicted(
        snapshot.id(),
        state,
        used.size(),
        changes.texts(),
        typical.graph().run(),
        changed.run(),
        typical.run(),
        Spreading.median(used.stream().mapToLong(RunFacts::observedNanos).toArray()),
        firstBytes(used),
        time,
        assumptions(used, middle, misfit, factor, history.count(kinds)));
  }

  /// The runs that hold most of what is to be changed.
  private List<RunFacts> holding() throws Refused {
    Set<Change> ever = new HashSet<>();
    List<RunFacts> most = new ArrayList<>();
    int found = 0;
    for (RunFacts facts : all) {
      Set<Change> made = changes.edit(facts.graph(), Draw.MIDDLE);
      ever.addAll(made);
      if (made.size() > found) {
        found = made.size();
        most.clear();
      }
      if (made.size() == found) {
        most.add(facts);
      }
    }
    for (Change change : changes.list()) {
      if (!ever.contains(change)) {
        throw new Refused(Missing.of(change, all));
      }
    }
    return most;
  }

  /// A run, and by how much it took longer than its unchanged replay does: no change saves that.
  private record Measured(RunFacts facts, long besideNanos) {
    static Measured of(RunFacts facts) {
      return new Measured(facts, facts.observedNanos() - facts.graph().run().totalNanos());
    }
  }

  private static double misfit(List<Measured> runs) {
    double most = 0;
    for (Measured run : runs) {
      double beside = Math.abs(run.besideNanos());
      most = Math.max(most, beside / Math.max(1, run.facts().observedNanos()));
    }
    return most < SMALLEST_MISFIT ? 0 : most;
  }

  private long[] totals(List<Measured> runs, Draw draw) {
    return runs.stream()
        .mapToLong(
            run -> {
              ReplayGraph graph = run.facts().graph();
              changes.edit(graph, draw);
              return Math.max(0, graph.run().totalNanos() + run.besideNanos());
            })
        .toArray();
  }

  private Predicted.FirstBytes firstBytes(List<RunFacts> runs) {
    long[] before = runs.stream().mapToLong(facts -> firstByte(facts.graph())).toArray();
    long[] after =
        runs.stream()
            .mapToLong(
                facts -> {
                  ReplayGraph graph = facts.graph();
                  changes.edit(graph, Draw.MIDDLE);
                  return firstByte(graph);
                })
            .toArray();
    return new Predicted.FirstBytes(Spreading.median(before), Spreading.median(after));
  }

  private static long firstByte(ReplayGraph graph) {
    return graph.run().firstByteNanos();
  }

  private long[][] drawn(List<Measured> runs) {
    int exchanges = runs.stream().mapToInt(run -> run.facts().run().exchanges().size()).sum();
    int draws = Math.clamp(MOST_REPLAYED / Math.max(1, exchanges), FEWEST_DRAWS, DRAWS);
    long[][] drawn = new long[draws][];
    for (int i = 0; i < draws; i++) {
      drawn[i] = totals(runs, Draw.of(i + 1));
    }
    return drawn;
  }

  /// How far sessions lie apart without a reason: what a comparison does not call a change.
  private static long session(long nanos) {
    return Floor.SMALLEST_NANOS + Math.round(Floor.SMALLEST_SHARE * nanos);
  }

  private static int nearest(long[] totals, long median) {
    int nearest = 0;
    for (int i = 1; i < totals.length; i++) {
      if (Math.abs(totals[i] - median) < Math.abs(totals[nearest] - median)) {
        nearest = i;
      }
    }
    return nearest;
  }

  private List<Assumption> assumptions(
      List<RunFacts> used, Draw middle, double misfit, double factor, int grades) {
    List<Assumption> list = new ArrayList<>();
    middle.asked().forEach((what, range) -> list.add(new Assumption.Ranges(what, range)));
    list.add(new Assumption.Session());
    if (used.size() == 1) {
      list.add(new Assumption.OneRun());
    }
    if (used.size() < all.size()) {
      list.add(new Assumption.LeftOut(all.size() - used.size()));
    }
    if (misfit > 0) {
      list.add(new Assumption.Misfit(misfit));
    }
    if (factor > 1) {
      list.add(new Assumption.Widened(factor, grades));
    }
    if (used.stream().map(RunFacts::run).anyMatch(WhatIf::ranScripts)) {
      list.add(new Assumption.Scripts());
    }
    return list;
  }

  private static boolean ranScripts(Run run) {
    return run.page().filter(page -> page.engine() != PageEngine.BUILTIN).isPresent();
  }
}
