package dev.lightfoot.model;

import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// Counts the round trips that a body spent waiting for our acknowledgements (TCP slow start, RFC
/// 9002 section 7.3.1 and RFC 6928), from the pauses between its chunks.
public final class SlowStart {
  /// Ten full segments: what a sender may put on the wire unasked (RFC 6928).
  static final long INITIAL_WINDOW = 14_600;

  private static final double SHORTEST_PAUSE = 0.6;
  private static final double LONGEST_PAUSE = 1.5;

  /// Shorter pauses are our own scheduler's.
  private static final long NOISE_NANOS = 500_000;

  private static final double SHORTEST_OWN_PAUSE = 10_000_000;

  private SlowStart() {}

  /// Rounds beyond the first flight; 0 where the body fits it; empty where pauses of a round trip
  /// cannot be seen, because the sender paces or nothing tells its floor.
  ///
  /// @param chunks the body as it arrived
  /// @param floorNanos floor RTT of the peer
  public static OptionalInt rounds(List<Chunk> chunks, long floorNanos) {
    long bytes = chunks.stream().mapToLong(Chunk::bytes).sum();
    if (bytes <= INITIAL_WINDOW) {
      return OptionalInt.of(0);
    }
    int seen = Math.min(pauses(chunks, floorNanos), mostRounds(bytes) - 1);
    return seen == 0 ? OptionalInt.empty() : OptionalInt.of(seen);
  }

  /// Flights that doubling windows need for a body of that size.
  static int mostRounds(long bytes) {
    return 64 - Long.numberOfLeadingZeros(Math.ceilDiv(bytes, INITIAL_WINDOW));
  }

  /// Time between chunks in which nothing was on its way: pauses too long to be a round trip.
  public static long pausedNanos(List<Chunk> chunks, OptionalLong floorNanos) {
    double longest = Math.max(LONGEST_PAUSE * floorNanos.orElse(0), SHORTEST_OWN_PAUSE);
    long paused = 0;
    for (int i = 1; i < chunks.size(); i++) {
      long pause = chunks.get(i).atNanos() - chunks.get(i - 1).atNanos();
      paused += pause > longest ? pause : 0;
    }
    return paused;
  }

  private static int pauses(List<Chunk> chunks, long floorNanos) {
    int found = 0;
    long before = 0;
    for (int i = 1; i < chunks.size(); i++) {
      before += chunks.get(i - 1).bytes();
      long nanos = chunks.get(i).atNanos() - chunks.get(i - 1).atNanos();
      double pause = nanos / (double) floorNanos;
      // A pause before the first window was used up is the server's own.
      if (nanos >= NOISE_NANOS
          && pause >= SHORTEST_PAUSE
          && pause <= LONGEST_PAUSE
          && before >= INITIAL_WINDOW / 2) {
        found++;
      }
    }
    return found;
  }
}
