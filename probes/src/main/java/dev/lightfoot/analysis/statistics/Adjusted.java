package dev.lightfoot.analysis.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// p-values of one family, adjusted for being many: to be compared with the level as they are.
public final class Adjusted {
  private Adjusted() {}

  /// For the chance of even one false discovery (Holm 1979).
  public static double[] holm(double... p) {
    int[] order = order(p);
    double[] adjusted = new double[p.length];
    double largest = 0;
    for (int i = 0; i < p.length; i++) {
      largest = Math.max(largest, Math.min(1, (p.length - i) * p[order[i]]));
      adjusted[order[i]] = largest;
    }
    return adjusted;
  }

  /// For the share of false ones among the discoveries (Benjamini and Hochberg 1995).
  public static double[] benjaminiHochberg(double... p) {
    int[] order = order(p);
    double[] adjusted = new double[p.length];
    double smallest = 1;
    for (int i = p.length - 1; i >= 0; i--) {
      smallest = Math.min(smallest, p[order[i]] * p.length / (i + 1));
      adjusted[order[i]] = smallest;
    }
    return adjusted;
  }

  private static int[] order(double[] p) {
    if (Arrays.stream(p).anyMatch(Double::isNaN)) {
      throw new IllegalArgumentException("a p-value is not a number");
    }
    return IntStream.range(0, p.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> p[i]))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
