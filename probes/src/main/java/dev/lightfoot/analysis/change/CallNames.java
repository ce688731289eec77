package dev.lightfoot.analysis.change;

import dev.lightfoot.analysis.replay.Job;
import dev.lightfoot.analysis.replay.ReplayGraph;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Names under which a run's calls can be asked for.
final class CallNames {
  private CallNames() {}

  /// Of those that an exchange makes more than once.
  static List<String> repeated(ReplayGraph graph) {
    Set<String> names = new LinkedHashSet<>();
    for (Job job : graph.jobs()) {
      Set<String> seen = new HashSet<>();
      for (String name : of(job)) {
        if (!seen.add(name)) {
          names.add(name);
        }
      }
    }
    return List.copyOf(names);
  }

  static List<String> all(ReplayGraph graph) {
    Set<String> names = new LinkedHashSet<>();
    graph.jobs().forEach(job -> names.addAll(of(job)));
    return List.copyOf(names);
  }

  /// Whether any server was looked into as far as its calls.
  static boolean hasCalls(ReplayGraph graph) {
    return graph.jobs().stream().anyMatch(job -> !of(job).isEmpty());
  }

  private static List<String> of(Job job) {
    List<String> names = new ArrayList<>();
    job.server()
        .each(
            call -> {
              if (call.trips() > 0) {
                names.add(call.text().label());
              }
            });
    return names;
  }
}
