package dev.lightfoot.analysis.change;

import dev.lightfoot.analysis.replay.Job;
import dev.lightfoot.analysis.replay.ReplayGraph;

/// Connections are kept from one request to the next, and from one visit to the next: nothing has
/// to be set up.
public record KeepAlive(String text) implements Change {
  @Override
  public ChangeKind kind() {
    return ChangeKind.KEEP_ALIVE;
  }

  @Override
  public boolean edit(ReplayGraph graph, Draw draw) {
    boolean found = false;
    for (Job job : graph.jobs()) {
      if (job.opens()) {
        found = true;
        job.withoutSetUp();
        job.queueNanos(Math.min(0, job.queueNanos()));
        double share = draw.between(Uncertainty.WINDOW, 0, 0, 1);
        job.body().ifPresent(body -> body.keepRounds(share));
      }
    }
    return found;
  }
}
