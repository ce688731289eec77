package dev.lightfoot.analysis.compare;

import dev.lightfoot.analysis.compare.match.RunValue;
import dev.lightfoot.analysis.statistics.CliffsDelta;
import dev.lightfoot.analysis.statistics.HodgesLehmann;
import dev.lightfoot.analysis.statistics.MannWhitney;
import dev.lightfoot.analysis.statistics.SpreadTest;
import dev.lightfoot.analysis.summary.Spread;
import java.util.List;
import java.util.Optional;

/// Compares durations of the two sides, and says what may be said of them.
///
/// @param order what the order of measuring costs
/// @param sessionsNanos how far two sessions of the target lie apart without a reason; 0 where that
///   is not known
record Shifts(OrderCost order, long sessionsNanos) {
  /// What is called a change has to be as unlikely without one.
  static final double LEVEL = 0.05;

  private static final int STEPS = 2;

  /// The shift of one duration, before it is adjusted for the others of its family.
  ///
  /// @param stepNanos by which its times are known
  Shift of(List<RunValue> a, List<RunValue> b, long stepNanos) {
    double[] ofA = nanos(a);
    double[] ofB = nanos(b);
    long floor = floor(a, stepNanos);
    if (ofA.length == 0 || ofB.length == 0) {
      return new Shift(a, b, Optional.empty(), floor, Verdict.NOT_ENOUGH_RUNS);
    }
    Estimate estimate = order.widen(estimate(ofA, ofB), ofA, ofB);
    return judged(new Shift(a, b, Optional.of(estimate), floor, Verdict.NOT_ENOUGH_RUNS), estimate);
  }

  private static Estimate estimate(double[] a, double[] b) {
    HodgesLehmann shift = HodgesLehmann.of(b, a);
    MannWhitney test = MannWhitney.of(b, a);
    return new Estimate(
        Math.round(shift.shift()),
        Math.round(shift.low()),
        Math.round(shift.high()),
        test.p(),
        test.p(),
        CliffsDelta.of(test.u(), b.length, a.length),
        CliffsDelta.probability(test.u(), b.length, a.length),
        SpreadTest.aboutMedians(b, a));
  }

  private long floor(List<RunValue> a, long stepNanos) {
    long median =
        Spread.of(a.stream().mapToLong(RunValue::nanos).toArray())
            .map(Spread::medianNanos)
            .orElse(0L);
    return Math.max(Floor.nanos((double) median), Math.max(STEPS * stepNanos, sessionsNanos));
  }

  /// The same with that p-value in its family.
  static Shift adjusted(Shift shift, double p) {
    return shift
        .estimate()
        .map(
            it ->
                judged(
                    shift,
                    new Estimate(
                        it.shiftNanos(),
                        it.lowNanos(),
                        it.highNanos(),
                        it.p(),
                        p,
                        it.cliffsDelta(),
                        it.probabilityBGreater(),
                        it.spreadP())))
        .orElse(shift);
  }

  private static Shift judged(Shift shift, Estimate estimate) {
    return new Shift(
        shift.a(),
        shift.b(),
        Optional.of(estimate),
        shift.floorNanos(),
        verdict(estimate, shift.floorNanos(), Math.min(shift.a().size(), shift.b().size())));
  }

  private static Verdict verdict(Estimate estimate, long floor, int runs) {
    if (runs < Verdict.FEWEST_RUNS) {
      return Verdict.NOT_ENOUGH_RUNS;
    }
    boolean significant =
        estimate.pAdjusted() <= LEVEL && (estimate.lowNanos() > 0 || estimate.highNanos() < 0);
    if (!significant || Math.abs(estimate.shiftNanos()) <= floor) {
      return Verdict.NO_CHANGE_SHOWN;
    }
    return estimate.shiftNanos() < 0 ? Verdict.FASTER : Verdict.SLOWER;
  }

  static double[] nanos(List<RunValue> values) {
    return values.stream().mapToDouble(RunValue::nanos).toArray();
  }
}
