package dev.lightfoot.app.ui.tour;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

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

  /// Its place in the tour, from 1.
  int number() {
    return List.of(values()).indexOf(this) + 1;
  }

  Optional<TourStep> next() {
    return at(number() + 1);
  }

  Optional<TourStep> before() {
    return at(number() - 1);
  }

  private static Optional<TourStep> at(int number) {
    return Stream.of(values()).filter(step -> step.number() == number).findFirst();
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
