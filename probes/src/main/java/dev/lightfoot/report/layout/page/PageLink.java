package dev.lightfoot.report.layout.page;

/// One request led to another: the line from the row that named it to its own.
///
/// @param from index of the row that named it
/// @param to index of the row that was found
/// @param atNanos where the line leaves the upper row: the instant at which the lower one was asked
///   for, or the upper one's end where that came before
public record PageLink(int from, int to, long atNanos) {}
