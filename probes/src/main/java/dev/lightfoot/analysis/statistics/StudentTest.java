package dev.lightfoot.analysis.statistics;

import java.util.Arrays;
import org.apache.commons.statistics.inference.DataDispersion;
import org.apache.commons.statistics.inference.TTest;

/// Whether two samples of equal spread have the same mean.
final class StudentTest {
  private StudentTest() {}

  /// Two-sided. Of samples without any spread the mean is all there is.
  static double p(double[] x, double[] y) {
    if (isConstant(x) && isConstant(y)) {
      return x[0] == y[0] ? 1 : 0;
    }
    return TTest.withDefaults().with(DataDispersion.HOMOSCEDASTIC).test(x, y).getPValue();
  }

  static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(0);
  }

  private static boolean isConstant(double[] values) {
    return Arrays.stream(values).allMatch(value -> value == values[0]);
  }
}
