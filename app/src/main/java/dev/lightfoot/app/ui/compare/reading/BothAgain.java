package dev.lightfoot.app.ui.compare.reading;

import dev.lightfoot.model.RunState;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.probe.Cancellation;
import java.util.List;
import java.util.function.IntConsumer;

/// Measures both sides of a comparison once more, in turn.
public interface BothAgain {

  /// Makes the runs; blocks until they are made or stopped.
  ///
  /// @param ended hears after each run how many there are; nothing is measured until it returns
  /// @return one snapshot for each side, A first, with what was measured of it
  /// @throws IllegalArgumentException where they cannot be measured again; the message is a
  ///   sentence for people
  List<Snapshot> measure(Again what, IntConsumer ended, Cancellation cancellation);

  /// What is wanted.
  ///
  /// @param a side A as it was measured before
  /// @param b side B
  /// @param state of the runs
  /// @param runs of each side
  record Again(Snapshot a, Snapshot b, RunState state, int runs) {}
}
