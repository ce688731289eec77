package dev.lightfoot.model;

import java.util.ArrayList;
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
  /// cannot be seen, because the sender paces or its floor is unknown.
  ///
  /// @param chunks the body as it arrived
  /// @param floorNanos floor RTT of the peer
  public static OptionalInt rounds(List<Chunk> chunks, long floorNanos) {
    long bytes = chunks.stream().mapToLong(Chunk::bytes).sum();
    if (bytes <= INITIAL_WINDOW) {
      return OptionalInt.of(0);
    }
    int seen = Math.max(0, flights(chunks, floorNanos).size() - 1);
    return seen == 0 ? OptionalInt.empty() : OptionalInt.of(seen);
  }

  /// The body as the flights in which it came: chunks between two pauses of a round trip are one,
  /// which has the instant of its first. Where no such pause is seen, all of it is one.
  ///
  /// @param chunks the body as it arrived
  /// @param floorNanos floor RTT of the peer
  public static List<Chunk> flights(List<Chunk> chunks, long floorNanos) {
    List<Chunk> flights = new ArrayList<>();
    long start = 0;
    long bytes = 0;
    for (int i = 0; i < chunks.size(); i++) {
      Chunk chunk = chunks.get(i);
      if (i == 0) {
        start = chunk.atNanos();
      } else if (isRound(chunks.get(i - 1), chunk, bytes, floorNanos)) {
        flights.add(new Chunk(start, bytes));
        start = chunk.atNanos();
        bytes = 0;
      }
      bytes += chunk.bytes();
    }
    if (bytes > 0) {
      flights.add(new Chunk(start, bytes));
    }
    return flights;
  }

  /// Segments of 1 448 bytes in what came before the first wait: about the sender's initial window.
  /// Empty where no wait was seen.
  public static OptionalInt initialWindow(List<Chunk> flights) {
    return flights.size() < 2
        ? OptionalInt.empty()
        : OptionalInt.of((int) Math.round(flights.getFirst().bytes() / 1_448.0));
  }

  /// Flights that doubling windows need for a body of that size, beginning with ten segments.
  public static int mostRounds(long bytes) {
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

  /// Whether the sender waited for us between two chunks. It may send an initial window unasked, so
  /// that a pause after much less is its own; how many rounds there are is not bounded: a sender
  /// may leave slow start early (HyStart) and need more than doubling windows do.
  ///
  /// @param flight bytes since the last such wait
  private static boolean isRound(Chunk earlier, Chunk later, long flight, long floorNanos) {
    long nanos = later.atNanos() - earlier.atNanos();
    double pause = nanos / (double) floorNanos;
    return nanos >= NOISE_NANOS
        && pause >= SHORTEST_PAUSE
        && pause <= LONGEST_PAUSE
        && flight >= INITIAL_WINDOW / 2;
  }
}
