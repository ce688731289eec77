package dev.lightfoot.store.span;

import dev.lightfoot.model.Span;
import dev.lightfoot.model.SpanTime;
import java.util.List;

/// How long spans waited for none of their children: their duration without the union of the
/// children's intervals. A child of which only the duration is known counts with that.
final class SelfTimes {
  private SelfTimes() {}

  /// @param spans by their start
  /// @param parents positions, -1 for roots
  static long[] of(List<Span> spans, int[] parents) {
    int size = spans.size();
    long[] self = new long[size];
    long[] covered = new long[size]; // up to where children have been taken off
    for (int i = 0; i < size; i++) {
      SpanTime time = spans.get(i).time();
      self[i] = time.duration().orElse(0);
      covered[i] = time.atUnixNanos();
    }
    for (int i = 0; i < size; i++) {
      int parent = parents[i];
      if (parent < 0) {
        continue;
      }
      SpanTime time = spans.get(i).time();
      SpanTime around = spans.get(parent).time();
      if (time.known() == SpanTime.Known.DURATION || around.known() == SpanTime.Known.DURATION) {
        self[parent] -= time.duration().orElse(0);
      } else if (around.known() == SpanTime.Known.INTERVAL) {
        // Children come by their start, so that a union is a matter of one pass.
        long from = Math.max(time.atUnixNanos(), covered[parent]);
        long to = Math.min(time.end().orElse(0), around.end().orElse(0));
        self[parent] -= Math.max(0, to - from);
        covered[parent] = Math.max(covered[parent], to);
      }
    }
    for (int i = 0; i < size; i++) {
      self[i] = Math.max(0, self[i]);
    }
    return self;
  }
}
