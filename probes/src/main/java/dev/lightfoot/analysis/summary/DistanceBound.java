package dev.lightfoot.analysis.summary;

/// How far away a peer can be at most, from its round-trip time alone.
public final class DistanceBound {
  /// Light in fibre: two thirds of its speed in vacuum.
  public static final int KILOMETRES_PER_MILLISECOND = 200;

  private static final double NANOS_PER_MILLISECOND = 1_000_000;

  private DistanceBound() {}

  /// RTT / 2 × 200 km/ms, rounded up.
  public static long kilometres(long rttNanos) {
    return (long) Math.ceil(rttNanos / 2.0 / NANOS_PER_MILLISECOND * KILOMETRES_PER_MILLISECOND);
  }
}
