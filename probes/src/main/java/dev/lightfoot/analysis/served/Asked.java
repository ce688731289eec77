package dev.lightfoot.analysis.served;

import dev.lightfoot.analysis.ledger.Peer;
import dev.lightfoot.model.span.Layer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Names what calls ask for: their template, and of whom where the same is asked of several, so
/// that one statement of two databases is two subjects.
final class Asked {
  private final Map<Layer, Map<String, Set<Peer>>> machines = new HashMap<>();

  Asked(List<ServedRequest> requests) {
    Set<Question> seen = new HashSet<>();
    for (ServedRequest request : requests) {
      for (Call call : request.calls()) {
        Question question = call.question();
        if (question.peer().isPresent() && seen.add(question)) {
          machines
              .computeIfAbsent(question.layer(), _ -> new HashMap<>())
              .computeIfAbsent(question.template(), _ -> new HashSet<>())
              .add(question.peer().get());
        }
      }
    }
  }

  String name(Question question) {
    Set<Peer> several =
        machines
            .getOrDefault(question.layer(), Map.of())
            .getOrDefault(question.template(), Set.of());
    return several.size() < 2 || question.peer().isEmpty()
        ? question.template()
        : question.template() + " @ " + place(question.peer().get(), several);
  }

  /// By its address, where no other of them has the same; else by what it is.
  private static String place(Peer peer, Set<Peer> several) {
    return switch (peer) {
      case Peer.DataStore store when isAlone(store, several) ->
          store.address().orElse(store.system());
      case Peer.DataStore store -> store.system();
      case Peer.Named named -> named.name();
      default -> peer.toString();
    };
  }

  private static boolean isAlone(Peer.DataStore store, Set<Peer> several) {
    return several.stream()
        .noneMatch(
            other ->
                other instanceof Peer.DataStore another
                    && !another.system().equals(store.system())
                    && another.address().equals(store.address()));
  }
}
