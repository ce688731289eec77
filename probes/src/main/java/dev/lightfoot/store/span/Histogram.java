package dev.lightfoot.store.span;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// Traces over time, in steps of equal length. Traces of which no start is known are left out.
///
/// @param fromUnixNanos start of the first step
/// @param stepNanos length of each
/// @param buckets one for each step, also where nothing happened; none where there are no traces
public record Histogram(long fromUnixNanos, long stepNanos, List<Bucket> buckets) {
  /// More than any screen has columns.
  public static final int MOST_BUCKETS = 10_000;

  static final Histogram NOTHING = new Histogram(0, 0, List.of());

  public Histogram {
    buckets = List.copyOf(buckets);
  }

  /// One step.
  ///
  /// @param traces that began in it
  /// @param failed those of them in which a span failed
  /// @param slowestNanos duration of the longest
  public record Bucket(long traces, long failed, long slowestNanos) {
    static final Bucket EMPTY = new Bucket(0, 0, 0);

    Bucket with(TraceSummary trace) {
      return new Bucket(
          traces + 1,
          failed + (trace.errors() > 0 ? 1 : 0),
          Math.max(slowestNanos, trace.durationNanos()));
    }
  }

  /// How time is cut.
  ///
  /// @param from start of the first step, inclusive
  /// @param step length of each
  record Steps(long from, long step, int count) {
    /// The range that the filter names or, where it leaves an end open, that the traces fill.
    static Steps of(TraceFilter filter, long earliest, long latest, int count) {
      checkBuckets(count);
      long from = filter.fromUnixNanos().orElse(earliest);
      // The filter's end is exclusive, that of the traces is not.
      long to = orAfter(filter.toUnixNanos(), latest);
      return new Steps(from, Math.max(1, Math.ceilDiv(Math.max(1, to - from), count)), count);
    }

    private static long orAfter(OptionalLong end, long latest) {
      return end.isPresent() ? end.getAsLong() : latest + 1;
    }

    int of(long at) {
      return Math.clamp((at - from) / step, 0, count - 1);
    }

    List<Bucket> empty() {
      return new ArrayList<>(java.util.Collections.nCopies(count, Bucket.EMPTY));
    }
  }

  static void checkBuckets(int count) {
    if (count < 1 || count > MOST_BUCKETS) {
      throw new IllegalArgumentException("a histogram has 1 to " + MOST_BUCKETS + " steps");
    }
  }
}
