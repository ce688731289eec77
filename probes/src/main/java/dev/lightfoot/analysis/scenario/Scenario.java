package dev.lightfoot.analysis.scenario;

import java.util.List;
import java.util.OptionalLong;

/// Bytes that are to come over ways that are compared.
///
/// @param bytes how many
/// @param handshakes round trips before anything of it can be asked for or sent
/// @param asked whether a request goes out first, so that the answer is a whole round trip away;
///   else the sender begins by itself once the handshakes are over, half a round trip away
/// @param links the ways
public record Scenario(long bytes, int handshakes, boolean asked, List<Link> links) {
  /// Ten full segments (RFC 6928).
  private static final double INITIAL_WINDOW = 14_600;

  private static final double NANOS_PER_SECOND = 1_000_000_000;

  /// The talk's example: 36 GB over 10 km, the receiver's handshake included.
  public static final long TALK_BYTES = 36_000_000_000L;

  public Scenario {
    links = List.copyOf(links);
    if (bytes < 1 || handshakes < 0) {
      throw new IllegalArgumentException("nothing to send");
    }
  }

  /// When the bytes arrive over each way.
  public List<Arrival> arrivals() {
    return links.stream().map(this::arrival).toList();
  }

  private Arrival arrival(Link link) {
    double trip = link.roundTripNanos();
    double first = handshakes * trip + (asked ? trip : trip / 2);
    double sending = sendingNanos(link);
    double wire = link.bytesPerSecond().isPresent() ? wireNanos(link, (double) bytes) : 0;
    return new Arrival(link, nanos(first), nanos(first + sending), nanos(wire));
  }

  private static long nanos(double nanos) {
    return Math.round(nanos);
  }

  private static double wireNanos(Link link, double bytes) {
    OptionalLong width = link.bytesPerSecond();
    return width.isPresent() ? bytes / width.getAsLong() * NANOS_PER_SECOND : 0;
  }

  /// From the first byte sent to the last: windows that double, each a round trip after the one
  /// before, until one is as long as a round trip; or as large as it may be.
  private double sendingNanos(Link link) {
    double most = link.mostBytes().isPresent() ? link.mostBytes().getAsLong() : Double.MAX_VALUE;
    double window = Math.min(most, link.slowStart() ? INITIAL_WINDOW : Double.MAX_VALUE);
    double trip = link.roundTripNanos();
    double left = bytes;
    double nanos = 0;
    while (left > window && wireNanos(link, window) < trip) {
      // once it can grow no more, all rounds but the last are alike
      double rounds = window >= most ? Math.ceil(left / window) - 1 : 1;
      left -= rounds * window;
      nanos += rounds * trip;
      window = Math.min(most, window * 2);
    }
    return nanos + wireNanos(link, left);
  }
}
