package dev.lightfoot.analysis.whatif;

import dev.lightfoot.analysis.replay.ReplayGraph;
import dev.lightfoot.analysis.replay.Replayed;
import dev.lightfoot.analysis.replay.RunFacts;

/// A run, and what its replay gives where nothing is changed.
///
/// @param facts what is known of it
/// @param totalNanos how long it takes
/// @param firstByteNanos how long until the first byte is there
/// @param trips round trips in all
record ReplayedRun(RunFacts facts, long totalNanos, long firstByteNanos, int trips) {
  static ReplayedRun of(RunFacts facts) {
    ReplayGraph graph = facts.graph();
    Replayed replayed = graph.run();
    return new ReplayedRun(facts, replayed.totalNanos(), replayed.firstByteNanos(), graph.trips());
  }

  long observedNanos() {
    return facts.observedNanos();
  }

  /// By how much it took longer than its unchanged replay does: no change saves that.
  long besideNanos() {
    return observedNanos() - totalNanos;
  }

  /// How far the replay misses, as a share of the time.
  double misfit() {
    return Math.abs((double) besideNanos()) / Math.max(1, observedNanos());
  }
}
