package dev.lightfoot.analysis.ledger;

import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.span.Evidence;
import dev.lightfoot.model.span.Layer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// What one layer behind the target cost a request.
///
/// @param layer where
/// @param peer where the trips went, or who worked
/// @param trips calls to another machine; empty where none was made
/// @param atLeast whether there may have been more, because a recorder left some out
/// @param rttNanos floor round-trip time of that machine
/// @param totalNanos all of it
/// @param workNanos how much of that is known to be work
public record ServerPart(
    Layer layer,
    Peer peer,
    OptionalInt trips,
    boolean atLeast,
    OptionalLong rttNanos,
    long totalNanos,
    long workNanos) {

  /// Its line in the bill of the hop, of so much of its time.
  LedgerLine line(int hop, long nanos) {
    return Parts.of(nanos)
        .distance(trips, new Way(rttNanos, false))
        .atLeast(atLeast)
        .work(workNanos)
        .line(hop, Optional.of(Phase.WAIT), layer, peer, Evidence.IMPORTED);
  }

  /// Its line in the bill of a request, all of its time.
  public LedgerLine line() {
    return line(0, totalNanos);
  }

  /// Opens the server's share of a request's wait.
  @FunctionalInterface
  public interface Opening {
    /// No server was looked into.
    Opening NONE = _ -> List.of();

    /// The parts of that request; empty where nothing is known.
    List<ServerPart> of(Exchange exchange);
  }
}
