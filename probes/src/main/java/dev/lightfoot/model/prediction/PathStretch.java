package dev.lightfoot.model.prediction;

/// A part of the way that a run waits along.
///
/// @param exchange position in the run
/// @param url what that exchange asks for
/// @param layer label of the layer in which the time passes
/// @param nanos how long
/// @param trips round trips in it
public record PathStretch(int exchange, String url, String layer, long nanos, int trips) {
  /// The same with that URL.
  public PathStretch at(String other) {
    return new PathStretch(exchange, other, layer, nanos, trips);
  }
}
