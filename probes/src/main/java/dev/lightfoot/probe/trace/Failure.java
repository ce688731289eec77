package dev.lightfoot.probe.trace;

import dev.lightfoot.model.ErrorType;
import dev.lightfoot.model.Phase;
import java.util.Optional;

/// Why an exchange broke off.
///
/// @param phase where; empty where it broke off between phases
/// @param type what kind
/// @param message one sentence for people, without secrets
/// @param atNanos when it was known
public record Failure(Optional<Phase> phase, ErrorType type, String message, long atNanos) {}
