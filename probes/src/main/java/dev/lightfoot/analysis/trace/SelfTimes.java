package dev.lightfoot.analysis.trace;

import dev.lightfoot.model.Span;
import dev.lightfoot.model.SpanTime;

/// How long each span of a tree ran while none of its children did. Children that overlap count
/// once, and what a child does outside its parent counts for the child alone. Where only a duration
/// is known nothing is taken off, for nobody knows of whom.
public final class SelfTimes {
  private SelfTimes() {}

  /// Nanoseconds by position in the tree; 0 where no duration is known.
  public static long[] of(SpanTree tree) {
    int size = tree.size();
    long[] self = new long[size];
    long[] reached = new long[size]; // up to where the children looked at so far cover their parent
    for (int i = 0; i < size; i++) {
      SpanTime time = tree.span(i).time();
      self[i] = time.duration().orElse(0);
      reached[i] = time.atUnixNanos();
      int parent = tree.parent(i);
      if (parent != SpanTree.NONE && interval(tree.span(i)) && interval(tree.span(parent))) {
        cover(tree.span(parent), parent, tree.span(i), self, reached);
      }
    }
    return self;
  }

  private static void cover(Span parent, int at, Span child, long[] self, long[] reached) {
    long from = Math.max(child.time().atUnixNanos(), reached[at]);
    long to = Math.min(end(child), end(parent));
    if (to > from) {
      self[at] -= to - from;
      reached[at] = to;
    }
  }

  private static long end(Span span) {
    return span.time().end().orElse(span.time().atUnixNanos());
  }

  private static boolean interval(Span span) {
    return span.time().known() == SpanTime.Known.INTERVAL;
  }
}
