package dev.lightfoot.probe.tls.certificate;

import dev.lightfoot.model.ErrorType;
import dev.lightfoot.model.connection.TlsCheck;
import java.util.List;
import java.util.Optional;

/// The judgement on a certificate chain.
///
/// @param failure the first failing check; empty where the chain is trusted
/// @param message one sentence about it; empty where the chain is trusted
/// @param checks every check made
/// @param shape how the certificates hang together
public record Verdict(
    Optional<ErrorType> failure, String message, List<TlsCheck> checks, ChainShape shape) {
  public Verdict {
    checks = List.copyOf(checks);
  }
}
