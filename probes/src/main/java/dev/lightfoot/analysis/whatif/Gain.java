package dev.lightfoot.analysis.whatif;

/// What changes save of what was waited for, apart from how far two sessions of measuring lie apart
/// anyway.
///
/// @param trips round trips that are made no more, waited for or not; never below 0
/// @param lowNanos at least this, nine times of ten; below 0 where it may take longer then
/// @param nanos the likeliest: what was observed less what is predicted
/// @param highNanos at most this, nine times of ten
/// @param ofNanos what was observed
/// @param replays how often the runs were replayed to find out
public record Gain(
    int trips, long lowNanos, long nanos, long highNanos, long ofNanos, int replays) {}
