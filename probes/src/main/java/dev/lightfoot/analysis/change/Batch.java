package dev.lightfoot.analysis.change;

import dev.lightfoot.analysis.replay.Job;
import dev.lightfoot.analysis.replay.ReplayGraph;
import java.util.List;

/// Calls for one thing after another become one call for all.
///
/// @param which calls
public record Batch(String text, Calls which) implements ServersChange {
  @Override
  public ChangeKind kind() {
    return ChangeKind.BATCH;
  }

  @Override
  public boolean edit(ReplayGraph graph, Draw draw) {
    boolean found = false;
    for (Job job : graph.jobs()) {
      found |= Merging.merge(job, which, draw);
    }
    return found;
  }

  @Override
  public List<String> targets(ReplayGraph graph) {
    return CallNames.repeated(graph);
  }
}
