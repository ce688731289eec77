package dev.lightfoot.analysis.change;

import dev.lightfoot.analysis.replay.Job;
import dev.lightfoot.analysis.replay.ReplayGraph;
import dev.lightfoot.analysis.replay.ServerCall;
import dev.lightfoot.model.span.Layer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Calls of one operation to a cache become one.
///
/// @param operation whose; empty for each that is repeated
public record MergeCache(String text, Optional<String> operation) implements ServersChange {
  /// Calls to a cache, of that operation.
  private record OfCache(Optional<String> operation) implements Calls {
    @Override
    public boolean holds(ServerCall call) {
      return call.layer() == Layer.CACHE
          && operation
              .filter(
                  wanted ->
                      !call.text()
                          .name()
                          .toLowerCase(Locale.ROOT)
                          .contains(wanted.toLowerCase(Locale.ROOT)))
              .isEmpty();
    }
  }

  @Override
  public ChangeKind kind() {
    return ChangeKind.MERGE_CACHE;
  }

  @Override
  public boolean edit(ReplayGraph graph, Draw draw) {
    boolean found = false;
    for (Job job : graph.jobs()) {
      found |= Merging.merge(job, new OfCache(operation), draw);
    }
    return found;
  }

  @Override
  public List<String> targets(ReplayGraph graph) {
    return CallNames.repeated(graph);
  }
}
