package dev.lightfoot.devtools;

import dev.lightfoot.model.ExchangeBuilder;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.PhaseTiming;
import dev.lightfoot.model.span.Evidence;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalInt;

/// Lays the phases of one exchange behind each other: none begins before the one before it has
/// ended, none is shorter than nothing, and what lies between them is the gap. Whatever the stamps
/// are, phases and gap add up to the wall time.
final class PhaseLine {
  private final Map<Phase, PhaseTiming> phases = new EnumMap<>(Phase.class);
  private final Evidence evidence;
  private final long start;
  private long cursor;
  private long gap;
  private boolean broken;

  PhaseLine(long start, Evidence evidence) {
    this.start = start;
    this.cursor = start;
    this.evidence = evidence;
  }

  /// The phase took place then.
  void measured(Phase phase, long from, long to) {
    measured(phase, from, to, evidence);
  }

  /// The phase took place then, as far as can be told from something else.
  void inferred(Phase phase, long from, long to) {
    measured(phase, from, to, Evidence.INFERRED);
  }

  private void measured(Phase phase, long from, long to, Evidence how) {
    if (broken) {
      return;
    }
    long begin = Math.max(from, cursor);
    long end = Math.max(to, begin);
    phases.put(phase, new PhaseTiming.Measured(begin, end - begin, OptionalInt.empty(), how));
    gap += begin - cursor;
    cursor = end;
  }

  /// The phase did not take place.
  void absent(Phase phase, String reason) {
    if (!broken) {
      phases.put(phase, new PhaseTiming.NotApplicable(reason));
    }
  }

  /// The phase began where the one before it ended, and failed then; nothing comes after it.
  void failed(Phase phase, long at, NetError why) {
    if (broken) {
      return;
    }
    long end = Math.max(at, cursor);
    phases.put(
        phase,
        new PhaseTiming.Failed(
            cursor, end - cursor, OptionalInt.empty(), why.errorType(), why.message()));
    cursor = end;
    broken = true;
    for (Phase later : Phase.values()) {
      if (later.compareTo(phase) > 0 && later != Phase.PROXY && later != Phase.QUIC) {
        phases.put(later, new PhaseTiming.NotApplicable(PhaseTiming.Reason.NOT_REACHED));
      }
    }
  }

  /// The exchange went on until then.
  void until(long end) {
    if (!broken && end > cursor) {
      gap += end - cursor;
      cursor = end;
    }
  }

  /// Where the last phase ended.
  long cursor() {
    return cursor;
  }

  boolean isBroken() {
    return broken;
  }

  /// Gives the exchange its times.
  void into(ExchangeBuilder exchange) {
    exchange.startNanos(start).gapNanos(gap);
    phases.forEach(exchange::phase);
  }
}
