package dev.lightfoot.analysis.statistics;

import java.util.Arrays;

/// The ranks of two samples put together, doubled, so that the mean rank of ties is an integer.
final class Ranks {
  private final int[] doubled;
  private final long sumDoubled;
  private final int first;
  private final boolean hasTies;

  private Ranks(int[] doubled, long sumDoubled, int first, boolean hasTies) {
    this.doubled = doubled;
    this.sumDoubled = sumDoubled;
    this.first = first;
    this.hasTies = hasTies;
  }

  static Ranks of(double[] x, double[] y) {
    if (x.length == 0 || y.length == 0) {
      throw new IllegalArgumentException("an empty sample has no rank");
    }
    double[] all = Arrays.copyOf(x, x.length + y.length);
    System.arraycopy(y, 0, all, x.length, y.length);
    Arrays.sort(all);
    int[] doubled = new int[all.length];
    boolean ties = false;
    for (int from = 0; from < all.length; ) {
      int to = from + 1;
      while (to < all.length && all[to] == all[from]) {
        to++;
      }
      // ranks from + 1 to to, their mean doubled
      Arrays.fill(doubled, from, to, from + 1 + to);
      ties |= to - from > 1;
      from = to;
    }
    long sum = 0;
    for (double value : x) {
      sum += doubled[Arrays.binarySearch(all, value)];
    }
    return new Ranks(doubled, sum, x.length, ties);
  }

  /// Of all values, from the smallest: twice the rank.
  int[] doubled() {
    return doubled;
  }

  /// Of those of the first sample.
  long sumDoubled() {
    return sumDoubled;
  }

  /// Whether any value stands more than once.
  boolean hasTies() {
    return hasTies;
  }

  /// Pairs in which the first sample has the larger value.
  double u() {
    return (sumDoubled - (long) first * (first + 1)) / 2.0;
  }
}
