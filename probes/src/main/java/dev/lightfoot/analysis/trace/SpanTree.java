package dev.lightfoot.analysis.trace;

import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanParents;
import dev.lightfoot.model.span.SpanTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The spans of one trace in the order in which a waterfall shows them: each before its children,
/// siblings by their start. A span is known by its position in that order. Built without recursion,
/// for traces are as deep as their makers like; a cycle of parents is cut and said.
public final class SpanTree {
  /// The parent of a root.
  public static final int NONE = SpanParents.NONE;

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

  /// Nanoseconds that each span ran while none of its children did, by position.
  public long[] selfTimes() {
    return SelfTimes.of(spans, parents);
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
    private final SpanParents parents;

    /// By span, one more for those without a parent: its last child; by child, the one before it.
    private final int[] lastChild;

    private final int[] previous;

    Growth(Collection<Span> spans) {
      given = SpanParents.distinct(spans);
      parents = SpanParents.of(given);
      lastChild = new int[given.size() + 1];
      previous = new int[given.size()];
      Arrays.fill(lastChild, NONE);
      for (int i = 0; i < previous.length; i++) {
        int parent = parents.parent(i) == NONE ? previous.length : parents.parent(i);
        previous[i] = lastChild[parent];
        lastChild[parent] = i;
      }
    }

    SpanTree tree() {
      int size = given.size();
      List<Span> order = new ArrayList<>(size);
      int[] position = new int[size];
      int[] newParents = new int[size];
      int[] depths = new int[size];
      int[] ends = new int[size];
      List<Oddity> oddities = new ArrayList<>();
      int[] stack = new int[size];
      int top = pushChildren(size, stack, 0);
      while (top > 0) {
        int old = stack[--top];
        int at = order.size();
        position[old] = at;
        order.add(given.get(old));
        int parent = parents.parent(old);
        newParents[at] = parent == NONE ? NONE : position[parent];
        depths[at] = newParents[at] == NONE ? 0 : depths[newParents[at]] + 1;
        oddity(at, old, newParents[at] == NONE ? null : order.get(newParents[at]))
            .ifPresent(oddities::add);
        top = pushChildren(old, stack, top);
      }
      for (int i = size - 1; i >= 0; i--) {
        ends[i] = Math.max(ends[i], i + 1);
        if (newParents[i] != NONE) {
          ends[newParents[i]] = Math.max(ends[newParents[i]], ends[i]);
        }
      }
      return new SpanTree(List.copyOf(order), newParents, depths, ends, List.copyOf(oddities));
    }

    /// So that the first of them is taken first.
    private int pushChildren(int parent, int[] stack, int from) {
      int top = from;
      for (int child = lastChild[parent]; child != NONE; child = previous[child]) {
        stack[top++] = child;
      }
      return top;
    }

    private Optional<Oddity> oddity(int at, int old, @Nullable Span parent) {
      return switch (parents.lost(old)) {
        case ORPHAN -> Optional.of(new Oddity(at, Oddity.Kind.ORPHAN));
        case CYCLE -> Optional.of(new Oddity(at, Oddity.Kind.CYCLE));
        case NOT ->
            parent != null && outside(given.get(old), parent)
                ? Optional.of(new Oddity(at, Oddity.Kind.OUTSIDE_PARENT))
                : Optional.empty();
      };
    }

    private static boolean outside(Span span, Span parent) {
      SpanTime inner = span.time();
      SpanTime outer = parent.time();
      return inner.isInterval()
          && outer.isInterval()
          && (inner.atUnixNanos() < outer.atUnixNanos()
              || inner.atUnixNanos() + inner.durationNanos()
                  > outer.atUnixNanos() + outer.durationNanos());
    }
  }
}
