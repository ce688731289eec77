package dev.lightfoot.analysis.compare;

import dev.lightfoot.analysis.statistics.SerialDependence;
import org.apache.commons.statistics.distribution.NormalDistribution;

/// What it costs in certainty that two sides were not measured in turn: runs that follow one
/// another are less than as many independent ones, and what drifts moves the later side.
///
/// @param turns in which they were measured
record OrderCost(Turns turns) {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
  private static final double NORMAL_TAIL = NORMAL.inverseSurvivalProbability(0.025);

  /// The same estimate, less sure.
  ///
  /// @param a in the order of measuring
  /// @param b in the order of measuring
  Estimate widen(Estimate estimate, double[] a, double[] b) {
    if (turns.inTurn()) {
      return estimate;
    }
    SerialDependence within = within(a, b);
    double factor = Math.sqrt(within.inflation());
    double drift = drift(within, a.length + b.length);
    long shift = estimate.shiftNanos();
    double low = shift - factor * (shift - estimate.lowNanos()) - Math.max(0, drift);
    double high = shift + factor * (estimate.highNanos() - shift) - Math.min(0, drift);
    double error = factor * (estimate.highNanos() - estimate.lowNanos()) / (2 * NORMAL_TAIL);
    double p = Math.max(estimate.p(), p(shift, drift, error));
    return new Estimate(
        shift,
        Math.round(low),
        Math.round(high),
        p,
        p,
        estimate.cliffsDelta(),
        estimate.probabilityBGreater(),
        estimate.spreadP());
  }

  /// What both sides show of their order.
  static SerialDependence within(double[] a, double[] b) {
    return SerialDependence.of(a).and(SerialDependence.of(b));
  }

  /// By how much B would differ from A if the drift within the sides went on from the one to the
  /// other: over the runs between their middles. How it goes on while nothing is measured is not
  /// known.
  private double drift(SerialDependence within, int runs) {
    double distance = within.drift() * runs / 2.0;
    return turns.bFirst() ? -distance : distance;
  }

  /// How likely a shift as far from 0 is without a reason, less what drifts its way. A test of
  /// ranks cannot say how far apart two sides are that share no value: so this is asked of the
  /// interval, and the test only for how sure it can be at most.
  private static double p(long shift, double drift, double error) {
    boolean alike = drift * shift > 0;
    double left = alike ? Math.max(0, Math.abs(shift) - Math.abs(drift)) : Math.abs(shift);
    if (left == 0) {
      return 1;
    }
    return error == 0 ? 0 : 2 * NORMAL.survivalProbability(left / error);
  }
}
