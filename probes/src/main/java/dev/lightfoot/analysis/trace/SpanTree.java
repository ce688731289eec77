package dev.lightfoot.analysis.trace;

import dev.lightfoot.model.Span;
import dev.lightfoot.model.SpanKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The spans of one trace in the order in which a waterfall shows them: each before its children,
/// siblings by their start. A span is known by its position in that order. Built without recursion,
/// for traces are as deep as their makers like; a cycle of parents is cut and said.
public final class SpanTree {
  /// The parent of a root.
  public static final int NONE = -1;

  private final List<Span> spans;
  private final int[] parents;
  private final int[] depths;
  private final int[] ends;
  private final List<Oddity> oddities;

  /// Something a trace should not have.
  ///
  /// @param span position of the span
  /// @param kind what is odd
  public record Oddity(int span, Kind kind) {
    /// What is odd about it.
    public enum Kind {
      /// Its parent is not in the trace: drawn as a root.
      ORPHAN,
      /// Its parents lead back to itself: drawn as a root.
      CYCLE,
      /// Begins before its parent or ends after it.
      OUTSIDE_PARENT
    }
  }

  private SpanTree(
      List<Span> spans, int[] parents, int[] depths, int[] ends, List<Oddity> oddities) {
    this.spans = spans;
    this.parents = parents;
    this.depths = depths;
    this.ends = ends;
    this.oddities = oddities;
  }

  /// The tree of these spans; a span that comes twice (same id, kind and start) counts once.
  public static SpanTree of(Collection<Span> given) {
    return new Growth(given).tree();
  }

  public int size() {
    return spans.size();
  }

  public Span span(int position) {
    return spans.get(position);
  }

  /// All of them, in order.
  public List<Span> spans() {
    return spans;
  }

  /// Position of the span that waits for this one, or [#NONE].
  public int parent(int position) {
    return parents[position];
  }

  /// 0 for roots.
  public int depth(int position) {
    return depths[position];
  }

  /// The position after the last descendant: descendants are `position + 1` to this, excluded.
  public int end(int position) {
    return ends[position];
  }

  /// Positions of the direct children, by start.
  public List<Integer> children(int position) {
    List<Integer> found = new ArrayList<>();
    for (int i = position + 1; i < ends[position]; i = ends[i]) {
      found.add(i);
    }
    return found;
  }

  /// Positions of spans without a parent.
  public List<Integer> roots() {
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < size(); i = ends[i]) {
      found.add(i);
    }
    return found;
  }

  public List<Oddity> oddities() {
    return oddities;
  }

  /// Builds the tree; positions here are those of the given spans.
  private static final class Growth {
    private final List<Span> given;
    private final int[] parents;
    private final List<List<Integer>> children = new ArrayList<>();
    private final boolean[] odd;
    private final Oddity.Kind[] kinds;

    Growth(Collection<Span> spans) {
      given = distinct(spans);
      parents = new int[given.size()];
      odd = new boolean[given.size()];
      kinds = new Oddity.Kind[given.size()];
      Arrays.fill(kinds, Oddity.Kind.ORPHAN);
    }

    private static List<Span> distinct(Collection<Span> spans) {
      record Identity(String id, SpanKind kind, long start) {}
      Map<Identity, Span> first = new HashMap<>();
      List<Span> kept = new ArrayList<>();
      for (Span span : spans) {
        Identity identity = new Identity(span.spanId(), span.kind(), span.time().atUnixNanos());
        if (first.putIfAbsent(identity, span) == null) {
          kept.add(span);
        }
      }
      kept.sort(Comparator.comparingLong(span -> span.time().atUnixNanos()));
      return kept;
    }

    SpanTree tree() {
      findParents();
      cutCycles();
      List<Integer> roots = new ArrayList<>();
      for (int i = 0; i < given.size(); i++) {
        children.add(new ArrayList<>());
      }
      for (int i = 0; i < given.size(); i++) {
        (parents[i] == NONE ? roots : children.get(parents[i])).add(i);
      }
      return inOrder(roots);
    }

    private void findParents() {
      Map<String, Integer> clients = new HashMap<>();
      Map<String, Integer> others = new HashMap<>();
      for (int i = 0; i < given.size(); i++) {
        Span span = given.get(i);
        (span.kind() == SpanKind.CLIENT ? clients : others).putIfAbsent(span.spanId(), i);
      }
      for (int i = 0; i < given.size(); i++) {
        Span span = given.get(i);
        boolean server = span.kind() == SpanKind.SERVER;
        int shared = server ? clients.getOrDefault(span.spanId(), NONE) : NONE;
        Optional<String> id = span.parentSpanId().filter(parent -> !parent.isEmpty());
        parents[i] =
            shared != NONE
                ? shared
                : id.map(key -> parent(server, key, clients, others)).orElse(NONE);
        odd[i] = parents[i] == NONE && id.isPresent();
      }
    }

    /// Where client and server share an id, work within the server hangs below the server's half.
    private static int parent(
        boolean server, String id, Map<String, Integer> clients, Map<String, Integer> others) {
      int client = clients.getOrDefault(id, NONE);
      int other = others.getOrDefault(id, NONE);
      return other == NONE || (server && client != NONE) ? client : other;
    }

    private void cutCycles() {
      byte[] seen = new byte[given.size()]; // 0 never, 1 on this way, 2 known to end at a root
      for (int i = 0; i < given.size(); i++) {
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
          odd[at] = true;
          kinds[at] = Oddity.Kind.CYCLE;
        }
      }
    }

    private SpanTree inOrder(List<Integer> roots) {
      int size = given.size();
      List<Span> order = new ArrayList<>(size);
      int[] position = new int[size];
      int[] newParents = new int[size];
      int[] depths = new int[size];
      int[] ends = new int[size];
      List<Oddity> oddities = new ArrayList<>();
      int[] stack = new int[size];
      int top = 0;
      for (int root : roots.reversed()) {
        stack[top++] = root;
      }
      while (top > 0) {
        int old = stack[--top];
        int at = order.size();
        position[old] = at;
        order.add(given.get(old));
        newParents[at] = parents[old] == NONE ? NONE : position[parents[old]];
        depths[at] = newParents[at] == NONE ? 0 : depths[newParents[at]] + 1;
        if (odd[old]) {
          oddities.add(new Oddity(at, kinds[old]));
        } else if (newParents[at] != NONE && outside(given.get(old), order.get(newParents[at]))) {
          oddities.add(new Oddity(at, Oddity.Kind.OUTSIDE_PARENT));
        }
        for (int child : children.get(old).reversed()) {
          stack[top++] = child;
        }
      }
      for (int i = size - 1; i >= 0; i--) {
        ends[i] = Math.max(ends[i], i + 1);
        if (newParents[i] != NONE) {
          ends[newParents[i]] = Math.max(ends[newParents[i]], ends[i]);
        }
      }
      return new SpanTree(List.copyOf(order), newParents, depths, ends, List.copyOf(oddities));
    }

    private static boolean outside(Span span, Span parent) {
      return span.time().start().isPresent()
          && parent.time().start().isPresent()
          && (span.time().start().getAsLong() < parent.time().start().getAsLong()
              || span.time().end().getAsLong() > parent.time().end().getAsLong());
    }
  }
}
