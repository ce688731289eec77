package dev.lightfoot.analysis.statistics;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/// How values that were measured one after the other depend on their neighbours, and how they
/// drift.
///
/// @param count how many
/// @param lag1 correlation of each with the next, corrected for what few values take off it
/// @param slope by which they grow from one to the next (least squares)
/// @param slopeError standard error of that
public record SerialDependence(int count, double lag1, double slope, double slopeError) {
  /// A correlation that few values show is not believed beyond this.
  public static final double MOST = 0.9;

  private static final double TAIL = 0.025;
  private static final double NORMAL_TAIL =
      NormalDistribution.of(0, 1).inverseSurvivalProbability(TAIL);

  /// Of fewer values nothing of the kind can be told.
  public static final int FEWEST = 5;

  private static final SerialDependence UNKNOWN = new SerialDependence(0, 0, 0, 0);

  /// What these values show, in the order in which they were measured; nothing where they are fewer
  /// than [#FEWEST] or all the same.
  public static SerialDependence of(double... values) {
    int n = values.length;
    double mean = mean(values);
    double squares = 0;
    double neighbours = 0;
    double byOrder = 0;
    for (int i = 0; i < n; i++) {
      double off = values[i] - mean;
      squares += off * off;
      neighbours += i == 0 ? 0 : off * (values[i - 1] - mean);
      byOrder += off * (i - (n - 1) / 2.0);
    }
    if (n < FEWEST || squares == 0) {
      return UNKNOWN;
    }
    double orders = n * ((double) n * n - 1) / 12;
    double slope = byOrder / orders;
    double rest = Math.max(0, squares - slope * byOrder);
    double lag1 = neighbours / squares;
    return new SerialDependence(
        n,
        // the mean is taken from the same values: Marriott and Pope 1954, Kendall 1954
        Math.min(MOST, lag1 + (1 + 4 * lag1) / n),
        slope,
        Math.sqrt(rest / (n - 2) / orders));
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  /// Two stretches of the same kind as one.
  public SerialDependence and(SerialDependence other) {
    int all = count + other.count;
    if (count == 0 || other.count == 0) {
      return count == 0 ? other : this;
    }
    double weight = (double) count / all;
    return new SerialDependence(
        all,
        weight * lag1 + (1 - weight) * other.lag1,
        weight * slope + (1 - weight) * other.slope,
        Math.hypot(weight * slopeError, (1 - weight) * other.slopeError));
  }

  /// The correlation to reckon with: the one that is seen, or as much as so many values can have
  /// without its being seen.
  public double assumedLag1() {
    return count == 0 ? 0 : Math.min(MOST, Math.max(lag1, unseen()));
  }

  /// Half the 95 % interval of the correlation of so many independent values.
  private double unseen() {
    return NORMAL_TAIL / Math.sqrt(count);
  }

  /// By how much the variance of a mean of such values exceeds that of independent ones: n /
  /// [#effective(int)].
  public double inflation() {
    return (1 + assumedLag1()) / (1 - assumedLag1());
  }

  /// How many independent values say as much as so many of these.
  public double effective(int values) {
    return values / inflation();
  }

  /// Whether the values are seen to depend on their neighbours.
  public boolean isCorrelated() {
    return count > 0 && lag1 > unseen();
  }

  /// The slope to reckon with: all of it where the values are seen to drift, else what lies beyond
  /// its standard error.
  public double drift() {
    return drifts() ? slope : Math.copySign(Math.max(0, Math.abs(slope) - slopeError), slope);
  }

  /// Whether they are seen to drift.
  public boolean drifts() {
    return count > 0
        && Math.abs(slope)
            > TDistribution.of(count - 2).inverseSurvivalProbability(TAIL) * slopeError;
  }
}
