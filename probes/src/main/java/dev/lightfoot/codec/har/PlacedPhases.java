package dev.lightfoot.codec.har;

import dev.lightfoot.model.Phase;
import dev.lightfoot.model.PhaseTiming;
import dev.lightfoot.model.PhaseTiming.Measured;
import dev.lightfoot.model.PhaseTiming.NotApplicable;
import dev.lightfoot.model.span.Evidence;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// Durations put one behind the other, as HAR means them; in nanoseconds.
final class PlacedPhases {
  final Map<Phase, PhaseTiming> byPhase = new EnumMap<>(Phase.class);
  private final long startNanos;
  private long cursor;
  long gapNanos;

  /// @param startNanos of the entry, from the start of the run
  PlacedPhases(long startNanos) {
    this.startNanos = startNanos;
    this.cursor = startNanos;
  }

  long startNanos() {
    return startNanos;
  }

  /// The phase follows the one before.
  void follow(Phase phase, double millis) {
    follow(phase, OwnFields.nanos(millis), OptionalInt.empty(), Evidence.IMPORTED);
  }

  void follow(Phase phase, long nanos, OptionalInt trips, Evidence evidence) {
    byPhase.put(phase, new Measured(cursor, nanos, trips, evidence));
    cursor += nanos;
  }

  /// What follows begins then.
  void at(long nanos) {
    cursor = nanos;
  }

  void fail(Phase phase, long nanos, OptionalInt trips, String errorType, String message) {
    byPhase.put(phase, new PhaseTiming.Failed(cursor, nanos, trips, errorType, message));
    cursor += nanos;
  }

  void skip(Phase phase, String reason) {
    byPhase.put(phase, new NotApplicable(reason));
  }

  /// End of a phase that took place.
  OptionalLong end(Phase phase) {
    return byPhase.get(phase) instanceof Measured(long start, long duration, _, _)
        ? OptionalLong.of(start + duration)
        : OptionalLong.empty();
  }

  boolean hasMeasured(Phase phase) {
    return byPhase.get(phase) instanceof Measured;
  }

  long totalNanos() {
    long total = 0;
    for (PhaseTiming timing : byPhase.values()) {
      total +=
          switch (timing) {
            case Measured measured -> measured.durationNanos();
            case PhaseTiming.Failed failed -> failed.durationNanos();
            case NotApplicable _ -> 0;
          };
    }
    return total;
  }
}
