package dev.lightfoot.analysis.change;

import dev.lightfoot.analysis.replay.Job;
import dev.lightfoot.analysis.replay.ReplayGraph;
import dev.lightfoot.analysis.replay.ServerCall;
import dev.lightfoot.model.span.Layer;
import java.util.List;

/// A cache that was asked in vain has it: what it stands for is not asked, and nothing is stored.
///
/// @param which calls to the cache
public record CacheHit(String text, Calls which) implements ServersChange {
  @Override
  public ChangeKind kind() {
    return ChangeKind.CACHE_HIT;
  }

  @Override
  public boolean edit(ReplayGraph graph, Draw draw) {
    double own = draw.between(Uncertainty.TIME_BETWEEN, 0, 0.5, 1);
    boolean found = false;
    for (Job job : graph.jobs()) {
      for (List<ServerCall> calls : ServersChange.siblings(job)) {
        found |= hit(calls, own);
      }
    }
    return found;
  }

  private boolean hit(List<ServerCall> calls, double own) {
    boolean found = false;
    for (int i = 0; i < calls.size(); i++) {
      if (calls.get(i).layer() != Layer.CACHE || !which.holds(calls.get(i))) {
        continue;
      }
      int next = i + 1;
      while (next < calls.size() && calls.get(next).layer() == Layer.DATABASE) {
        calls.get(next).drop(own);
        found = true;
        next++;
      }
      if (next > i + 1 && next < calls.size() && isStore(calls.get(next))) {
        calls.get(next).drop(own);
      }
    }
    return found;
  }

  private static boolean isStore(ServerCall call) {
    String name = call.text().name();
    return call.layer() == Layer.CACHE
        && (name.regionMatches(true, 0, "set", 0, 3) || name.regionMatches(true, 0, "add", 0, 3));
  }
}
