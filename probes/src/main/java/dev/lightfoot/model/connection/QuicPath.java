package dev.lightfoot.model.connection;

/// What the QUIC library knows about the path of a connection, read after the last byte. Counts
/// cover the whole connection so far.
///
/// @param rttNanos smoothed round-trip time (RFC 9002 section 5.3)
/// @param congestionWindow our own sending window, in bytes
/// @param packetsSent packets we sent
/// @param packetsReceived packets that came
/// @param packetsLost packets of ours that were declared lost (RFC 9002 section 6)
/// @param packetsRetransmitted packets whose content we sent again
/// @param maxDatagramBytes the largest UDP payload we send on this path
public record QuicPath(
    long rttNanos,
    long congestionWindow,
    long packetsSent,
    long packetsReceived,
    long packetsLost,
    long packetsRetransmitted,
    long maxDatagramBytes) {}
