package dev.lightfoot.analysis.change;

import dev.lightfoot.analysis.replay.Job;
import dev.lightfoot.analysis.replay.ReplayGraph;
import dev.lightfoot.analysis.replay.ServerCall;
import java.util.List;

/// Calls are not made.
///
/// @param which calls
public record Drop(String text, Calls which) implements ServersChange {
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
}
