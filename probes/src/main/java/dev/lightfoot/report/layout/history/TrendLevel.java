package dev.lightfoot.report.layout.history;

/// Neighbouring snapshots between which nothing changed.
///
/// @param from index of the first one
/// @param to index after the last one
/// @param medianNanos median of their times
public record TrendLevel(int from, int to, long medianNanos) {}
