package dev.lightfoot.analysis.ledger;

import dev.lightfoot.model.span.Evidence;
import dev.lightfoot.model.span.Layer;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// One line of the [Ledger]: total = distance + work + transfer + queue + unexplained, exactly. All
/// in nanoseconds.
///
/// @param layer where
/// @param peer where the trips went
/// @param trips counted round trips; empty where none can be
/// @param rttNanos floor round-trip time of that peer
/// @param distanceNanos trips × floor
/// @param workNanos the peers' own time, as far as it is known
/// @param transferNanos bytes on their way
/// @param queueNanos waiting for a free slot
/// @param unexplainedNanos the rest
/// @param totalNanos all of it
/// @param evidence how the times came to be known
public record LedgerLine(
    Layer layer,
    Peer peer,
    OptionalInt trips,
    OptionalLong rttNanos,
    long distanceNanos,
    long workNanos,
    long transferNanos,
    long queueNanos,
    long unexplainedNanos,
    long totalNanos,
    Evidence evidence) {}
