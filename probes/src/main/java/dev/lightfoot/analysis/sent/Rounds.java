package dev.lightfoot.analysis.sent;

/// Flights in which a sender that begins with ten segments sends a body, each twice as large as the
/// one before (TCP slow start).
final class Rounds {
  private static final double FIRST_FLIGHT = 14_600;

  /// What is left of text that is compressed.
  private static final double COMPRESSED = 0.3;

  private Rounds() {}

  static int of(double bytes) {
    return (int) Math.ceil(Math.log(bytes / FIRST_FLIGHT + 1) / Math.log(2));
  }

  /// How many fewer it takes where the body is compressed.
  static int savedByCompressing(long bytes) {
    return of((double) bytes) - of(COMPRESSED * bytes);
  }
}
