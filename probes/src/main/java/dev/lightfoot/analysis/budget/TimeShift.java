package dev.lightfoot.analysis.budget;

import dev.lightfoot.analysis.chain.RedirectChain;
import dev.lightfoot.analysis.compare.Comparison;
import dev.lightfoot.analysis.compare.Estimate;
import dev.lightfoot.analysis.compare.PhaseShift;
import dev.lightfoot.analysis.compare.Shift;
import dev.lightfoot.analysis.compare.Verdict;
import dev.lightfoot.analysis.summary.RunTime;
import dev.lightfoot.analysis.summary.Spread;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.budget.Allowance;
import dev.lightfoot.model.budget.Limit;
import java.util.Optional;
import java.util.OptionalLong;

/// A time held against that of a baseline. It is worse only where the comparison says slower, and
/// by more than is allowed only where the whole interval of the shift lies beyond that.
///
/// The shift is that of the comparison, which leaves out this computer's own time; it is added to
/// what the baseline took in all, as limits without a baseline take it.
record TimeShift(Snapshot baseline, Comparison comparison) {

  LimitResult result(Limit limit, Optional<Phase> phase, Allowance.WorseBy worse) {
    if (comparison.state().isEmpty()) {
      return LimitResult.unmeasurable(limit, Unmeasurable.Known.NO_COMMON_STATE);
    }
    Optional<Shift> shift = shift(phase);
    if (shift.isEmpty()) {
      return LimitResult.unmeasurable(
          limit,
          phase.<Unmeasurable>map(Unmeasurable.NoPhase::new).orElse(Unmeasurable.Known.NO_RUN));
    }
    return result(limit, worse, shift.get(), before(shift.get(), phase));
  }

  private Optional<Shift> shift(Optional<Phase> phase) {
    return phase.isEmpty()
        ? Optional.of(comparison.total())
        : comparison.phases().stream()
            .filter(each -> each.phase() == phase.get())
            .map(PhaseShift::shift)
            .findFirst();
  }

  private Optional<Spread> before(Shift shift, Optional<Phase> phase) {
    return Spread.of(
        shift.a().stream()
            .map(each -> baseline.runs().get(each.run()))
            .mapToLong(
                run ->
                    phase.isEmpty()
                        ? RunTime.nanos(run)
                        : RedirectChain.of(run).durationNanos(phase.get()))
            .toArray());
  }

  private static LimitResult result(
      Limit limit, Allowance.WorseBy worse, Shift shift, Optional<Spread> base) {
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
