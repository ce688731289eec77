package dev.lightfoot.analysis.compare.match;

import java.time.OffsetDateTime;

/// One of the two that are compared.
///
/// @param id of the snapshot
/// @param name of it; may be empty
/// @param target its URL
/// @param takenAt when it was begun
/// @param made runs of the state that is compared
/// @param counting of them, those that enter statistics
public record Side(
    String id, String name, String target, OffsetDateTime takenAt, int made, int counting) {}
