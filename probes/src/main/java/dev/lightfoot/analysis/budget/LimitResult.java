package dev.lightfoot.analysis.budget;

import dev.lightfoot.model.budget.Limit;
import java.util.Optional;

/// A limit and how it stands.
///
/// @param limit as the budget has it
/// @param verdict kept, broken or neither
/// @param measured empty where nothing was
/// @param unmeasurable why nothing can be said
/// @param warning what makes the limit of little use, though it is kept
public record LimitResult(
    Limit limit,
    LimitVerdict verdict,
    Optional<Measured> measured,
    Optional<Unmeasurable> unmeasurable,
    Optional<Warning> warning) {

  /// What makes a kept limit of little use.
  public enum Warning {
    /// It allows more than twice what was measured: nothing short of that breaks it.
    LOOSE,
    /// No request is what it is narrowed to, so that 0 is all it can measure.
    NOTHING_MATCHES
  }

  static LimitResult unmeasurable(Limit limit, Unmeasurable why, Optional<Measured> measured) {
    return new LimitResult(
        limit, LimitVerdict.UNMEASURABLE, measured, Optional.of(why), Optional.empty());
  }

  static LimitResult unmeasurable(Limit limit, Unmeasurable why) {
    return unmeasurable(limit, why, Optional.empty());
  }

  static LimitResult of(Limit limit, boolean broken, Measured measured) {
    return new LimitResult(
        limit,
        broken ? LimitVerdict.BROKEN : LimitVerdict.KEPT,
        Optional.of(measured),
        Optional.empty(),
        Optional.empty());
  }

  LimitResult warning(Optional<Warning> what) {
    return new LimitResult(limit, verdict, measured, unmeasurable, what);
  }
}
