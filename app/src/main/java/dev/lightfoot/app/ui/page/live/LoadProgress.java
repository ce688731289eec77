package dev.lightfoot.app.ui.page.live;

import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunState;
import java.util.List;
import java.util.Optional;

/// What the loads of a page have brought so far.
///
/// @param runs loads that have ended
/// @param live the load under way
/// @param warmingUp whether the first has yet to begin, because our own code is being warmed up
public record LoadProgress(List<Run> runs, Optional<Load> live, boolean warmingUp) {
  public LoadProgress {
    runs = List.copyOf(runs);
  }

  /// A load under way.
  ///
  /// @param index from 0, over all runs
  /// @param state what it found ready
  /// @param exchanges in the order they were found; one that has not ended has no phases yet
  /// @param ended how many of them have ended
  public record Load(int index, RunState state, List<Exchange> exchanges, int ended) {
    public Load {
      exchanges = List.copyOf(exchanges);
    }
  }
}
