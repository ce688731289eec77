package dev.lightfoot.analysis.budget;

import dev.lightfoot.analysis.compare.Comparison;
import dev.lightfoot.analysis.compare.Estimate;
import dev.lightfoot.analysis.compare.PhaseShift;
import dev.lightfoot.analysis.compare.Shift;
import dev.lightfoot.analysis.compare.Verdict;
import dev.lightfoot.analysis.compare.match.RunValue;
import dev.lightfoot.analysis.summary.Spread;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.budget.Allowance;
import dev.lightfoot.model.budget.Limit;
import java.util.Optional;
import java.util.OptionalLong;

/// A time held against that of a baseline. It is worse only where the comparison says slower, and
/// by more than is allowed only where the whole interval of the shift lies beyond that.
final class TimeShift {
  private TimeShift() {}

  static LimitResult result(
      Limit limit, Optional<Phase> phase, Allowance.WorseBy worse, Comparison comparison) {
    if (comparison.state().isEmpty()) {
      return LimitResult.unmeasurable(limit, Unmeasurable.Known.NO_COMMON_STATE);
    }
    Optional<Shift> shift = shift(comparison, phase);
    if (shift.isEmpty()) {
      return LimitResult.unmeasurable(
          limit,
          phase.<Unmeasurable>map(Unmeasurable.NoPhase::new).orElse(Unmeasurable.Known.NO_RUN));
    }
    return result(limit, worse, shift.get());
  }

  private static Optional<Shift> shift(Comparison comparison, Optional<Phase> phase) {
    return phase.isEmpty()
        ? Optional.of(comparison.total())
        : comparison.phases().stream()
            .filter(each -> each.phase() == phase.get())
            .map(PhaseShift::shift)
            .findFirst();
  }

  private static LimitResult result(Limit limit, Allowance.WorseBy worse, Shift shift) {
    Optional<Spread> base = Spread.of(shift.a().stream().mapToLong(RunValue::nanos).toArray());
    if (shift.verdict() == Verdict.NOT_ENOUGH_RUNS
        || shift.estimate().isEmpty()
        || base.isEmpty()) {
      return LimitResult.unmeasurable(
          limit, new Unmeasurable.TooFewToCompare(shift.b().size(), shift.a().size()));
    }
    long median = base.get().medianNanos();
    Estimate estimate = shift.estimate().get();
    Measured measured =
        new Measured(
            median + estimate.shiftNanos(),
            median + estimate.lowNanos(),
            median + estimate.highNanos(),
            shift.b().size(),
            false,
            OptionalLong.of(median));
    boolean slower = shift.verdict() == Verdict.SLOWER;
    return LimitResult.of(limit, slower && measured.low() > worse.max(median), measured);
  }
}
