package dev.lightfoot.app.ui.probe.live;

import dev.lightfoot.model.Run;
import java.util.List;
import java.util.Optional;

/// What a measurement that goes on has brought so far.
///
/// @param runs runs that have ended
/// @param live the run under way
/// @param warmingUp whether the first run has yet to begin, because our own code is being warmed up
public record Progress(List<Run> runs, Optional<LiveRun> live, boolean warmingUp) {
  public Progress {
    runs = List.copyOf(runs);
  }

  static final Progress NONE = new Progress(List.of(), Optional.empty(), false);
}
