package dev.lightfoot.analysis.whatif;

import dev.lightfoot.analysis.change.Change;
import dev.lightfoot.analysis.change.Draw;
import dev.lightfoot.analysis.change.parse.Changes;
import dev.lightfoot.analysis.replay.ReplayGraph;
import dev.lightfoot.analysis.replay.Replayed;
import java.util.Set;

/// A run, and what its replay gives with some changes.
///
/// @param run unchanged
/// @param made those of the changes of which it holds something
/// @param totalNanos how long it takes then, with what the replay misses
/// @param firstByteNanos how long until the first byte is there then
/// @param trips round trips in all
record ChangedRun(
    ReplayedRun run, Set<Change> made, long totalNanos, long firstByteNanos, int trips) {
  static ChangedRun of(ReplayedRun run, Changes changes, Draw draw) {
    ReplayGraph graph = run.facts().graph();
    Set<Change> made = changes.edit(graph, draw);
    Replayed replayed = graph.run();
    return new ChangedRun(
        run,
        made,
        Math.max(0, replayed.totalNanos() + run.besideNanos()),
        replayed.firstByteNanos(),
        graph.trips());
  }
}
