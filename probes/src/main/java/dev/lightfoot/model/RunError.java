package dev.lightfoot.model;

import java.util.Optional;

/// Why a run did not come to its end.
///
/// @param phase the phase it failed in; empty where it failed between phases
/// @param errorType label of an [ErrorType], or another word from a file of a newer version
/// @param message one sentence for people: what failed and where, without secrets
public record RunError(Optional<Phase> phase, String errorType, String message) {

  /// The short code to look up, such as `LF-TLS-EXPIRED`.
  public String code() {
    return ErrorType.ofLabel(errorType).map(ErrorType::code).orElse("LF-UNKNOWN");
  }
}
