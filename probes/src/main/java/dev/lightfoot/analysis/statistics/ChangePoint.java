package dev.lightfoot.analysis.statistics;

/// From one value of a series on, it lies elsewhere.
///
/// @param index of the first value of the new segment
/// @param p of Student's test of the segments on both sides of it
/// @param before mean of the segment that it ends
/// @param after mean of the segment that it begins
public record ChangePoint(int index, double p, double before, double after) {}
