package dev.lightfoot.analysis.scenario;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/// A way for bytes.
///
/// @param name a word for it
/// @param roundTripNanos there and back
/// @param bytesPerSecond how wide it is; empty where all arrives at once, as on a card
/// @param slowStart whether the sender begins with ten segments and doubles what it sends with each
///   round trip (RFC 5681, RFC 6928), until the way is full
/// @param mostBytes the largest window: so many bytes may be on their way; empty for no limit
/// @param kilometres how long it is; empty where only its round trip is known
public record Link(
    String name,
    long roundTripNanos,
    OptionalLong bytesPerSecond,
    boolean slowStart,
    OptionalLong mostBytes,
    OptionalDouble kilometres) {
  public Link {
    if (roundTripNanos < 0 || bytesPerSecond.orElse(1) < 1 || mostBytes.orElse(1) < 1) {
      throw new IllegalArgumentException("not a way for bytes: " + name);
    }
  }

  /// A line on which a sender begins slowly.
  public static Link line(String name, long roundTripNanos, long bytesPerSecond) {
    return new Link(
        name,
        roundTripNanos,
        OptionalLong.of(bytesPerSecond),
        true,
        OptionalLong.empty(),
        OptionalDouble.empty());
  }

  /// A person's own line.
  ///
  /// @param bytesPerSecond empty for one so wide that only its length counts
  public static Link own(long roundTripNanos, OptionalLong bytesPerSecond) {
    return new Link(
        "own", roundTripNanos, bytesPerSecond, true, OptionalLong.empty(), OptionalDouble.empty());
  }

  /// The same, so many kilometres long.
  public Link over(double length) {
    return new Link(
        name, roundTripNanos, bytesPerSecond, slowStart, mostBytes, OptionalDouble.of(length));
  }
}
