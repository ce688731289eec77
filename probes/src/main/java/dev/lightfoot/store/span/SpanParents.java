package dev.lightfoot.store.span;

import dev.lightfoot.model.Span;
import dev.lightfoot.model.SpanKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds who waits for whom. Without recursion: traces are as deep as their makers like. Of parents
/// that lead in a circle one loses its parent.
final class SpanParents {
  private static final int NONE = -1;

  private final Map<String, Integer> clients = new HashMap<>();
  private final Map<String, Integer> others = new HashMap<>();

  private SpanParents(List<Span> spans) {
    for (int i = 0; i < spans.size(); i++) {
      Span span = spans.get(i);
      (span.kind() == SpanKind.CLIENT ? clients : others).putIfAbsent(span.spanId(), i);
    }
  }

  /// Positions of the parents, -1 for roots.
  static int[] of(List<Span> spans) {
    SpanParents known = new SpanParents(spans);
    int[] parents = new int[spans.size()];
    for (int i = 0; i < parents.length; i++) {
      parents[i] = known.parent(spans.get(i));
    }
    cutCycles(parents);
    return parents;
  }

  /// Zipkin's client and server share an id: the client waits for the server, and work within the
  /// server hangs below the server's half.
  private int parent(Span span) {
    boolean server = span.kind() == SpanKind.SERVER;
    if (server && clients.containsKey(span.spanId())) {
      return clients.get(span.spanId());
    }
    String id = span.parentSpanId().orElse("");
    if (id.isEmpty()) {
      return NONE;
    }
    int client = clients.getOrDefault(id, NONE);
    int other = others.getOrDefault(id, NONE);
    return other == NONE || (server && client != NONE) ? client : other;
  }

  private static void cutCycles(int[] parents) {
    byte[] seen = new byte[parents.length]; // 0 never, 1 on this way, 2 leads to a root
    for (int i = 0; i < parents.length; i++) {
      int at = i;
      while (at != NONE && seen[at] == 0) {
        seen[at] = 1;
        at = parents[at];
      }
      boolean cycle = at != NONE && seen[at] == 1;
      for (int back = i; back != NONE && seen[back] == 1; back = parents[back]) {
        seen[back] = 2;
      }
      if (cycle) {
        parents[at] = NONE;
      }
    }
  }
}
