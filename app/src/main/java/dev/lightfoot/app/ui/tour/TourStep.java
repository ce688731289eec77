package dev.lightfoot.app.ui.tour;

import java.util.Locale;
import java.util.Optional;

/// The steps of the tour, in their order.
public enum TourStep {
  /// The page before its repair, as Probe shows it.
  LOOK,
  /// Its wait, opened into what the servers did.
  WAIT,
  /// The same after the repair.
  REPAIRED,
  /// Both beside each other.
  COMPARE;

  /// The key of its words.
  String key() {
    return "tour." + name().toLowerCase(Locale.ROOT);
  }

  Optional<TourStep> next() {
    return at(ordinal() + 1);
  }

  Optional<TourStep> before() {
    return at(ordinal() - 1);
  }

  private static Optional<TourStep> at(int index) {
    return index < 0 || index >= values().length ? Optional.empty() : Optional.of(values()[index]);
  }

  static Optional<TourStep> named(String name) {
    for (TourStep step : values()) {
      if (step.name().equalsIgnoreCase(name.strip())) {
        return Optional.of(step);
      }
    }
    return Optional.empty();
  }
}
