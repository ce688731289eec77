package dev.lightfoot.analysis.statistics;

import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.ContinuityCorrection;
import org.apache.commons.statistics.inference.MannWhitneyUTest;
import org.apache.commons.statistics.inference.PValueMethod;

/// Whether one of two independent samples tends to be larger than the other (Mann and Whitney
/// 1947): no test of medians.
///
/// @param u how many pairs have the larger value in the first sample; ties count half
/// @param p two-sided; exact where n·m <= [#EXACT_PAIRS], then conditional on the ties
public record MannWhitney(double u, double p) {
  /// Up to so many pairs the p-value is exact.
  public static final int EXACT_PAIRS = 400;

  /// The test of these two.
  ///
  /// @throws IllegalArgumentException where a sample is empty
  public static MannWhitney of(double[] x, double[] y) {
    Ranks ranks = Ranks.of(x, y);
    boolean exact = (long) x.length * y.length <= EXACT_PAIRS;
    if (!exact) {
      return new MannWhitney(ranks.u(), asymptotic(x, y));
    }
    double p =
        ranks.hasTies()
            ? ExactRankSum.twoSided(ranks, x.length)
            : library(PValueMethod.EXACT, x, y);
    return new MannWhitney(ranks.u(), p);
  }

  /// By the normal distribution, corrected for ties and for U being discrete; 1 where all values
  /// are the same.
  static double asymptotic(double[] x, double[] y) {
    double p = library(PValueMethod.ASYMPTOTIC, x, y);
    return Double.isNaN(p) ? 1 : p;
  }

  private static double library(PValueMethod method, double[] x, double[] y) {
    return MannWhitneyUTest.withDefaults()
        .with(AlternativeHypothesis.TWO_SIDED)
        .with(method)
        .with(ContinuityCorrection.ENABLED)
        .test(x, y)
        .getPValue();
  }
}
