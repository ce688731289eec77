package dev.lightfoot.analysis.route;

import java.util.Arrays;
import java.util.OptionalLong;

/// Durations, of which only the distribution is kept. Up to [#EXACT] of them it is exact; beyond,
/// they are counted in buckets, 128 for each doubling and so at most 0.8 % wide, and a percentile
/// is off by half of that. Between two values it is interpolated (Hyndman and Fan's type 7).
/// Buckets are kept between the smallest and the largest that was needed.
public final class Durations {
  /// So many are kept as they are.
  public static final int EXACT = 128;

  /// A 95th percentile of fewer is not shown.
  public static final long P95_NEEDS = 20;

  /// A 99th percentile of fewer is not shown.
  public static final long P99_NEEDS = 100;

  private static final int BITS = 7;
  private static final int MARGIN = 32;

  private long[] exact = new long[4];
  private int[] buckets = new int[0];
  private int first; // index of buckets[0]
  private long count;
  private long total;
  private long longest;

  /// Counts one more; what is negative counts as 0.
  public void add(long nanos) {
    long duration = Math.max(nanos, 0);
    if (count < EXACT) {
      if (count == exact.length) {
        exact = Arrays.copyOf(exact, exact.length * 2);
      }
      exact[(int) count] = duration;
    } else {
      if (count == EXACT) {
        for (long each : exact) {
          bucket(each, 1);
        }
        exact = new long[0];
      }
      bucket(duration, 1);
    }
    count++;
    total += duration;
    longest = Math.max(longest, duration);
  }

  /// As they are now.
  Durations copy() {
    Durations copy = new Durations();
    copy.exact = exact.clone();
    copy.buckets = buckets.clone();
    copy.first = first;
    copy.count = count;
    copy.total = total;
    copy.longest = longest;
    return copy;
  }

  /// How many.
  public long count() {
    return count;
  }

  /// Their sum, exactly.
  public long totalNanos() {
    return total;
  }

  /// The longest, exactly.
  public long longestNanos() {
    return longest;
  }

  /// The median; empty where there are none.
  public OptionalLong p50() {
    return count == 0 ? OptionalLong.empty() : OptionalLong.of(quantile(0.5));
  }

  /// 95 of 100 took no longer; empty where there are fewer than [#P95_NEEDS].
  public OptionalLong p95() {
    return count < P95_NEEDS ? OptionalLong.empty() : OptionalLong.of(quantile(0.95));
  }

  /// 99 of 100 took no longer; empty where there are fewer than [#P99_NEEDS].
  public OptionalLong p99() {
    return count < P99_NEEDS ? OptionalLong.empty() : OptionalLong.of(quantile(0.99));
  }

  private long quantile(double share) {
    double place = (count - 1) * share;
    long below = (long) Math.floor(place);
    long low = value(below);
    long high = below + 1 < count ? value(below + 1) : low;
    return low + Math.round((place - below) * (high - low));
  }

  /// The one at that place of their order, from 0.
  private long value(long place) {
    if (count <= EXACT) {
      long[] sorted = Arrays.copyOf(exact, (int) count);
      Arrays.sort(sorted);
      return sorted[(int) place];
    }
    long before = 0;
    for (int i = 0; i < buckets.length; i++) {
      before += buckets[i];
      if (before > place) {
        return Math.min(middle(first + i), longest);
      }
    }
    return longest;
  }

  private void bucket(long duration, int times) {
    int index = index(duration);
    if (buckets.length == 0) {
      first = Math.max(0, index - MARGIN);
      buckets = new int[2 * MARGIN];
    } else if (index < first) {
      int lower = Math.max(0, index - MARGIN);
      int[] more = new int[buckets.length + first - lower];
      System.arraycopy(buckets, 0, more, first - lower, buckets.length);
      first = lower;
      buckets = more;
    }
    if (index - first >= buckets.length) {
      buckets = Arrays.copyOf(buckets, index - first + MARGIN);
    }
    buckets[index - first] += times;
  }

  /// Below 256 ns each has a bucket of its own; then the highest eight bits decide.
  private static int index(long duration) {
    int shift = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(duration) - BITS - 1);
    return (shift << BITS) + (int) (duration >>> shift);
  }

  private static long middle(int index) {
    int shift = Math.max(0, (index >>> BITS) - 1);
    long lowest = (long) (index - (shift << BITS)) << shift;
    return lowest + ((1L << shift) - 1) / 2;
  }
}
