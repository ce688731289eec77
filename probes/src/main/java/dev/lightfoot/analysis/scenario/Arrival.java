package dev.lightfoot.analysis.scenario;

/// When something arrives over a way, from the moment at which it was wanted.
///
/// @param firstByteNanos its first byte
/// @param lastByteNanos its last byte
/// @param widthNanos how much of that its bytes need one after the other; the rest is distance,
///   which no wider way makes shorter
public record Arrival(Link link, long firstByteNanos, long lastByteNanos, long widthNanos) {
  /// What of the time to the last byte is distance: round trips of handshakes, request and slow
  /// start, and the way itself.
  public long distanceNanos() {
    return lastByteNanos - widthNanos;
  }
}
