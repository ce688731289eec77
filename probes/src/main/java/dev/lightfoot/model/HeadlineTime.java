package dev.lightfoot.model;

/// The time that stands for a snapshot in a list, and the runs it is the median of.
///
/// @param state of those runs
/// @param runs how many count
/// @param medianNanos the time
/// @param minNanos of the fastest of them
/// @param maxNanos of the slowest of them
/// @param comparedNanos the median as comparisons take it: without the time in which only this
///   computer was at work, where that is known
public record HeadlineTime(
    RunState state, int runs, long medianNanos, long minNanos, long maxNanos, long comparedNanos) {}
