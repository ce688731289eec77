package dev.lightfoot.model;

import java.util.List;

/// How long each span of a trace ran while none of its children did. Children that overlap count
/// once, and what a child does outside its parent counts for the child alone. Where only a duration
/// is known nothing is taken off, for nobody knows of when.
public final class SelfTimes {
  private SelfTimes() {}

  /// Nanoseconds by position; 0 where no duration is known.
  ///
  /// @param spans of which those with one parent come by their start
  /// @param parents positions, [SpanParents#NONE] for roots
  public static long[] of(List<Span> spans, int[] parents) {
    int size = spans.size();
    long[] self = new long[size];
    long[] reached = new long[size]; // up to where the children looked at so far cover their parent
    for (int i = 0; i < size; i++) {
      SpanTime time = spans.get(i).time();
      self[i] = time.duration().orElse(0);
      reached[i] = time.atUnixNanos();
    }
    for (int i = 0; i < size; i++) {
      int parent = parents[i];
      if (parent != SpanParents.NONE
          && spans.get(i).time().end().isPresent()
          && spans.get(parent).time().end().isPresent()) {
        cover(spans.get(parent).time(), parent, spans.get(i).time(), self, reached);
      }
    }
    return self;
  }

  private static void cover(SpanTime parent, int at, SpanTime child, long[] self, long[] reached) {
    long from = Math.max(child.atUnixNanos(), reached[at]);
    long to = Math.min(child.end().orElse(from), parent.end().orElse(from));
    if (to > from) {
      self[at] -= to - from;
      reached[at] = to;
    }
  }
}
