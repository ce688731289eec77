package dev.lightfoot.analysis.statistics;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;

/// How far one sample lies from another: the median of all differences of a value of the first and
/// one of the second (Hodges and Lehmann 1963), and an interval for it.
///
/// @param shift first minus second
/// @param low lower end of the interval
/// @param high upper end of it
public record HodgesLehmann(double shift, double low, double high) {
  private static final double TAIL = 0.025;
  private static final double NORMAL_TAIL =
      NormalDistribution.of(0, 1).inverseSurvivalProbability(TAIL);

  /// The shift with its 95 % interval, by the rule of R's `wilcox.test`: from the q-th smallest to
  /// the q-th largest difference, q the 2.5 % quantile of Mann and Whitney's U without ties, at
  /// least 1. Of fewer than 8 values in all the interval is narrower than it says, as in R.
  public static HodgesLehmann of(double[] x, double[] y) {
    double[] differences = differences(x, y);
    int q = quantile(x.length, y.length);
    return new HodgesLehmann(
        middle(differences), differences[q - 1], differences[differences.length - q]);
  }

  private static double[] differences(double[] x, double[] y) {
    double[] differences = new double[Math.multiplyExact(x.length, y.length)];
    int at = 0;
    for (double left : x) {
      for (double right : y) {
        differences[at++] = left - right;
      }
    }
    Arrays.sort(differences);
    return differences;
  }

  private static double middle(double[] sorted) {
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  static int quantile(int n, int m) {
    return (long) n * m <= MannWhitney.EXACT_PAIRS
        ? Math.max(1, exactQuantile(n, m))
        : normalQuantile(n, m);
  }

  private static int normalQuantile(int n, int m) {
    double pairs = (double) n * m;
    double spread = Math.sqrt(pairs * (n + m + 1) / 12);
    return Math.max(1, (int) Math.floor(pairs / 2 - NORMAL_TAIL * spread));
  }

  private static int exactQuantile(int n, int m) {
    double[] counts = uCounts(n, m);
    double all = Arrays.stream(counts).sum();
    double below = 0;
    int u = -1;
    while (below < TAIL * all) {
      below += counts[++u];
    }
    return u;
  }

  /// How many of the orders of two samples without ties have each U: the coefficients of the
  /// Gaussian binomial coefficient, a product of (1 - z^(m + i)) / (1 - z^i).
  private static double[] uCounts(int n, int m) {
    double[] counts = new double[n * m + 1];
    counts[0] = 1;
    for (int i = 1; i <= n; i++) {
      for (int u = counts.length - 1; u >= m + i; u--) {
        counts[u] -= counts[u - m - i];
      }
      for (int u = i; u < counts.length; u++) {
        counts[u] += counts[u - i];
      }
    }
    return counts;
  }
}
