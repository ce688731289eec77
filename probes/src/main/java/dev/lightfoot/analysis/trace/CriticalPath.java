package dev.lightfoot.analysis.trace;

import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.IntPredicate;

/// What a trace waited for, instant by instant: shorten a stretch of it and the trace ends sooner.
///
/// Walked backwards from the end: of a span's children the last to end blocked it until then; what
/// began while that one ran cannot have been its cause, so the walk goes on at its start with the
/// children that had ended by then. Time without such a child is the span's own. It assumes that a
/// span waits for the last of its children to end, except for those that it cannot wait for:
/// consumers of messages and all below them (links are no children at all). A child that sticks out
/// of its parent counts only inside. Spans without a start and a duration are not on it.
public final class CriticalPath {
  private final List<Stretch> stretches;
  private final int first;
  private final long[] nanos;

  /// A piece of the path.
  ///
  /// @param span position in the [SpanTree] of the span whose own time it is
  /// @param startNanos as in the span's times
  /// @param endNanos as in the span's times
  public record Stretch(int span, long startNanos, long endNanos) {
    /// Its length.
    public long nanos() {
      return endNanos - startNanos;
    }
  }

  private CriticalPath(List<Stretch> stretches, int first, long[] nanos) {
    this.stretches = List.copyOf(stretches);
    this.first = first;
    this.nanos = nanos;
  }

  /// The path of all that is in the tree: roots count as children of the whole, and time without
  /// any belongs to none.
  public static CriticalPath of(SpanTree tree) {
    return of(tree, _ -> false);
  }

  /// The same, with time below a span counted as its own where it is to be taken whole.
  public static CriticalPath of(SpanTree tree, IntPredicate whole) {
    Walk walk = new Walk(tree, whole);
    walk.all();
    return walk.path(0, tree.size());
  }

  /// The path of that span and what is below it.
  public static CriticalPath of(SpanTree tree, int span) {
    return of(tree, span, _ -> false);
  }

  /// The same, with time below a span counted as its own where it is to be taken whole.
  public static CriticalPath of(SpanTree tree, int span, IntPredicate whole) {
    Walk walk = new Walk(tree, whole);
    walk.from(span);
    return walk.path(span, tree.end(span));
  }

  /// The pieces in order of time; they do not overlap.
  public List<Stretch> stretches() {
    return stretches;
  }

  /// How much of that span's own time is on the path.
  public long nanos(int span) {
    return span < first || span - first >= nanos.length ? 0 : nanos[span - first];
  }

  /// How long the path is: less than the trace only where no span covers a time.
  public long totalNanos() {
    return stretches.stream().mapToLong(Stretch::nanos).sum();
  }

  /// On the way through one span: its time up to the cursor is not yet given to anyone.
  private static final class Frame {
    final int span;
    final long from;
    final Iterator<Integer> byEnd;
    long cursor;
    boolean whole = true;

    Frame(int span, long from, long cursor, Iterator<Integer> byEnd) {
      this.span = span;
      this.from = from;
      this.cursor = cursor;
      this.byEnd = byEnd;
    }
  }

  private static final class Walk {
    private final SpanTree tree;
    private final IntPredicate taken;
    private final Deque<Frame> frames = new ArrayDeque<>();
    private final List<Stretch> backwards = new ArrayList<>();

    /// @param taken whole: what is below is not looked at
    Walk(SpanTree tree, IntPredicate taken) {
      this.tree = tree;
      this.taken = taken;
    }

    void all() {
      List<Integer> roots = tree.roots();
      roots.removeIf(root -> !timed(root));
      if (!roots.isEmpty()) {
        long from = roots.stream().mapToLong(this::start).min().orElseThrow();
        long to = roots.stream().mapToLong(this::end).max().orElseThrow();
        frames.push(new Frame(SpanTree.NONE, from, to, byEnd(roots)));
        run();
      }
    }

    void from(int span) {
      if (timed(span)) {
        frames.push(frame(span, start(span), end(span)));
        run();
      }
    }

    private void run() {
      while (!frames.isEmpty()) {
        Frame frame = frames.peek();
        if (!descend(frame)) {
          give(frame.span, frame.from, frame.cursor);
          frames.pop();
        }
      }
    }

    /// Goes into the last child that had ended at the cursor; false where there is none left.
    private boolean descend(Frame frame) {
      while (frame.byEnd.hasNext()) {
        int child = frame.byEnd.next();
        long from = Math.max(start(child), frame.from);
        long to = Math.min(end(child), frame.cursor);
        // what sticks out of its parent counts up to the parent's end
        if (from < to && (frame.whole || end(child) - step(child) <= frame.cursor)) {
          give(frame.span, to, frame.cursor);
          frame.cursor = from;
          frame.whole = false;
          frames.push(frame(child, from, to));
          return true;
        }
      }
      return false;
    }

    private Frame frame(int span, long from, long to) {
      if (taken.test(span)) {
        return new Frame(span, from, to, Collections.emptyIterator());
      }
      List<Integer> blocking = new ArrayList<>();
      for (int child = span + 1; child < tree.end(span); child = tree.end(child)) {
        if (timed(child) && tree.span(child).kind() != SpanKind.CONSUMER) {
          blocking.add(child);
        }
      }
      return new Frame(span, from, to, byEnd(blocking));
    }

    private Iterator<Integer> byEnd(List<Integer> spans) {
      spans.sort(this::lastFirst);
      return spans.iterator();
    }

    private int lastFirst(int one, int other) {
      int byEnd = Long.compare(end(other), end(one));
      return byEnd != 0 ? byEnd : Long.compare(start(one), start(other));
    }

    private void give(int span, long from, long to) {
      if (span != SpanTree.NONE && from < to) {
        backwards.add(new Stretch(span, from, to));
      }
    }

    /// @param first position of the first span that can be on it
    /// @param end position after the last
    CriticalPath path(int first, int end) {
      Collections.reverse(backwards);
      long[] nanos = new long[end - first];
      for (Stretch stretch : backwards) {
        nanos[stretch.span() - first] += stretch.nanos();
      }
      return new CriticalPath(backwards, first, nanos);
    }

    private boolean timed(int position) {
      return tree.span(position).time().isInterval();
    }

    private long start(int position) {
      return tree.span(position).time().atUnixNanos();
    }

    private long end(int position) {
      Span span = tree.span(position);
      return span.time().atUnixNanos() + span.time().durationNanos();
    }

    /// A log that counts in milliseconds lets two calls overlap that came one after the other.
    private long step(int position) {
      return tree.span(position).time().resolutionNanos();
    }
  }
}
