package dev.lightfoot.analysis.whatif;

import dev.lightfoot.analysis.change.Draw;
import dev.lightfoot.analysis.change.parse.ChangeFault.Refused;
import dev.lightfoot.analysis.change.parse.Changes;
import dev.lightfoot.analysis.compare.Floor;
import dev.lightfoot.analysis.replay.ReplayGraph;
import dev.lightfoot.analysis.replay.RunFacts;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.page.PageEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

/// Predicts what changes to what a snapshot measured would bring: each run is replayed with them.
public final class WhatIf {
  private static final int DRAWS = 100;
  private static final int FEWEST_DRAWS = 20;

  /// More exchanges are not replayed in all.
  private static final int MOST_REPLAYED = 400_000;

  private final Replays replays;
  private final Changes changes;

  private WhatIf(Replays replays, Changes changes) {
    this.replays = replays;
    this.changes = changes;
  }

  /// Replays the runs of the state that stands for the snapshot.
  ///
  /// @param history grades of earlier predictions, which widen the interval
  /// @throws Refused where the snapshot does not hold what is to be changed, or cannot be replayed
  public static Predicted predict(Snapshot snapshot, Changes changes, GradeHistory history)
      throws Refused {
    return predict(snapshot, changes, history, Following.NOBODY);
  }

  /// The same, followed by somebody who may end it.
  ///
  /// @throws java.util.concurrent.CancellationException where it is no longer wanted
  public static Predicted predict(
      Snapshot snapshot, Changes changes, GradeHistory history, Following following)
      throws Refused {
    return new WhatIf(Replays.of(snapshot), changes).predict(history, following);
  }

  private Predicted predict(GradeHistory history, Following following) throws Refused {
    Draw middle = Draw.middle();
    List<ChangedRun> changedRuns = replays.holding(changes, middle);
    List<ReplayedRun> used = changedRuns.stream().map(ChangedRun::run).toList();
    double misfit = Replays.misfit(used);
    long[] likeliest = changedRuns.stream().mapToLong(ChangedRun::totalNanos).toArray();
    Interval spread = Spreading.of(likeliest, drawn(used, following));
    List<String> kinds = changes.list().stream().map(each -> each.kind().word()).toList();
    double factor = history.factor(kinds);
    Interval time =
        spread.plus(session(spread.nanos()) + Math.round(misfit * spread.nanos())).widened(factor);
    int shown = nearest(likeliest, spread.nanos());
    RunFacts typical = used.get(shown).facts();
    ReplayGraph changed = typical.graph();
    changes.edit(changed, Draw.middle());
    return new Predicted(
        replays.snapshot().id(),
        replays.state(),
        used.size(),
        changes.texts(),
        typical.graph().run(),
        changed.run(),
        typical.run(),
        Spreading.median(used.stream().mapToLong(ReplayedRun::observedNanos).toArray()),
        firstBytes(changedRuns),
        time,
        assumptions(used, middle, misfit, factor, history.count(kinds)));
  }

  private static Predicted.FirstBytes firstBytes(List<ChangedRun> runs) {
    return new Predicted.FirstBytes(
        Spreading.median(runs.stream().mapToLong(each -> each.run().firstByteNanos()).toArray()),
        Spreading.median(runs.stream().mapToLong(ChangedRun::firstByteNanos).toArray()));
  }

  private long[][] drawn(List<ReplayedRun> runs, Following following) {
    int exchanges = runs.stream().mapToInt(run -> run.facts().run().exchanges().size()).sum();
    int draws = Math.clamp(MOST_REPLAYED / Math.max(1, exchanges), FEWEST_DRAWS, DRAWS);
    long[][] drawn = new long[draws][];
    for (int i = 0; i < draws; i++) {
      if (!following.goesOn(i / (double) draws)) {
        throw new CancellationException();
      }
      Draw draw = Draw.of(i + 1);
      drawn[i] =
          runs.stream().mapToLong(run -> ChangedRun.of(run, changes, draw).totalNanos()).toArray();
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
      List<ReplayedRun> used, Draw middle, double misfit, double factor, int grades) {
    List<Assumption> list = new ArrayList<>();
    middle.asked().forEach((what, range) -> list.add(new Assumption.Ranges(what, range)));
    list.add(new Assumption.Session());
    if (used.size() == 1) {
      list.add(new Assumption.OneRun());
    }
    int all = replays.runs().size();
    if (used.size() < all) {
      list.add(new Assumption.LeftOut(all - used.size()));
    }
    if (misfit > 0) {
      list.add(new Assumption.Misfit(misfit));
    }
    if (factor > 1) {
      list.add(new Assumption.Widened(factor, grades));
    }
    if (used.stream().map(run -> run.facts().run()).anyMatch(WhatIf::ranScripts)) {
      list.add(new Assumption.Scripts());
    }
    return list;
  }

  private static boolean ranScripts(Run run) {
    return run.page().filter(page -> page.engine() != PageEngine.BUILTIN).isPresent();
  }
}
