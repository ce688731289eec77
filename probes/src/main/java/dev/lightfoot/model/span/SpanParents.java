package dev.lightfoot.model.span;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which span waits for which within one trace, each known by its position. Found without
/// recursion: traces are as deep as their makers like. Of parents that lead in a circle one loses
/// its parent.
public final class SpanParents {
  /// The parent of a root.
  public static final int NONE = -1;

  private final int[] parents;
  private final Lost[] lost;

  private SpanParents(int[] parents, Lost[] lost) {
    this.parents = parents;
    this.lost = lost;
  }

  /// Why a span that names a parent has none.
  public enum Lost {
    /// It has one, or names none.
    NOT,
    /// Its parent is not in the trace.
    ORPHAN,
    /// Its parents lead back to itself.
    CYCLE
  }

  /// Each span once, by its start: senders repeat what they are unsure of. Two are the same where
  /// id, kind and start are; the first one stays.
  public static List<Span> distinct(Collection<Span> given) {
    List<Span> kept = haveOwnIds(given) ? new ArrayList<>(given) : once(given);
    kept.sort(Comparator.comparingLong(span -> span.time().atUnixNanos()));
    return kept;
  }

  private static boolean haveOwnIds(Collection<Span> spans) {
    Set<String> ids = HashSet.newHashSet(spans.size());
    for (Span span : spans) {
      if (!ids.add(span.spanId())) {
        return false;
      }
    }
    return true;
  }

  private static List<Span> once(Collection<Span> given) {
    record Identity(String id, SpanKind kind, long start) {}
    Set<Identity> seen = HashSet.newHashSet(given.size());
    List<Span> kept = new ArrayList<>(given.size());
    for (Span span : given) {
      if (seen.add(new Identity(span.spanId(), span.kind(), span.time().atUnixNanos()))) {
        kept.add(span);
      }
    }
    return kept;
  }

  /// Of these spans.
  public static SpanParents of(List<Span> spans) {
    Known known = new Known(spans);
    int[] parents = new int[spans.size()];
    Lost[] lost = new Lost[parents.length];
    for (int i = 0; i < parents.length; i++) {
      Optional<String> named = spans.get(i).parentSpanId();
      if (named.isPresent() && named.get().isEmpty()) {
        named = Optional.empty();
      }
      parents[i] = known.parent(spans.get(i), named);
      lost[i] = parents[i] == NONE && named.isPresent() ? Lost.ORPHAN : Lost.NOT;
    }
    cutCycles(parents, lost);
    return new SpanParents(parents, lost);
  }

  /// Position of the span that waits for this one, or [#NONE].
  public int parent(int position) {
    return parents[position];
  }

  /// All of them.
  public int[] toArray() {
    return parents.clone();
  }

  public Lost lost(int position) {
    return lost[position];
  }

  private static void cutCycles(int[] parents, Lost[] lost) {
    byte[] seen = new byte[parents.length]; // 0 never, 1 on this way, 2 known to end at a root
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
        lost[at] = Lost.CYCLE;
      }
    }
  }

  /// Spans by their ids. Zipkin's client and server share one.
  private static final class Known {
    private final Map<String, Integer> clients = new HashMap<>();
    private final Map<String, Integer> others = new HashMap<>();

    Known(List<Span> spans) {
      boolean named = namesParents(spans); // a log of requests alone names none
      for (int i = 0; i < spans.size(); i++) {
        Span span = spans.get(i);
        boolean client = span.kind() == SpanKind.CLIENT;
        if (client || named) {
          (client ? clients : others).putIfAbsent(span.spanId(), i);
        }
      }
    }

    private static boolean namesParents(List<Span> spans) {
      for (Span span : spans) {
        if (span.parentSpanId().isPresent()) {
          return true;
        }
      }
      return false;
    }

    /// Where client and server share an id, the client waits for the server, and work within the
    /// server hangs below the server's half.
    int parent(Span span, Optional<String> named) {
      boolean server = span.kind() == SpanKind.SERVER;
      int shared = server ? clients.getOrDefault(span.spanId(), NONE) : NONE;
      if (shared != NONE || named.isEmpty()) {
        return shared;
      }
      int client = clients.getOrDefault(named.get(), NONE);
      int other = others.getOrDefault(named.get(), NONE);
      return other == NONE || (server && client != NONE) ? client : other;
    }
  }
}
