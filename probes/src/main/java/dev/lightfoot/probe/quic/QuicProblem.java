package dev.lightfoot.probe.quic;

import dev.lightfoot.model.ErrorType;
import dev.lightfoot.model.Phase;

/// Why an exchange over QUIC did not come to its end.
///
/// @param phase where it broke off
/// @param type what kind
/// @param message one sentence for people
public record QuicProblem(Phase phase, ErrorType type, String message) {}
