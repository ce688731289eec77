package dev.lightfoot.analysis.ledger;

import dev.lightfoot.model.Phase;
import dev.lightfoot.model.span.Evidence;
import dev.lightfoot.model.span.Layer;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// One line of the [Ledger]: total = distance + work + transfer + queue + unexplained, exactly. All
/// in nanoseconds.
///
/// @param hop of the chain, from 0
/// @param phase in which it passes; empty for time between phases. A line of what servers recorded
///   passes in the wait
/// @param layer where
/// @param peer where the trips went
/// @param trips counted round trips; empty where none can be
/// @param atLeast whether there may be more, because a recorder left some out
/// @param rttNanos floor round-trip time of that peer
/// @param distanceNanos trips × floor; 0 where the peer is this computer
/// @param workNanos the peers' own time, as far as it is known
/// @param transferNanos bytes on their way
/// @param queueNanos waiting for a free slot, or for an answer that might still have come in time
/// @param unexplainedNanos the rest
/// @param totalNanos all of it
/// @param evidence how the times came to be known
public record LedgerLine(
    int hop,
    Optional<Phase> phase,
    Layer layer,
    Peer peer,
    OptionalInt trips,
    boolean atLeast,
    OptionalLong rttNanos,
    long distanceNanos,
    long workNanos,
    long transferNanos,
    long queueNanos,
    long unexplainedNanos,
    long totalNanos,
    Evidence evidence) {
  /// Whether it passes inside the server, or behind it.
  public boolean isServers() {
    return phase.equals(Optional.of(Phase.WAIT)) && layer != Layer.REQUEST;
  }
}
