package dev.lightfoot.model;

/// Bounds of a server clock's offset (server minus client), from causality.
///
/// @param clock name of the clock, such as the host's
/// @param lowNanos lower bound
/// @param highNanos upper bound
public record Alignment(String clock, long lowNanos, long highNanos) {}
