package dev.lightfoot.analysis.statistics;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.KolmogorovSmirnovTest;

/// Whether two samples differ in more than where they lie: the test of Kolmogorov and Smirnov of
/// each sample's distances from its own median.
public final class SpreadTest {
  /// Of fewer values the shape of a distribution says nothing.
  public static final int FEWEST = 10;

  private SpreadTest() {}

  /// The two-sided p-value; empty where a sample has fewer than [#FEWEST] values.
  public static OptionalDouble aboutMedians(double[] x, double[] y) {
    return x.length < FEWEST || y.length < FEWEST
        ? OptionalDouble.empty()
        : OptionalDouble.of(p(centred(x), centred(y)));
  }

  static double p(double[] x, double[] y) {
    return KolmogorovSmirnovTest.withDefaults()
        .with(AlternativeHypothesis.TWO_SIDED)
        .test(x, y)
        .getPValue();
  }

  private static double[] centred(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    double median = sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    return Arrays.stream(values).map(value -> value - median).toArray();
  }
}
