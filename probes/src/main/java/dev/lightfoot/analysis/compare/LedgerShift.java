package dev.lightfoot.analysis.compare;

import dev.lightfoot.model.span.Layer;

/// What one layer is billed on both sides, of what was waited for: in the middle of the runs.
///
/// @param layer which
/// @param a of the one compared with
/// @param b of the one compared
public record LedgerShift(Layer layer, OfSide a, OfSide b) {

  /// One side of it.
  ///
  /// @param trips round trips of a run; they need no statistics
  /// @param atLeast whether there may be more
  /// @param distanceNanos trips × floor of the peers
  /// @param totalNanos all of it
  public record OfSide(long trips, boolean atLeast, long distanceNanos, long totalNanos) {}

  /// Whether the sides do not have as many trips.
  public boolean isChanged() {
    return a.trips() != b.trips();
  }
}
