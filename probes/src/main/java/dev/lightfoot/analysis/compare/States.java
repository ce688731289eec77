package dev.lightfoot.analysis.compare;

import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.Snapshot;
import java.util.Optional;

/// Which runs of two snapshots can be compared.
final class States {
  private States() {}

  /// The state that both have most runs of that count; of two that both have as many of, the colder
  /// one. Empty where they have none in common.
  static Optional<RunState> common(Snapshot a, Snapshot b) {
    Optional<RunState> most = Optional.empty();
    long runs = 0;
    for (RunState state : RunState.values()) {
      long both = Math.min(counting(a, state), counting(b, state));
      if (both > runs) {
        most = Optional.of(state);
        runs = both;
      }
    }
    return most;
  }

  /// The state that one has most runs of that count.
  static Optional<RunState> most(Snapshot snapshot) {
    return common(snapshot, snapshot);
  }

  private static long counting(Snapshot snapshot, RunState state) {
    return snapshot.runs(state).stream().filter(Run::counts).count();
  }
}
