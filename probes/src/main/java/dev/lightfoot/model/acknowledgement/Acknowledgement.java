package dev.lightfoot.model.acknowledgement;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/// That someone knows of a finding and lives with it. It is then listed apart and breaks no budget,
/// until it has grown or the day has come.
///
/// @param target which findings
/// @param reason why; never blank
/// @param since the day on which it was acknowledged
/// @param until the last day on which it holds; empty where it holds on
/// @param count how often what was acknowledged happened within a request or run; empty where any
///   number is meant
public record Acknowledgement(
    Target target, String reason, LocalDate since, Optional<LocalDate> until, OptionalInt count) {
  /// It returns when it happens more often than that many times of what was acknowledged.
  public static final double GROWTH = 1.2;

  /// Whether it still holds on that day.
  public boolean holds(LocalDate today) {
    return until.filter(last -> today.isAfter(last)).isEmpty();
  }

  /// Whether that many are more than what was acknowledged and a fifth.
  public boolean outgrown(int times) {
    return count.isPresent() && times > GROWTH * count.getAsInt();
  }
}
