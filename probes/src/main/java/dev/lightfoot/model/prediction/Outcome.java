package dev.lightfoot.model.prediction;

import java.util.OptionalInt;

/// How long a run takes, and how many round trips one after the other.
///
/// @param nanos the median over the runs
/// @param lowNanos the least that is to be expected of it; the same where it was measured
/// @param highNanos the most
/// @param firstByteNanos until the first byte of what was asked for
/// @param trips along the critical path; empty where none could be counted
public record Outcome(
    long nanos, long lowNanos, long highNanos, long firstByteNanos, OptionalInt trips) {}
