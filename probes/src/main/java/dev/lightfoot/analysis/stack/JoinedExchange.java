package dev.lightfoot.analysis.stack;

import dev.lightfoot.analysis.join.JoinedBy;
import java.util.Optional;

/// How one request of a run was found among what servers recorded.
///
/// @param exchange its position in the run
/// @param by the surest way in which any of its spans was found; empty where none was
/// @param key the id that it was found by; empty where it was found otherwise
/// @param spans how many were found
public record JoinedExchange(
    int exchange, Optional<JoinedBy> by, Optional<String> key, int spans) {}
