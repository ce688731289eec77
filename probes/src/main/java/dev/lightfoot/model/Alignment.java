package dev.lightfoot.model;

/// Bounds of a server clock's offset (server minus client), from causality.
///
/// @param clock name of the clock, such as the host's
/// @param lowNanos lower bound
/// @param highNanos upper bound; below the lower one where what was recorded contradicts itself
/// @param requests how many requests bound it; 0 where that is not known
public record Alignment(String clock, long lowNanos, long highNanos, int requests) {
  /// Bounds from an unknown number of requests.
  public Alignment(String clock, long lowNanos, long highNanos) {
    this(clock, lowNanos, highNanos, 0);
  }
}
