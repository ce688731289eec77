package dev.lightfoot.analysis.statistics;

import java.util.Arrays;
import java.util.OptionalLong;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/// Between which of the measured values a percentile of what they were drawn from lies. How many of
/// n values fall below it is binomial, whatever their distribution.
///
/// @param low the percentile is at least this, with 95 % confidence; empty where there are too few
///   values to say so
/// @param high it is at most this, with 95 % confidence; empty where there are too few: of the 95th
///   percentile fewer than 59
public record PercentileBounds(OptionalLong low, OptionalLong high) {
  /// Of each bound on its own.
  public static final double CONFIDENCE = 0.95;

  private static final double HUNDRED = 100;

  /// The bounds of that percentile.
  ///
  /// @param percentile more than 0 and less than 100
  public static PercentileBounds of(double percentile, long... values) {
    long[] sorted = values.clone();
    Arrays.sort(sorted);
    if (sorted.length == 0) {
      return new PercentileBounds(OptionalLong.empty(), OptionalLong.empty());
    }
    BinomialDistribution below =
        BinomialDistribution.of(sorted.length, checked(percentile) / HUNDRED);
    OptionalLong low = OptionalLong.empty();
    OptionalLong high = OptionalLong.empty();
    for (int i = 0; i < sorted.length; i++) {
      // at least i + 1 values lie below it
      if (below.survivalProbability(i) >= CONFIDENCE) {
        low = OptionalLong.of(sorted[i]);
      }
      if (high.isEmpty() && below.cumulativeProbability(i) >= CONFIDENCE) {
        high = OptionalLong.of(sorted[i]);
      }
    }
    return new PercentileBounds(low, high);
  }

  /// From how many values on a percentile has an upper bound, so that a limit for it can be held:
  /// not all of them may lie below it by chance.
  ///
  /// @param percentile more than 0 and less than 100
  public static int fewest(double percentile) {
    return (int)
        Math.ceil(Math.log(1 - CONFIDENCE) / Math.log(checked(percentile) / HUNDRED) - 1e-9);
  }

  private static double checked(double percentile) {
    if (!(percentile > 0 && percentile < HUNDRED)) {
      throw new IllegalArgumentException("a percentile lies between 0 and 100: " + percentile);
    }
    return percentile;
  }
}
