package dev.lightfoot.store;

import java.nio.file.Path;
import java.time.OffsetDateTime;

/// A kept snapshot as a list shows it.
///
/// @param id unique; sorts by time
/// @param name the person's name for it
/// @param target the URL that was measured
/// @param takenAt when
/// @param runs how many runs it holds
/// @param medianNanos median wall time of its cold runs, of all runs where none is cold; 0 where
///   none came to its end
/// @param path its file
public record StoredSnapshot(
    String id,
    String name,
    String target,
    OffsetDateTime takenAt,
    int runs,
    long medianNanos,
    Path path) {}
