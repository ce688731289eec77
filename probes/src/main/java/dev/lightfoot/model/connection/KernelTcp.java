package dev.lightfoot.model.connection;

/// What the kernel knows about a TCP connection (Linux `TCP_INFO`), read after the last byte.
///
/// @param rttNanos smoothed round-trip time
/// @param rttVarianceNanos its mean deviation
/// @param minRttNanos smallest round-trip time seen
/// @param congestionWindow our own sending window, in segments
/// @param retransmits segments we sent again
public record KernelTcp(
    long rttNanos,
    long rttVarianceNanos,
    long minRttNanos,
    long congestionWindow,
    long retransmits) {}
