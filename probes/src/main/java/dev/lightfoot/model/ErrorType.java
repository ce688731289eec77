package dev.lightfoot.model;

import java.util.Locale;
import java.util.Optional;

/// Everything that can keep a target from being measured, by the phase it belongs to. The label is
/// the word in the snapshot format, the code the one that people look up.
public enum ErrorType {
  NXDOMAIN("LF-DNS-NXDOMAIN"),
  NO_ADDRESS("LF-DNS-NODATA"),
  SERVFAIL("LF-DNS-SERVFAIL"),
  DNSSEC_BOGUS("LF-DNS-BOGUS"),
  DNS_REFUSED("LF-DNS-REFUSED"),
  DNS_TIMEOUT("LF-DNS-TIMEOUT"),
  DNS_UNREACHABLE("LF-DNS-UNREACHABLE"),
  DNS_MALFORMED("LF-DNS-MALFORMED"),
  CNAME_CHAIN_TOO_LONG("LF-DNS-CNAME"),
  DNS_FAILED("LF-DNS-FAILED"),

  CONNECTION_REFUSED("LF-TCP-REFUSED"),
  CONNECT_TIMEOUT("LF-TCP-TIMEOUT"),
  UNREACHABLE("LF-TCP-UNREACHABLE"),
  PRIVATE_ADDRESS("LF-TCP-PRIVATE"),
  CONNECT_FAILED("LF-TCP-FAILED"),

  PROXY_UNREACHABLE("LF-PROXY-UNREACHABLE"),
  PROXY_REFUSED("LF-PROXY-REFUSED"),
  PROXY_AUTHENTICATION("LF-PROXY-AUTH"),
  PROXY_CLOSED("LF-PROXY-CLOSED"),
  PROXY_TIMEOUT("LF-PROXY-TIMEOUT"),
  PROXY_UNSUPPORTED("LF-PROXY-UNSUPPORTED"),
  PROXY_FAILED("LF-PROXY-FAILED"),

  QUIC_TIMEOUT("LF-QUIC-TIMEOUT"),
  QUIC_REFUSED("LF-QUIC-REFUSED"),
  QUIC_UNREACHABLE("LF-QUIC-UNREACHABLE"),
  QUIC_VERSION("LF-QUIC-VERSION"),
  QUIC_CLOSED("LF-QUIC-CLOSED"),
  QUIC_FAILED("LF-QUIC-FAILED"),
  QUIC_UNAVAILABLE("LF-QUIC-UNAVAILABLE"),

  NOT_TLS("LF-TLS-PLAIN"),
  TLS_ALERT("LF-TLS-ALERT"),
  TLS_RESET("LF-TLS-RESET"),
  TLS_CLOSED("LF-TLS-CLOSED"),
  TLS_TIMEOUT("LF-TLS-TIMEOUT"),
  TLS_VERSION("LF-TLS-VERSION"),
  CERTIFICATE_EXPIRED("LF-TLS-EXPIRED"),
  CERTIFICATE_NOT_YET_VALID("LF-TLS-NOT-YET-VALID"),
  CERTIFICATE_WRONG_HOST("LF-TLS-WRONG-HOST"),
  CERTIFICATE_SELF_SIGNED("LF-TLS-SELF-SIGNED"),
  CERTIFICATE_UNKNOWN_ROOT("LF-TLS-UNKNOWN-ROOT"),
  CERTIFICATE_REVOKED("LF-TLS-REVOKED"),
  CERTIFICATE_INVALID("LF-TLS-INVALID"),
  TLS_FAILED("LF-TLS-FAILED"),

  HTTP_VERSION("LF-HTTP-VERSION"),
  CONNECTION_RESET("LF-HTTP-RESET"),
  CONNECTION_CLOSED("LF-HTTP-CLOSED"),
  HEADERS_TOO_LARGE("LF-HTTP-HEADERS"),
  MALFORMED_RESPONSE("LF-HTTP-MALFORMED"),
  BODY_CUT("LF-HTTP-CUT"),
  STREAM_RESET("LF-HTTP-STREAM"),
  TOO_MANY_REDIRECTS("LF-HTTP-REDIRECTS"),
  REDIRECT_LOOP("LF-HTTP-LOOP"),
  BAD_REDIRECT("LF-HTTP-LOCATION"),
  BLOCKED_BY_BROWSER("LF-BROWSER-BLOCKED"),
  BROWSER_FAILED("LF-BROWSER-FAILED"),

  TIMEOUT("LF-TIMEOUT"),
  CANCELLED("LF-CANCELLED"),
  INTERNAL("LF-INTERNAL");

  private final String label = name().toLowerCase(Locale.ROOT).replace('_', '-');
  private final String code;

  ErrorType(String code) {
    this.code = code;
  }

  /// The name in the snapshot format.
  public String label() {
    return label;
  }

  /// The short code that people look up.
  public String code() {
    return code;
  }

  /// The type of that name in the snapshot format.
  public static Optional<ErrorType> ofLabel(String label) {
    for (ErrorType type : values()) {
      if (type.label.equals(label)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
