package dev.lightfoot.analysis.clock;

/// From when to when by which clock.
///
/// @param clock its name
/// @param startNanos since 1970
/// @param endNanos since 1970
public record Stamped(String clock, long startNanos, long endNanos) {}
