package dev.lightfoot.truth;

import java.util.Arrays;
import java.util.List;

/// Differences between what a program said and what the capture shows, nanoseconds, in run order.
record Errors(List<Long> nanos) {
  Errors {
    nanos = List.copyOf(nanos);
  }

  boolean isEmpty() {
    return nanos.isEmpty();
  }

  /// The middle one, with its sign.
  double medianMillis() {
    return quantile(nanos.stream().mapToLong(Long::longValue).sorted().toArray(), 0.5) / 1e6;
  }

  /// 95 % lie no further from the truth.
  double p95Millis() {
    return quantile(absolute(), 0.95) / 1e6;
  }

  double worstMillis() {
    return quantile(absolute(), 1) / 1e6;
  }

  private long[] absolute() {
    return nanos.stream().mapToLong(Math::abs).sorted().toArray();
  }

  static double quantile(long[] sorted, double q) {
    double at = q * (sorted.length - 1);
    int low = (int) Math.floor(at);
    int high = (int) Math.ceil(at);
    return sorted[low] + (at - low) * (sorted[high] - sorted[low]);
  }

  static double medianMillis(List<Long> values) {
    long[] sorted = values.stream().mapToLong(Long::longValue).sorted().toArray();
    return sorted.length == 0 ? Double.NaN : quantile(sorted, 0.5) / 1e6;
  }

  @Override
  public String toString() {
    return Arrays.toString(nanos.stream().mapToDouble(n -> n / 1e6).toArray());
  }
}
