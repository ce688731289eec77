package dev.lightfoot.analysis.ledger;

import java.util.OptionalInt;
import java.util.OptionalLong;

/// The way to a peer.
///
/// @param rttNanos the smallest round-trip time seen to it; empty where none was
/// @param here whether the peer is this computer: its round trips cover no distance
public record Way(OptionalLong rttNanos, boolean here) {
  /// Where nothing is known.
  static final Way UNKNOWN = new Way(OptionalLong.empty(), false);

  /// What so many round trips cost in distance, in nanoseconds.
  long distanceNanos(OptionalInt trips) {
    return here ? 0 : trips.orElse(0) * rttNanos.orElse(0);
  }
}
