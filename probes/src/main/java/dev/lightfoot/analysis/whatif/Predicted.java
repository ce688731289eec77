package dev.lightfoot.analysis.whatif;

import dev.lightfoot.analysis.replay.PathPart;
import dev.lightfoot.analysis.replay.Replayed;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunState;
import java.util.List;

/// What changes are expected to bring.
///
/// @param snapshot id of the snapshot
/// @param state of the runs that were replayed
/// @param runs how many were
/// @param changes in the order in which they were made
/// @param before the median run, replayed unchanged
/// @param after the same run, changed
/// @param shown the run as it was
/// @param beforeNanos median of what was observed
/// @param firstBytes medians of when the first byte of what was asked for is there
/// @param time what is expected, with its interval
/// @param assumptions what it rests on
public record Predicted(
    String snapshot,
    RunState state,
    int runs,
    List<String> changes,
    Replayed before,
    Replayed after,
    Run shown,
    long beforeNanos,
    FirstBytes firstBytes,
    Interval time,
    List<Assumption> assumptions) {
  public Predicted {
    changes = List.copyOf(changes);
    assumptions = List.copyOf(assumptions);
  }

  /// When the first byte is there, in nanoseconds from the start of a run.
  public record FirstBytes(long beforeNanos, long afterNanos) {}

  /// What takes most of the time after the change: of the parts of the path, those of one exchange
  /// and layer together.
  public List<PathPart> path() {
    return after.path();
  }
}
