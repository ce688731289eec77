package dev.lightfoot.model;

import java.util.Locale;

/// What a run found ready when it began.
public enum RunState {
  /// Nothing: fresh DNS, connection and TLS session.
  COLD,
  /// A session ticket of the run before; fresh DNS and connection.
  RESUMED,
  /// The kept connection of the run before.
  WARM;

  private final String label = name().toLowerCase(Locale.ROOT);

  /// The name in the snapshot format.
  public String label() {
    return label;
  }
}
