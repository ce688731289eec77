package dev.lightfoot.analysis.distance;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// How far away the machine is that an exchange went to, as far as can be told.
public sealed interface Distance {
  /// It is this computer.
  record Here() implements Distance {}

  /// Both places are known and lie apart.
  ///
  /// @param kilometres along the great circle
  /// @param floorNanos the smallest round-trip time seen; empty where none was
  record Known(Place from, ServerPlace to, double kilometres, OptionalLong floorNanos)
      implements Distance {
    /// How long light needs there and back in fibre.
    public long lightNanos() {
      return Medium.FIBRE.roundTripNanos(kilometres);
    }

    /// How many times the light floor the smallest round trip takes: "6.3 × light" is 6.3 times as
    /// long as light needs there and back in fibre along the great circle.
    public OptionalDouble factor() {
      return floorNanos.isPresent()
          ? OptionalDouble.of(floorNanos.getAsLong() / (double) lightNanos())
          : OptionalDouble.empty();
    }
  }

  /// Both places are known, and are nearer to each other than names of cities tell apart.
  record Together(Place from, ServerPlace to) implements Distance {}

  /// Both places are said, and one of them is wrong: answers came back faster than light.
  ///
  /// @param vacuumNanos how long light needs there and back in a vacuum
  /// @param floorNanos the smallest round-trip time seen
  record Impossible(Place from, ServerPlace to, long vacuumNanos, long floorNanos)
      implements Distance {}

  /// A place is not known; the round-trip time bounds how far it can be.
  ///
  /// @param kilometres the server is at most that far away
  /// @param to the server's place where it is known
  record AtMost(long kilometres, Optional<ServerPlace> to) implements Distance {}

  /// Neither a place nor a round-trip time says anything.
  ///
  /// @param to the server's place where it is known
  record Unknown(Optional<ServerPlace> to) implements Distance {}

  /// It, where both places are known.
  default Optional<Known> known() {
    return this instanceof Known known ? Optional.of(known) : Optional.empty();
  }
}
