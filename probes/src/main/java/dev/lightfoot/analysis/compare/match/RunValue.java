package dev.lightfoot.analysis.compare.match;

/// What one run took.
///
/// @param run index in its snapshot
/// @param nanos what it took
public record RunValue(int run, long nanos) {}
