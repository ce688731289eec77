package dev.lightfoot.report.layout.page;

import dev.lightfoot.model.Phase;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// What one connection did when.
///
/// @param connection its number in the run
/// @param host for which it was opened
/// @param otherHosts that were spared one of their own, because they share it
/// @param protocol ALPN id
/// @param rttNanos smallest round-trip time to its other end; empty where none was seen
/// @param opener index of the row that opened it; empty where it was open before
/// @param rows indices of the rows that it carried, in order
/// @param bars its setting up, then the phases of what it carried, which may overlap
public record PageLane(
    int connection,
    String host,
    List<String> otherHosts,
    Optional<String> protocol,
    OptionalLong rttNanos,
    OptionalInt opener,
    List<Integer> rows,
    List<Bar> bars) {
  public PageLane {
    otherHosts = List.copyOf(otherHosts);
    rows = List.copyOf(rows);
    bars = List.copyOf(bars);
  }

  /// One phase of one request on the connection.
  ///
  /// @param row index
  public record Bar(int row, Phase phase, long startNanos, long durationNanos) {
    /// Where it ends.
    public long endNanos() {
      return startNanos + durationNanos;
    }
  }
}
