package dev.lightfoot.analysis.budget;

import java.util.OptionalLong;

/// What was measured of a limit's quantity: nanoseconds, trips, bytes or requests.
///
/// @param value what is held against the limit: of a time its percentile, of anything else what the
///   run in the middle has, the upper one of two
/// @param low of a time the lower bound of the percentile (95 %), of anything else the least of a
///   run
/// @param high the upper bound, or the most of a run
/// @param runs how many it is taken from
/// @param atLeast whether there may be more, because some could not be counted
/// @param baseline what the baseline has; empty where there is none. Of a time, `value`, `low` and
///   `high` are then the baseline plus the shift and its interval
public record Measured(
    long value, long low, long high, int runs, boolean atLeast, OptionalLong baseline) {

  Measured against(long ofBaseline) {
    return new Measured(value, low, high, runs, atLeast, OptionalLong.of(ofBaseline));
  }
}
