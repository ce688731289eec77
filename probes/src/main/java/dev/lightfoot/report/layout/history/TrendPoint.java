package dev.lightfoot.report.layout.history;

import java.time.Instant;

/// A snapshot in the history of its target.
///
/// @param id of the snapshot
/// @param takenAt when
/// @param medianNanos the time that stands for it
/// @param minNanos of its fastest run that counts
/// @param maxNanos of its slowest one
/// @param runs how many count
public record TrendPoint(
    String id, Instant takenAt, long medianNanos, long minNanos, long maxNanos, int runs) {}
