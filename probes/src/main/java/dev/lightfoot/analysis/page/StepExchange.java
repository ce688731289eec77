package dev.lightfoot.analysis.page;

import dev.lightfoot.analysis.ledger.ExchangeTrips;
import dev.lightfoot.model.Chunk;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.ExchangeBuilder;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.PhaseTiming;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// What a page waited for of one request, as an exchange of its own: what of its phases lies in
/// that step of the [PageCriticalPath], with the round trips that were over in it. Its bill is the
/// step's, and its time is the step's without the pause before it, exactly.
public final class StepExchange {
  private final Exchange whole;
  private final PathStep step;

  /// Round trips count that were over in this stretch; its bounds are those that the step's own
  /// trips were counted with.
  private final long after;

  private final long until;

  private StepExchange(Exchange whole, PathStep step) {
    this.whole = whole;
    this.step = step;
    this.after = step.after().isEmpty() ? Long.MIN_VALUE : step.startNanos();
    this.until = PathFinder.whole(whole, step.toNanos());
  }

  /// The part of that exchange that lies in the step.
  ///
  /// @param whole the exchange that the step is of
  public static Exchange of(Exchange whole, PathStep step) {
    return new StepExchange(whole, step).cut();
  }

  private Exchange cut() {
    Map<Phase, PhaseTiming> phases = phases();
    long length = step.toNanos() - step.startNanos();
    long taken = phases.values().stream().mapToLong(StepExchange::nanos).sum();
    ExchangeBuilder part =
        new ExchangeBuilder(whole.url(), whole.method())
            .status(whole.status())
            .protocol(whole.protocol())
            .resource(whole.resource())
            .startNanos(step.startNanos())
            .gapNanos(length - taken)
            .connection(whole.connection())
            .proxy(whole.proxy())
            .interim(whole.interim())
            .response(whole.response())
            .chunks(chunks())
            .dns(whole.dns())
            .tls(whole.tls())
            .source(whole.source())
            .late(whole.late());
    phases.forEach(part::phase);
    // what servers did in a part of the wait alone is not known
    return whole.phases().timing(Phase.WAIT).equals(timing(phases, Phase.WAIT))
        ? part.build().withServerSpans(whole.serverSpans())
        : part.build();
  }

  private static Optional<PhaseTiming> timing(Map<Phase, PhaseTiming> phases, Phase phase) {
    return Optional.ofNullable(phases.get(phase));
  }

  /// Each from where the one before ends, so that they cannot take more than the step.
  private Map<Phase, PhaseTiming> phases() {
    Map<Phase, PhaseTiming> phases = new EnumMap<>(Phase.class);
    long cursor = step.startNanos();
    for (Map.Entry<Phase, PhaseTiming> each : whole.phases().byPhase().entrySet()) {
      PhaseTiming cut = cut(each.getKey(), each.getValue(), cursor);
      if (cut instanceof PhaseTiming.Measured measured) {
        cursor = Math.max(cursor, measured.startNanos() + measured.durationNanos());
        if (measured.durationNanos() > 0 || measured.trips().isPresent()) {
          phases.put(each.getKey(), measured);
        }
      } else if (cut instanceof PhaseTiming.Failed failed) {
        cursor = Math.max(cursor, failed.startNanos() + failed.durationNanos());
        phases.put(each.getKey(), failed);
      }
    }
    return phases;
  }

  private PhaseTiming cut(Phase phase, PhaseTiming timing, long cursor) {
    return switch (timing) {
      case PhaseTiming.Measured it -> {
        long start = clamp(it.startNanos(), cursor);
        long end = clamp(it.startNanos() + it.durationNanos(), start);
        yield new PhaseTiming.Measured(
            start, end - start, trips(phase, timing, it.trips()), it.evidence());
      }
      case PhaseTiming.Failed it -> {
        long start = clamp(it.startNanos(), cursor);
        long end = clamp(it.startNanos() + it.durationNanos(), start);
        yield new PhaseTiming.Failed(
            start, end - start, trips(phase, timing, it.trips()), it.errorType(), it.message());
      }
      case PhaseTiming.NotApplicable it -> it;
    };
  }

  private long clamp(long at, long cursor) {
    return Math.max(cursor, Math.min(at, step.toNanos()));
  }

  private OptionalInt trips(Phase phase, PhaseTiming timing, OptionalInt seen) {
    long end = end(timing);
    if (end > after && end <= until) {
      return seen;
    }
    boolean hinted =
        phase == Phase.WAIT && end > until && ExchangeTrips.isHinted(whole, after, until);
    return hinted ? OptionalInt.of(1) : OptionalInt.empty();
  }

  /// All of them where the body was there, else those that were: by them its rounds are counted.
  private List<Chunk> chunks() {
    return whole.phases().timing(Phase.RECEIVE).filter(it -> end(it) <= until).isPresent()
        ? whole.chunks()
        : whole.chunks().stream().filter(chunk -> chunk.atNanos() <= until).toList();
  }

  private static long nanos(PhaseTiming timing) {
    return end(timing) - start(timing);
  }

  private static long start(PhaseTiming timing) {
    return switch (timing) {
      case PhaseTiming.Measured it -> it.startNanos();
      case PhaseTiming.Failed it -> it.startNanos();
      case PhaseTiming.NotApplicable _ -> 0;
    };
  }

  private static long end(PhaseTiming timing) {
    return switch (timing) {
      case PhaseTiming.Measured it -> it.startNanos() + it.durationNanos();
      case PhaseTiming.Failed it -> it.startNanos() + it.durationNanos();
      case PhaseTiming.NotApplicable _ -> 0;
    };
  }
}
