package dev.lightfoot.analysis.ledger;

import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Late;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.PhaseTiming;
import java.util.List;

/// Where the time lies in which the computer was busy while the program waited for something that
/// had arrived: in some phase, or between phases.
final class LateTime {
  private final List<Late> all;

  private LateTime(List<Late> all) {
    this.all = all;
  }

  static LateTime of(List<Exchange> hops) {
    return new LateTime(Late.apart(hops.stream().flatMap(hop -> hop.late().stream()).toList()));
  }

  private long within(long from, long to) {
    return all.stream()
        .mapToLong(each -> Math.min(to, each.endNanos()) - Math.max(from, each.atNanos()))
        .filter(nanos -> nanos > 0)
        .sum();
  }

  /// What of it lies in that phase, where it would not read 0.0.
  long in(Exchange hop, Phase phase) {
    long nanos = exactly(hop, phase);
    return nanos < LedgerBuilder.SMALLEST_GAP_LINE ? 0 : nanos;
  }

  private long exactly(Exchange hop, Phase phase) {
    return switch (hop.phases().byPhase().get(phase)) {
      case PhaseTiming.Measured it -> within(it.startNanos(), it.startNanos() + it.durationNanos());
      case PhaseTiming.Failed it -> within(it.startNanos(), it.startNanos() + it.durationNanos());
      case PhaseTiming.NotApplicable _ -> 0;
      case null -> 0;
    };
  }

  /// What of it lies between the phases of that hop and in the pause before it, where it would not
  /// read 0.0.
  long outside(Exchange hop, long pauseBefore) {
    long inside =
        hop.phases().byPhase().keySet().stream().mapToLong(phase -> exactly(hop, phase)).sum();
    long nanos = within(hop.startNanos() - pauseBefore, hop.endNanos()) - inside;
    return nanos < LedgerBuilder.SMALLEST_GAP_LINE ? 0 : nanos;
  }
}
