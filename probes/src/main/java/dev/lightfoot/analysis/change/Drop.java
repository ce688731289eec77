package dev.lightfoot.analysis.change;

import dev.lightfoot.analysis.replay.Job;
import dev.lightfoot.analysis.replay.ReplayGraph;
import dev.lightfoot.analysis.replay.ServerCall;
import java.util.List;
import java.util.Optional;

/// Calls are not made.
///
/// @param which calls
record Drop(String text, Calls which) implements Change {
  @Override
  public ChangeKind kind() {
    return ChangeKind.DROP;
  }

  @Override
  public boolean edit(ReplayGraph graph, Draw draw) {
    double own = draw.between(Uncertainty.TIME_BETWEEN, 0, 0.5, 1);
    boolean found = false;
    for (Job job : graph.jobs()) {
      List<ServerCall> calls = which.in(job);
      calls.forEach(call -> call.drop(own));
      found |= !calls.isEmpty();
    }
    return found;
  }

  @Override
  public List<String> targets(ReplayGraph graph) {
    return CallNames.all(graph);
  }

  @Override
  public Optional<Boolean> isMade(ReplayGraph later) {
    return CallNames.hasCalls(later) ? Optional.of(!edit(later, Draw.MIDDLE)) : Optional.empty();
  }
}
