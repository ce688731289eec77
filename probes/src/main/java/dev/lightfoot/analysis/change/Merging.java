package dev.lightfoot.analysis.change;

import dev.lightfoot.analysis.ledger.Peer;
import dev.lightfoot.analysis.replay.Job;
import dev.lightfoot.analysis.replay.ServerCall;
import dev.lightfoot.model.span.Layer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes one call of several that are alike: one trip, and some of the work of all of them.
final class Merging {
  private Merging() {}

  /// What calls have in common that can be one: the same text asked of two databases stays two.
  private record Alike(Layer layer, String name, Optional<Peer> peer) {
    static Alike of(ServerCall call) {
      return new Alike(call.layer(), call.text().name(), call.placed().peer());
    }
  }

  /// Merges those of an exchange, by what they have in common.
  ///
  /// @return whether there were several
  static boolean merge(Job job, Calls which, Draw draw) {
    Map<Alike, List<ServerCall>> alike = new LinkedHashMap<>();
    for (ServerCall call : which.in(job)) {
      alike.computeIfAbsent(Alike.of(call), _ -> new ArrayList<>()).add(call);
    }
    boolean found = false;
    for (List<ServerCall> group : alike.values()) {
      if (group.size() > 1) {
        found = true;
        merge(group, draw);
      }
    }
    return found;
  }

  private static void merge(List<ServerCall> group, Draw draw) {
    double between = draw.between(Uncertainty.TIME_BETWEEN, 0, 0.05, 0.3);
    double work = draw.between(Uncertainty.BATCH_WORK, 0, 0.1, 0.5);
    ServerCall first = group.getFirst();
    long more = 0;
    for (ServerCall call : group.subList(1, group.size())) {
      long length = call.endNanos() - call.startNanos();
      more += Math.max(0, length - call.trips() * call.rttNanos().orElse(length));
      call.drop(between);
    }
    double own = draw.between(Uncertainty.OWN_CALL, 0, 1, 1);
    long length = first.endNanos() - first.startNanos();
    first.lengthen(Math.round(more * work - (1 - own) * length));
  }
}
