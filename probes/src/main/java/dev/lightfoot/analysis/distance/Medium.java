package dev.lightfoot.analysis.distance;

/// What light or a signal goes through.
public enum Medium {
  VACUUM("vacuum", 1),
  /// Two thirds of the speed in vacuum: glass has a refractive index of about 1.5.
  FIBRE("fibre", 2.0 / 3),
  /// About two thirds, too: the velocity factor of common cables.
  COPPER("copper", 2.0 / 3);

  private static final double LIGHT_KILOMETRES_PER_SECOND = 299_792.458;
  private static final double NANOS_PER_SECOND = 1_000_000_000;

  private final String label;
  private final double speed;

  Medium(String label, double speed) {
    this.label = label;
    this.speed = speed;
  }

  /// A word for it.
  public String label() {
    return label;
  }

  /// The light floor: how long light needs there and back, in nanoseconds, in a straight line and
  /// without anything that works on the way.
  public long roundTripNanos(double kilometres) {
    return Math.round(2 * kilometres / (LIGHT_KILOMETRES_PER_SECOND * speed) * NANOS_PER_SECOND);
  }
}
