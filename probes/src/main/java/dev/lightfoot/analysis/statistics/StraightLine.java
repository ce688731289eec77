package dev.lightfoot.analysis.statistics;

import org.apache.commons.statistics.distribution.TDistribution;

/// The straight line y = intercept + slope × x that points lie nearest to, by least squares, with
/// 95 % intervals of Student's distribution.
///
/// @param interceptHalf half the width of the intercept's interval
/// @param slopeHalf half the width of the slope's interval
/// @param correlation Pearson's r; 1 where all points lie on it
public record StraightLine(
    double intercept, double slope, double interceptHalf, double slopeHalf, double correlation) {
  /// Fewer points leave nothing to know the error by.
  public static final int FEWEST = 3;

  private static final double UPPER_TAIL = 0.025;

  /// The line through at least [#FEWEST] points that do not all have the same x.
  public static StraightLine through(double[] x, double[] y) {
    double meanX = StudentTest.mean(x);
    double meanY = StudentTest.mean(y);
    double xx = 0;
    double xy = 0;
    double yy = 0;
    for (int i = 0; i < x.length; i++) {
      xx += (x[i] - meanX) * (x[i] - meanX);
      xy += (x[i] - meanX) * (y[i] - meanY);
      yy += (y[i] - meanY) * (y[i] - meanY);
    }
    if (x.length < FEWEST || xx == 0) {
      throw new IllegalArgumentException("no line through " + x.length + " points");
    }
    double slope = xy / xx;
    double residual = Math.max(0, yy - slope * xy) / (x.length - 2);
    double t = TDistribution.of(x.length - 2).inverseSurvivalProbability(UPPER_TAIL);
    return new StraightLine(
        meanY - slope * meanX,
        slope,
        t * Math.sqrt(residual * (1.0 / x.length + meanX * meanX / xx)),
        t * Math.sqrt(residual / xx),
        yy == 0 ? 1 : xy / Math.sqrt(xx * yy));
  }
}
