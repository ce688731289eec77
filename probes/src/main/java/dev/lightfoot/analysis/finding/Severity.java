package dev.lightfoot.analysis.finding;

import java.util.Locale;

/// How much a finding matters, the worst first.
public enum Severity {
  HIGH,
  MEDIUM,
  LOW;

  private static final long HIGH_NANOS = 100_000_000;
  private static final long MEDIUM_NANOS = 20_000_000;
  private static final double HIGH_SHARE = 0.20;
  private static final double MEDIUM_SHARE = 0.05;

  private final String label = name().toLowerCase(Locale.ROOT);

  /// That of a saving: high from 100 ms or 20 % of the whole, medium from 20 ms or 5 %.
  ///
  /// @param savedNanos the middle of what is expected to be saved
  /// @param wholeNanos of the request, run or page that it is saved from; 0 where it is not known
  public static Severity of(long savedNanos, long wholeNanos) {
    if (savedNanos >= HIGH_NANOS || reaches(savedNanos, wholeNanos, HIGH_SHARE)) {
      return HIGH;
    }
    boolean medium = savedNanos >= MEDIUM_NANOS || reaches(savedNanos, wholeNanos, MEDIUM_SHARE);
    return medium ? MEDIUM : LOW;
  }

  private static boolean reaches(long saved, long whole, double share) {
    return saved > 0 && whole > 0 && saved >= share * whole;
  }

  /// This, or that where it is less: what had to be assumed never exceeds medium.
  public Severity atMost(Severity most) {
    return compareTo(most) < 0 ? most : this;
  }

  /// The name in the findings' format.
  public String label() {
    return label;
  }
}
