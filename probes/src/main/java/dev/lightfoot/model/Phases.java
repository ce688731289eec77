package dev.lightfoot.model;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// The timings of one exchange by phase, in wire order. A phase that the exchange's protocol does
/// not have is absent.
public record Phases(Map<Phase, PhaseTiming> byPhase) {

  public Phases {
    EnumMap<Phase, PhaseTiming> copy = new EnumMap<>(Phase.class);
    copy.putAll(byPhase);
    byPhase = Collections.unmodifiableMap(copy);
  }

  /// The timing of that phase, where the protocol has it.
  public Optional<PhaseTiming> timing(Phase phase) {
    return Optional.ofNullable(byPhase.get(phase));
  }

  /// Length of a phase that took place, failed or not; 0 otherwise.
  public long durationNanos(Phase phase) {
    PhaseTiming timing = byPhase.get(phase);
    return timing == null ? 0 : durationNanos(timing);
  }

  private static long durationNanos(PhaseTiming timing) {
    return switch (timing) {
      case PhaseTiming.Measured measured -> measured.durationNanos();
      case PhaseTiming.Failed failed -> failed.durationNanos();
      case PhaseTiming.NotApplicable _ -> 0;
    };
  }

  /// The counted trips of that phase, where they were seen.
  public OptionalInt trips(Phase phase) {
    return switch (byPhase.get(phase)) {
      case PhaseTiming.Measured measured -> measured.trips();
      case PhaseTiming.Failed failed -> failed.trips();
      case PhaseTiming.NotApplicable _ -> OptionalInt.empty();
      case null -> OptionalInt.empty();
    };
  }

  /// The sum of all phases, in nanoseconds.
  public long totalNanos() {
    long total = 0; // a loop: a page of 10 000 requests asks a million times
    for (PhaseTiming timing : byPhase.values()) {
      total += durationNanos(timing);
    }
    return total;
  }

  /// All counted trips.
  public int totalTrips() {
    return byPhase.keySet().stream().mapToInt(phase -> trips(phase).orElse(0)).sum();
  }
}
