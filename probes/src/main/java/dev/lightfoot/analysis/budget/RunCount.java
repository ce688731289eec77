package dev.lightfoot.analysis.budget;

import java.util.Optional;

/// What was counted in one run.
///
/// @param value how many
/// @param atLeast whether some could not be counted
/// @param unknown why nothing could be; then the value is 0
record RunCount(long value, boolean atLeast, Optional<Unmeasurable> unknown) {
  static RunCount of(long value) {
    return new RunCount(value, false, Optional.empty());
  }

  static RunCount atLeast(long value) {
    return new RunCount(value, true, Optional.empty());
  }

  static RunCount unknown(Unmeasurable why) {
    return new RunCount(0, false, Optional.of(why));
  }

  /// Both together; nothing is known where one of them is not.
  RunCount plus(RunCount other) {
    Optional<Unmeasurable> why = unknown.or(other::unknown);
    return new RunCount(why.isPresent() ? 0 : value + other.value, atLeast || other.atLeast, why);
  }
}
