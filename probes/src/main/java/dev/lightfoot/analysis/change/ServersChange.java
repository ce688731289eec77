package dev.lightfoot.analysis.change;

import dev.lightfoot.analysis.replay.Job;
import dev.lightfoot.analysis.replay.ReplayGraph;
import dev.lightfoot.analysis.replay.ServerCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A change to the calls that servers make.
interface ServersChange extends Change {
  /// The calls of an exchange, those of one parent together, by their start.
  static List<List<ServerCall>> siblings(Job job) {
    List<List<ServerCall>> siblings = new ArrayList<>();
    siblings.add(List.copyOf(job.server().roots()));
    job.server().each(call -> siblings.add(List.copyOf(call.children())));
    return siblings;
  }

  @Override
  default List<String> targets(ReplayGraph graph) {
    return CallNames.all(graph);
  }

  /// A run without records of calls does not show it.
  @Override
  default Optional<Boolean> isMade(ReplayGraph later) {
    return CallNames.hasCalls(later) ? Change.super.isMade(later) : Optional.empty();
  }
}
