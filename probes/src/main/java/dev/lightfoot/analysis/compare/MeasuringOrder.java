package dev.lightfoot.analysis.compare;

import java.time.Duration;

/// In what order the runs of the two sides were made.
///
/// @param interleaved whether in turn
/// @param gap between the end of the earlier side and the start of the later one; zero where they
///   were measured in turn
/// @param drift whether, not measured in turn, the times within the sides are seen to drift or to
///   depend on each other. What can be there without being seen widens the intervals all the same
/// @param sessions of this target that the floor between sessions was taken from; 0 where there
///   were too few for one
public record MeasuringOrder(boolean interleaved, Duration gap, boolean drift, int sessions) {}
