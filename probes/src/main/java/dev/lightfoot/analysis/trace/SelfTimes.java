package dev.lightfoot.analysis.trace;

import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanParents;
import dev.lightfoot.model.span.SpanTime;
import java.util.List;

/// How long each span of a trace ran while none of its children did. Children that overlap count
/// once, and what a child does outside its parent counts for the child alone. Where only a duration
/// is known nothing is taken off, because its place is unknown.
public final class SelfTimes {
  private final long[] from;
  private final long[] nanos;
  private final boolean[] timed;

  /// @param from starts, by position
  /// @param nanos durations; 0 where none is known
  /// @param timed whether both start and end are known
  private SelfTimes(long[] from, long[] nanos, boolean[] timed) {
    this.from = from;
    this.nanos = nanos;
    this.timed = timed;
  }

  /// One span's time, by position.
  public interface Times {
    SpanTime at(int position);
  }

  /// Nanoseconds by position; 0 where no duration is known.
  ///
  /// @param spans of which those with one parent come by their start
  /// @param parents positions, [SpanParents#NONE] for roots
  public static long[] of(List<Span> spans, int[] parents) {
    return of(position -> spans.get(position).time(), parents);
  }

  /// The same of times alone.
  public static long[] of(Times times, int[] parents) {
    int size = parents.length;
    SelfTimes self = new SelfTimes(new long[size], new long[size], new boolean[size]);
    for (int i = 0; i < size; i++) {
      SpanTime time = times.at(i);
      self.from[i] = time.atUnixNanos();
      self.nanos[i] = time.duration().orElse(0);
      self.timed[i] = time.end().isPresent();
    }
    return self.of(parents);
  }

  private long[] of(int[] parents) {
    long[] self = nanos.clone();
    long[] reached = from.clone(); // up to where the children looked at so far cover their parent
    for (int i = 0; i < parents.length; i++) {
      int at = parents[i];
      if (at != SpanParents.NONE && timed[i] && timed[at]) {
        long begin = Math.max(from[i], reached[at]);
        long end = Math.min(from[i] + nanos[i], from[at] + nanos[at]);
        if (end > begin) {
          self[at] -= end - begin;
          reached[at] = end;
        }
      }
    }
    return self;
  }
}
