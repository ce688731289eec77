package dev.lightfoot.analysis.change;

import dev.lightfoot.analysis.replay.Job;
import dev.lightfoot.analysis.replay.ReplayGraph;
import dev.lightfoot.analysis.replay.ServerCall;
import java.util.List;

/// Calls that waited for one another are made at the same time.
///
/// @param which calls
public record Parallel(String text, List<Calls> which) implements ServersChange {
  @Override
  public ChangeKind kind() {
    return ChangeKind.PARALLEL;
  }

  @Override
  public boolean edit(ReplayGraph graph, Draw draw) {
    boolean found = false;
    for (Job job : graph.jobs()) {
      for (List<ServerCall> calls : ServersChange.siblings(job)) {
        found |= together(calls.stream().filter(this::isMeant).toList());
      }
    }
    return found;
  }

  private boolean isMeant(ServerCall call) {
    return call.trips() > 0 && which.stream().anyMatch(calls -> calls.holds(call));
  }

  private static boolean together(List<ServerCall> calls) {
    boolean found = false;
    for (int i = 1; i < calls.size(); i++) {
      found |= calls.get(i).startNanos() >= calls.get(i - 1).endNanos();
      calls.get(i).together(calls.getFirst());
    }
    return found;
  }
}
