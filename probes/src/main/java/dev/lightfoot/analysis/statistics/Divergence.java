package dev.lightfoot.analysis.statistics;

/// Where a stretch of a series falls into two that differ most: the largest of the scaled energy
/// distances between a beginning of the stretch and what follows it, up to any later value.
final class Divergence {
  private final double[] values;
  private final int fewest;

  /// A place to split at.
  ///
  /// @param at the first value of the second part
  /// @param size the distance there
  record Split(int at, double size) {
    static final Split NONE = new Split(-1, Double.NEGATIVE_INFINITY);
  }

  /// @param fewest values that either part has
  Divergence(double[] values, int fewest) {
    this.values = values;
    this.fewest = fewest;
  }

  /// The best split of the values from `start` until before `end`; none where there are too few.
  Split of(int start, int end) {
    Split best = Split.NONE;
    double within = 0;
    for (int at = start + 1; at <= end - fewest; at++) {
      within += distances(at - 1, start, at - 1);
      if (at - start >= fewest) {
        Split split = at(start, at, end, within);
        best = split.size() > best.size() ? split : best;
      }
    }
    return best;
  }

  /// Grows the second part value by value, so that each distance is added once.
  private Split at(int start, int at, int end, double withinFirst) {
    Split best = Split.NONE;
    int n = at - start;
    double between = 0;
    double withinSecond = 0;
    for (int to = at + 1; to <= end; to++) {
      between += distances(to - 1, start, at);
      withinSecond += distances(to - 1, at, to - 1);
      int m = to - at;
      if (m >= fewest) {
        double size = size(n, m, between, withinFirst, withinSecond);
        best = size > best.size() ? new Split(at, size) : best;
      }
    }
    return best;
  }

  private static double size(int n, int m, double between, double first, double second) {
    double scale = 2.0 / (n + m);
    return scale * (between - first * m / Math.max(1, n - 1) - second * n / Math.max(1, m - 1));
  }

  private double distances(int of, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += Math.abs(values[of] - values[i]);
    }
    return sum;
  }
}
