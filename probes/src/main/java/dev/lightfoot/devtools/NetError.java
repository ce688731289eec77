package dev.lightfoot.devtools;

import dev.lightfoot.devtools.json.JsonValue;
import dev.lightfoot.model.ErrorType;
import dev.lightfoot.model.Phase;

/// Why a browser could not load something.
///
/// @param phase in which it failed
/// @param errorType label of an [ErrorType]
/// @param message one sentence for people
record NetError(Phase phase, String errorType, String message) {

  /// What `Network.loadingFailed` says.
  static NetError of(JsonValue failed) {
    String text = failed.text("errorText").orElse("");
    String blocked = failed.text("blockedReason").orElse("");
    String cors = failed.at("corsErrorStatus").text("corsError").orElse("");
    if (!blocked.isEmpty()) {
      return blocked("The browser did not ask for it: " + reason(blocked) + " (" + blocked + ").");
    }
    if (!cors.isEmpty()) {
      return blocked("The browser kept the answer from the page: CORS (" + cors + ").");
    }
    if (failed.flag("canceled")) {
      return new NetError(
          Phase.RECEIVE,
          ErrorType.CANCELLED.label(),
          "The page itself stopped it, or was left before it ended.");
    }
    return ofCode(text);
  }

  /// It had not ended when nothing was taken down any longer.
  static NetError unfinished() {
    return new NetError(
        Phase.RECEIVE,
        ErrorType.TIMEOUT.label(),
        "It had not ended when the recording of the page did.");
  }

  /// The same, known to have happened in that phase.
  NetError at(Phase other) {
    return new NetError(other, errorType, message);
  }

  private static NetError blocked(String message) {
    return new NetError(Phase.BLOCKED, ErrorType.BLOCKED_BY_BROWSER.label(), message);
  }

  private static String reason(String blocked) {
    return switch (blocked) {
      case "csp" -> "the page's Content-Security-Policy forbids it";
      case "mixed-content" -> "a page over https may not ask for it over http";
      case "origin", "corp-not-same-origin", "corp-not-same-site" ->
          "its server keeps it to its own origin";
      case "inspector" -> "it leads from a public page to a private address";
      case "subresource-filter" -> "a filter of the browser forbids it";
      default -> "a rule of the browser forbids it";
    };
  }

  /// By the name of a constant of the browser's network stack, such as
  /// `net::ERR_NAME_NOT_RESOLVED`.
  static NetError ofCode(String code) {
    String name = code.startsWith("net::") ? code.substring("net::".length()) : code;
    Fault fault = Fault.of(name);
    return new NetError(
        fault.phase,
        fault.type.label(),
        fault.sentence + " (" + (name.isEmpty() ? "no code" : name) + ").");
  }

  /// By the number of such a constant, which stays the same over versions.
  static NetError ofNumber(int number) {
    return ofCode(
        switch (number) {
          case -3 -> "ERR_ABORTED";
          case -7 -> "ERR_TIMED_OUT";
          case -20 -> "ERR_BLOCKED_BY_CLIENT";
          case -100 -> "ERR_CONNECTION_CLOSED";
          case -101 -> "ERR_CONNECTION_RESET";
          case -102 -> "ERR_CONNECTION_REFUSED";
          case -103 -> "ERR_CONNECTION_ABORTED";
          case -104 -> "ERR_CONNECTION_FAILED";
          case -105 -> "ERR_NAME_NOT_RESOLVED";
          case -106 -> "ERR_INTERNET_DISCONNECTED";
          case -107 -> "ERR_SSL_PROTOCOL_ERROR";
          case -108 -> "ERR_ADDRESS_INVALID";
          case -109 -> "ERR_ADDRESS_UNREACHABLE";
          case -118 -> "ERR_CONNECTION_TIMED_OUT";
          case -200 -> "ERR_CERT_COMMON_NAME_INVALID";
          case -201 -> "ERR_CERT_DATE_INVALID";
          case -202 -> "ERR_CERT_AUTHORITY_INVALID";
          case -206 -> "ERR_CERT_REVOKED";
          case -324 -> "ERR_EMPTY_RESPONSE";
          case -337 -> "ERR_HTTP2_PROTOCOL_ERROR";
          case -356 -> "ERR_QUIC_PROTOCOL_ERROR";
          case -800 -> "ERR_DNS_MALFORMED_RESPONSE";
          case -803 -> "ERR_DNS_TIMED_OUT";
          default -> "ERR_" + -number;
        });
  }

  private enum Fault {
    NAME(Phase.DNS, ErrorType.NXDOMAIN, "The host's name leads to no address"),
    DNS(Phase.DNS, ErrorType.DNS_FAILED, "The host's name could not be looked up"),
    DNS_LATE(Phase.DNS, ErrorType.DNS_TIMEOUT, "No resolver answered in time"),
    REFUSED(Phase.TCP, ErrorType.CONNECTION_REFUSED, "The server refused the connection"),
    CONNECT_LATE(Phase.TCP, ErrorType.CONNECT_TIMEOUT, "The server's address did not answer"),
    UNREACHABLE(Phase.TCP, ErrorType.UNREACHABLE, "The network knows no way to the server"),
    CONNECT(Phase.TCP, ErrorType.CONNECT_FAILED, "The connection could not be made"),
    PROXY(Phase.TCP, ErrorType.PROXY_FAILED, "The proxy did not do its part"),
    EXPIRED(Phase.TLS, ErrorType.CERTIFICATE_EXPIRED, "The certificate is not valid at this time"),
    WRONG_HOST(Phase.TLS, ErrorType.CERTIFICATE_WRONG_HOST, "The certificate is for another host"),
    AUTHORITY(
        Phase.TLS,
        ErrorType.CERTIFICATE_UNKNOWN_ROOT,
        "The browser does not trust the certificate"),
    REVOKED(Phase.TLS, ErrorType.CERTIFICATE_REVOKED, "The certificate was revoked"),
    CERTIFICATE(Phase.TLS, ErrorType.CERTIFICATE_INVALID, "The certificate is not as it must be"),
    TLS_VERSION(Phase.TLS, ErrorType.TLS_VERSION, "Browser and server know no common TLS"),
    TLS(Phase.TLS, ErrorType.TLS_FAILED, "The TLS handshake failed"),
    QUIC(Phase.QUIC, ErrorType.QUIC_FAILED, "The QUIC connection failed"),
    RESET(Phase.WAIT, ErrorType.CONNECTION_RESET, "The connection was reset"),
    CLOSED(Phase.WAIT, ErrorType.CONNECTION_CLOSED, "The server closed without an answer"),
    MALFORMED(Phase.WAIT, ErrorType.MALFORMED_RESPONSE, "The answer is not HTTP as it must be"),
    HEADERS(Phase.WAIT, ErrorType.HEADERS_TOO_LARGE, "The answer's headers are too large"),
    STREAM(Phase.RECEIVE, ErrorType.STREAM_RESET, "The server broke the stream off"),
    CUT(Phase.RECEIVE, ErrorType.BODY_CUT, "The body is shorter than announced"),
    REDIRECTS(Phase.WAIT, ErrorType.TOO_MANY_REDIRECTS, "There were too many redirects"),
    LATE(Phase.WAIT, ErrorType.TIMEOUT, "No answer came in time"),
    ABORTED(Phase.RECEIVE, ErrorType.CANCELLED, "It was stopped before it ended"),
    BLOCKED(Phase.BLOCKED, ErrorType.BLOCKED_BY_BROWSER, "The browser did not ask for it"),
    PRIVATE(
        Phase.TCP,
        ErrorType.PRIVATE_ADDRESS,
        "The browser did not go from a public page to a private address"),
    OTHER(Phase.WAIT, ErrorType.CONNECTION_CLOSED, "The browser could not load it");

    private final Phase phase;
    private final ErrorType type;
    private final String sentence;

    Fault(Phase phase, ErrorType type, String sentence) {
      this.phase = phase;
      this.type = type;
      this.sentence = sentence;
    }

    private static Fault of(String name) {
      return switch (name) {
        case "ERR_NAME_NOT_RESOLVED" -> NAME;
        case "ERR_DNS_TIMED_OUT" -> DNS_LATE;
        case "ERR_CONNECTION_REFUSED" -> REFUSED;
        case "ERR_CONNECTION_TIMED_OUT" -> CONNECT_LATE;
        case "ERR_ADDRESS_UNREACHABLE",
            "ERR_INTERNET_DISCONNECTED",
            "ERR_NETWORK_ACCESS_DENIED",
            "ERR_ADDRESS_INVALID" ->
            UNREACHABLE;
        case "ERR_CONNECTION_FAILED", "ERR_SOCKET_NOT_CONNECTED" -> CONNECT;
        case "ERR_CERT_DATE_INVALID" -> EXPIRED;
        case "ERR_CERT_COMMON_NAME_INVALID" -> WRONG_HOST;
        case "ERR_CERT_AUTHORITY_INVALID" -> AUTHORITY;
        case "ERR_CERT_REVOKED" -> REVOKED;
        case "ERR_SSL_VERSION_OR_CIPHER_MISMATCH" -> TLS_VERSION;
        case "ERR_CONNECTION_RESET", "ERR_CONNECTION_ABORTED" -> RESET;
        case "ERR_CONNECTION_CLOSED", "ERR_EMPTY_RESPONSE" -> CLOSED;
        case "ERR_INVALID_HTTP_RESPONSE", "ERR_INVALID_RESPONSE", "ERR_INVALID_REDIRECT" ->
            MALFORMED;
        case "ERR_RESPONSE_HEADERS_TOO_BIG" -> HEADERS;
        case "ERR_HTTP2_PROTOCOL_ERROR", "ERR_QUIC_PROTOCOL_ERROR" -> STREAM;
        case "ERR_CONTENT_LENGTH_MISMATCH", "ERR_INCOMPLETE_CHUNKED_ENCODING" -> CUT;
        case "ERR_TOO_MANY_REDIRECTS" -> REDIRECTS;
        case "ERR_TIMED_OUT" -> LATE;
        case "ERR_ABORTED" -> ABORTED;
        case "ERR_BLOCKED_BY_LOCAL_NETWORK_ACCESS_CHECKS",
            "ERR_BLOCKED_BY_PRIVATE_NETWORK_ACCESS_CHECKS" ->
            PRIVATE;
        default -> ofFamily(name);
      };
    }

    private static Fault ofFamily(String name) {
      if (name.startsWith("ERR_CERT_")) {
        return CERTIFICATE;
      }
      if (name.startsWith("ERR_SSL_")) {
        return TLS;
      }
      if (name.startsWith("ERR_DNS_") || name.startsWith("ERR_NAME_")) {
        return DNS;
      }
      if (name.startsWith("ERR_PROXY_") || name.startsWith("ERR_TUNNEL_")) {
        return PROXY;
      }
      if (name.startsWith("ERR_QUIC_")) {
        return QUIC;
      }
      return name.startsWith("ERR_BLOCKED_") || name.equals("ERR_UNSAFE_PORT") ? BLOCKED : OTHER;
    }
  }
}
