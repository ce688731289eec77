package dev.lightfoot.codec.capture;

import dev.lightfoot.model.ErrorType;
import dev.lightfoot.model.Phase;
import java.util.Locale;
import java.util.Optional;

/// Why a browser could not fetch something, by its own name for it.
///
/// @param phase where it failed; empty where the name does not say
/// @param errorType an [ErrorType] label, or the browser's own word
public record NetError(Optional<Phase> phase, String errorType) {
  /// Of a name such as `net::ERR_CONNECTION_REFUSED`.
  public static NetError of(String written) {
    String name = written.strip().toUpperCase(Locale.ROOT).replaceFirst("^NET::", "");
    return switch (name) {
      case "ERR_NAME_NOT_RESOLVED" -> at(Phase.DNS, ErrorType.NXDOMAIN);
      case "ERR_DNS_TIMED_OUT" -> at(Phase.DNS, ErrorType.DNS_TIMEOUT);
      case "ERR_CONNECTION_REFUSED" -> at(Phase.TCP, ErrorType.CONNECTION_REFUSED);
      case "ERR_CONNECTION_TIMED_OUT" -> at(Phase.TCP, ErrorType.CONNECT_TIMEOUT);
      case "ERR_ADDRESS_UNREACHABLE", "ERR_INTERNET_DISCONNECTED" ->
          at(Phase.TCP, ErrorType.UNREACHABLE);
      case "ERR_CONNECTION_FAILED" -> at(Phase.TCP, ErrorType.CONNECT_FAILED);
      case "ERR_CERT_DATE_INVALID" -> at(Phase.TLS, ErrorType.CERTIFICATE_EXPIRED);
      case "ERR_CERT_COMMON_NAME_INVALID" -> at(Phase.TLS, ErrorType.CERTIFICATE_WRONG_HOST);
      case "ERR_CERT_AUTHORITY_INVALID" -> at(Phase.TLS, ErrorType.CERTIFICATE_UNKNOWN_ROOT);
      case "ERR_CERT_REVOKED" -> at(Phase.TLS, ErrorType.CERTIFICATE_REVOKED);
      case "ERR_SSL_PROTOCOL_ERROR" -> at(Phase.TLS, ErrorType.TLS_FAILED);
      case "ERR_SSL_VERSION_OR_CIPHER_MISMATCH" -> at(Phase.TLS, ErrorType.TLS_VERSION);
      case "ERR_CONNECTION_RESET" -> anywhere(ErrorType.CONNECTION_RESET.label());
      case "ERR_CONNECTION_CLOSED", "ERR_EMPTY_RESPONSE" ->
          anywhere(ErrorType.CONNECTION_CLOSED.label());
      case "ERR_TOO_MANY_REDIRECTS" -> anywhere(ErrorType.TOO_MANY_REDIRECTS.label());
      case "ERR_TIMED_OUT" -> anywhere(ErrorType.TIMEOUT.label());
      case "ERR_ABORTED", "NS_BINDING_ABORTED" -> anywhere(ErrorType.CANCELLED.label());
      default -> anywhere("other");
    };
  }

  private static NetError at(Phase phase, ErrorType type) {
    return new NetError(Optional.of(phase), type.label());
  }

  private static NetError anywhere(String errorType) {
    return new NetError(Optional.empty(), errorType);
  }
}
