package dev.lightfoot.analysis.finding;

import java.util.Locale;

/// What is done about a round trip.
public enum Principle {
  /// Do without it.
  AVOID,
  /// Make it shorter.
  SHORTEN,
  /// Do something else meanwhile.
  OVERLAP,
  /// Let what comes after it begin before it ends.
  STREAM;

  private final String label = name().toLowerCase(Locale.ROOT);

  /// The name in the findings' format.
  public String label() {
    return label;
  }
}
