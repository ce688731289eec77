package dev.lightfoot.analysis.change;

import dev.lightfoot.analysis.replay.ReplayGraph;
import java.util.List;
import java.util.Optional;

/// One change to what was measured.
public interface Change {
  /// The word for it.
  ChangeKind kind();

  /// As it is asked for: `tls=1.3`.
  String text();

  /// Makes it in that run.
  ///
  /// @param draw where what is not known lies this time
  /// @return whether the run holds what is to be changed
  boolean edit(ReplayGraph graph, Draw draw);

  /// What of that run it could be asked for instead; empty where it takes no target.
  default List<String> targets(ReplayGraph graph) {
    return List.of();
  }

  /// Whether a later run shows that it was made; empty where that cannot be seen in it.
  default Optional<Boolean> isMade(ReplayGraph later) {
    return Optional.of(!edit(later, Draw.MIDDLE));
  }
}
