package dev.lightfoot.analysis.compare;

/// How small a difference is not worth a word, however sure it is.
public final class Floor {
  /// No shift below this is.
  public static final long SMALLEST_NANOS = 1_000_000;

  /// Nor one below this share of what it is a shift from.
  public static final double SMALLEST_SHARE = 0.02;

  private Floor() {}

  /// What a difference from that time has to exceed.
  public static long nanos(double fromNanos) {
    return Math.max(SMALLEST_NANOS, Math.round(SMALLEST_SHARE * fromNanos));
  }
}
