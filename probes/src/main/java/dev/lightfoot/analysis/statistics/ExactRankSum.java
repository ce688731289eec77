package dev.lightfoot.analysis.statistics;

/// The exact distribution of a rank sum, given the ties: how many subsets of the ranks have which
/// sum. Counts stay below 2^53 for up to [MannWhitney#EXACT_PAIRS] pairs, so that doubles hold them
/// exactly.
final class ExactRankSum {
  private ExactRankSum() {}

  /// Probability of a rank sum at least as far from its mean as this one.
  static double twoSided(Ranks ranks, int size) {
    int[] doubled = ranks.doubled();
    double[] counts = counts(doubled, size);
    // the mean of the sum of doubled ranks is size · (N + 1)
    long mean = (long) size * (doubled.length + 1);
    long distance = Math.abs(ranks.sumDoubled() - mean);
    double all = 0;
    double far = 0;
    for (int sum = 0; sum < counts.length; sum++) {
      all += counts[sum];
      far += Math.abs(sum - mean) >= distance ? counts[sum] : 0;
    }
    return far / all;
  }

  /// How many subsets of that size have each sum.
  private static double[] counts(int[] values, int size) {
    int most = 0;
    for (int i = values.length - size; i < values.length; i++) {
      most += values[i];
    }
    double[][] counts = new double[size + 1][most + 1];
    counts[0][0] = 1;
    for (int i = 0; i < values.length; i++) {
      for (int taken = Math.min(i + 1, size); taken > 0; taken--) {
        add(counts[taken - 1], counts[taken], values[i]);
      }
    }
    return counts[size];
  }

  private static void add(double[] from, double[] to, int value) {
    for (int sum = value; sum < to.length; sum++) {
      to[sum] += from[sum - value];
    }
  }
}
