package dev.lightfoot.store.span;

import java.util.Arrays;
import java.util.Optional;

/// Durations below which half, 95 % and 99 % of all lie; between two values interpolated linearly
/// (Hyndman and Fan's type 7), rounded to whole nanoseconds. Of a store that keeps millions they
/// are estimates (t-digest), off by a fraction of a per cent of the rank.
public record Percentiles(long p50Nanos, long p95Nanos, long p99Nanos) {
  static Optional<Percentiles> of(long[] durations) {
    if (durations.length == 0) {
      return Optional.empty();
    }
    long[] sorted = durations.clone();
    Arrays.sort(sorted);
    return Optional.of(new Percentiles(at(sorted, 0.5), at(sorted, 0.95), at(sorted, 0.99)));
  }

  private static long at(long[] sorted, double share) {
    double place = (sorted.length - 1) * share;
    int below = (int) Math.floor(place);
    int above = Math.min(below + 1, sorted.length - 1);
    return Math.round(sorted[below] + (place - below) * (sorted[above] - sorted[below]));
  }
}
