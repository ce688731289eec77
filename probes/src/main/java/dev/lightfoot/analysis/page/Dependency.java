package dev.lightfoot.analysis.page;

/// What one exchange waited for.
///
/// @param exchange index of the other one
/// @param atNanos when that had come so far
/// @param cause why that was needed
public record Dependency(int exchange, long atNanos, PathCause cause) {}
