package dev.lightfoot.analysis.budget;

import dev.lightfoot.model.budget.Allowance;
import dev.lightfoot.model.budget.Quantity;
import java.util.Optional;

/// Whether a limit is so loose that it will hardly ever break.
final class Looseness {
  /// A limit may allow so many times what was measured before it is called loose.
  static final int FACTOR = 2;

  /// So few trips or requests more are no looseness, whatever their share.
  static final long FEW = 2;

  /// Nor are so few bytes.
  static final long FEW_BYTES = 10_000;

  private Looseness() {}

  /// @param matches whether any request is what the limit is narrowed to
  static Optional<LimitResult.Warning> of(LimitResult result, boolean matches) {
    if (result.verdict() != LimitVerdict.KEPT || result.measured().isEmpty()) {
      return Optional.empty();
    }
    if (!matches) {
      return Optional.of(LimitResult.Warning.NOTHING_MATCHES);
    }
    return isLoose(result, result.measured().get())
        ? Optional.of(LimitResult.Warning.LOOSE)
        : Optional.empty();
  }

  private static boolean isLoose(LimitResult result, Measured measured) {
    long few =
        switch (result.limit().quantity()) {
          case Quantity.Trips _, Quantity.Requests _, Quantity.Finding _ -> FEW;
          case Quantity.Bytes _ -> FEW_BYTES;
          case Quantity.Time _ -> 0;
        };
    return switch (result.limit().allowance()) {
      case Allowance.AtMost(long max) -> isBeyond(max, measured.high(), few);
      case Allowance.WorseBy worse -> {
        long base = measured.baseline().orElse(0);
        yield isBeyond(worse.max(base), base, few);
      }
    };
  }

  private static boolean isBeyond(long max, long most, long few) {
    return max > FACTOR * most && max - most > few;
  }
}
