package dev.lightfoot.analysis.budget;

import java.util.Arrays;

/// What a percentile of all runs that could be made is, as far as the runs that were made can say:
/// between two of them, with 95 % confidence each, whatever the distribution. The count of values
/// below a percentile is binomial, so no shape has to be assumed.
///
/// @param lowNanos the percentile is not below it
/// @param estimateNanos the percentile of these runs (Hyndman and Fan's type 7)
/// @param highNanos the percentile is not above it
record OrderStatistics(long lowNanos, long estimateNanos, long highNanos) {
  /// Of each of the two bounds.
  static final double CONFIDENCE = 0.95;

  private static final double HUNDRED = 100;

  /// How many runs it takes until both bounds are among them: 5 for the median, 59 for a 95th
  /// percentile, 299 for a 99th.
  static int needs(double percentile) {
    double share = percentile / HUNDRED;
    double further = Math.max(share, 1 - share);
    return (int) Math.ceil(Math.log(1 - CONFIDENCE) / Math.log(further));
  }

  /// Those of that percentile.
  ///
  /// @param nanos of the runs, at least [#needs] of them
  static OrderStatistics of(long[] nanos, double percentile) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    double share = percentile / HUNDRED;
    int below = lowRank(sorted.length, share);
    int above = sorted.length + 1 - lowRank(sorted.length, 1 - share);
    return new OrderStatistics(sorted[below - 1], quantile(sorted, share), sorted[above - 1]);
  }

  /// The highest rank, from 1, whose value is not above the percentile with that confidence; 0
  /// where there is none.
  static int lowRank(int runs, double share) {
    double atMost = 0;
    double one = runs * Math.log1p(-share); // the logarithm of the chance that none is below
    for (int below = 0; below <= runs; below++) {
      atMost += Math.exp(one);
      if (1 - atMost < CONFIDENCE) {
        return below;
      }
      one += Math.log((double) (runs - below) / (below + 1)) + Math.log(share) - Math.log1p(-share);
    }
    return runs;
  }

  private static long quantile(long[] sorted, double share) {
    double place = (sorted.length - 1) * share;
    int below = (int) Math.floor(place);
    int above = Math.min(below + 1, sorted.length - 1);
    // Downwards, as the median of a summary is.
    return sorted[below] + (long) Math.floor((place - below) * (sorted[above] - sorted[below]));
  }
}
