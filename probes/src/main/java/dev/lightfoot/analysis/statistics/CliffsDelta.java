package dev.lightfoot.analysis.statistics;

/// How often values of one sample are larger than those of another, less how often they are smaller
/// (Cliff 1993): 1 where all are larger, -1 where all are smaller, 0 where neither prevails.
public final class CliffsDelta {
  private CliffsDelta() {}

  /// The delta of a first sample of n values against a second one of m.
  ///
  /// @param u of the first sample, see [MannWhitney]
  public static double of(double u, int n, int m) {
    return 2 * probability(u, n, m) - 1;
  }

  /// The probability that a value of the first sample is larger than one of the second; ties count
  /// half.
  ///
  /// @param u of the first sample
  public static double probability(double u, int n, int m) {
    return u / ((double) n * m);
  }
}
