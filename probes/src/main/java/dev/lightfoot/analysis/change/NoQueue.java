package dev.lightfoot.analysis.change;

import dev.lightfoot.analysis.replay.Job;
import dev.lightfoot.analysis.replay.ReplayGraph;
import dev.lightfoot.analysis.replay.ServerCall;
import dev.lightfoot.model.span.Layer;
import java.util.ArrayList;
import java.util.List;

/// Nothing waits for a free worker or slot: neither before the application nor in the browser, as
/// far as nothing that is known was in the way.
public record NoQueue(String text) implements Change {
  @Override
  public ChangeKind kind() {
    return ChangeKind.NO_QUEUE;
  }

  @Override
  public boolean edit(ReplayGraph graph, Draw draw) {
    boolean found = false;
    for (Job job : graph.jobs()) {
      List<ServerCall> queued = new ArrayList<>();
      job.server()
          .each(
              call -> {
                if (call.layer() == Layer.QUEUE) {
                  queued.add(call);
                }
              });
      queued.forEach(call -> call.drop(1));
      found |= !queued.isEmpty();
      if (job.queueNanos() > 0) {
        found = true;
        job.queueNanos(0);
      }
    }
    return found;
  }
}
