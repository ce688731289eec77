package dev.lightfoot.model.page;

import java.util.Locale;
import java.util.Optional;

/// How urgent a browser takes a request to be, most urgent first. The DevTools protocol calls them
/// VeryHigh to VeryLow; RFC 9218 has urgencies 0 to 4.
public enum Priority {
  HIGHEST(0),
  HIGH(1),
  MEDIUM(2),
  LOW(3),
  LOWEST(4);

  private final String label = name().toLowerCase(Locale.ROOT);
  private final int urgency;

  Priority(int urgency) {
    this.urgency = urgency;
  }

  /// The name in the snapshot format.
  public String label() {
    return label;
  }

  /// The urgency of RFC 9218, 0 for the most urgent.
  public int urgency() {
    return urgency;
  }

  /// The priority of that label; empty where this version knows none.
  public static Optional<Priority> ofLabel(String label) {
    for (Priority priority : values()) {
      if (priority.label.equals(label)) {
        return Optional.of(priority);
      }
    }
    return Optional.empty();
  }
}
