package dev.lightfoot.probe.http;

import dev.lightfoot.model.Chunk;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// Counts the round trips that a body's arrival shows: a sender whose window is full waits for our
/// acknowledgement, and so its bytes come in bursts one round trip apart (RFC 5681 section 3.1).
final class SlowStart {
  /// A pause this long, in round-trip times, separates bursts.
  private static final double LOW = 0.6;

  /// A longer pause is the server's own.
  private static final double HIGH = 1.6;

  /// A full window is at least this many bytes: eight segments of the smallest usual size.
  private static final long FULL_WINDOW = 8 * 1_220;

  /// Shorter pauses are our scheduler's.
  private static final long NOISE_NANOS = 500_000;

  private SlowStart() {}

  /// The bursts after the first one; empty where the round-trip time is not known.
  static OptionalInt trips(List<Chunk> chunks, OptionalLong rttNanos) {
    if (rttNanos.isEmpty()) {
      return OptionalInt.empty();
    }
    double rtt = rttNanos.getAsLong();
    int trips = 0;
    long burst = 0;
    for (int i = 0; i < chunks.size(); i++) {
      if (i > 0) {
        long pause = chunks.get(i).atNanos() - chunks.get(i - 1).atNanos();
        if (pause >= Math.max(LOW * rtt, NOISE_NANOS)) {
          trips += pause <= HIGH * rtt && burst >= FULL_WINDOW ? 1 : 0;
          burst = 0;
        }
      }
      burst += chunks.get(i).bytes();
    }
    return OptionalInt.of(trips);
  }
}
