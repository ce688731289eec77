package dev.lightfoot.probe.tls;

import dev.lightfoot.model.ErrorType;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What kind of failure a handshake met. The JDK distinguishes most of them only by its words.
public final class TlsErrors {
  private static final String ALERT = "received fatal alert";
  private static final String UNKNOWN_ALERT = "unknown alert description";
  private static final String WARNING = "received handshake warning:";
  private static final Set<String> OLD_VERSIONS = Set.of("TLSv1.1", "TLSv1", "SSLv3");

  private TlsErrors() {}

  /// A kind and a sentence about it.
  record Problem(ErrorType type, String message) {}

  /// A sentence about an alert that came after the handshake; empty where the failure is not one.
  public static Optional<String> lateAlert(IOException error, String host) {
    String words = String.valueOf(error.getMessage());
    return isAlert(words)
        ? Optional.of(host + " ended the connection with " + Alerts.words(alert(words)) + ".")
        : Optional.empty();
  }

  private static boolean isAlert(String words) {
    return words.toLowerCase(Locale.ROOT).contains(ALERT);
  }

  private static String alert(String words) {
    return words.substring(words.indexOf(':') + 1).strip();
  }

  static Problem of(IOException error, HandshakeLog log, String host) {
    String words = String.valueOf(error.getMessage());
    String lower = words.toLowerCase(Locale.ROOT);
    if (log.peerIsNotTls() || lower.contains("unsupported or unrecognized ssl message")) {
      return new Problem(
          ErrorType.NOT_TLS,
          host + " answered on this port, but not with TLS: is it a plain http port?");
    }
    if (isAlert(words)) {
      return alert(alert(words), log, host);
    }
    if (lower.contains(WARNING)) {
      return warned(alert(words), host);
    }
    int unknown = lower.indexOf(UNKNOWN_ALERT);
    if (unknown >= 0) {
      String number = words.substring(unknown + UNKNOWN_ALERT.length()).strip();
      return new Problem(
          ErrorType.TLS_ALERT,
          host + " ended the handshake with the TLS alert " + number + ", which has no name.");
    }
    if (log.hello().version().filter(OLD_VERSIONS::contains).isPresent()) {
      return version(log.hello().version(), host);
    }
    if (lower.contains("no appropriate protocol")
        || lower.contains("protocol version")
        || lower.contains("is not accepted by client preferences")) {
      return version(log.hello().version(), host);
    }
    if (lower.contains("improper ciphersuite")
        || lower.contains("unsupported ciphersuite")
        || lower.contains("disabled ciphersuite")
        || lower.contains("negotiated cipher suite")) {
      return new Problem(
          ErrorType.TLS_FAILED,
          host
              + " chose the cipher suite "
              + log.hello().suite().orElse("that has no name")
              + ", which this client did not offer: there is none in common.");
    }
    return broken(error, words, lower, host);
  }

  private static Problem broken(IOException error, String words, String lower, String host) {
    String below = lower + " " + cause(error).toLowerCase(Locale.ROOT);
    if (below.contains("connection reset") || below.contains("broken pipe")) {
      return new Problem(ErrorType.TLS_RESET, host + " reset the connection during the handshake.");
    }
    if (error instanceof EOFException
        || error.getCause() instanceof EOFException
        || lower.contains("terminated the handshake")
        || lower.contains("close_notify")) {
      return closed(host);
    }
    if (error instanceof SocketException) {
      return new Problem(
          ErrorType.TLS_RESET, "The connection broke during the handshake: " + words);
    }
    return new Problem(ErrorType.TLS_FAILED, misbehaviour(words, lower, host));
  }

  /// The JDK wraps a failed read in an exception that only names a method of its own.
  private static String cause(IOException error) {
    Throwable cause = error.getCause();
    return cause == null ? "" : String.valueOf(cause.getMessage());
  }

  /// What the server did that the TLS library does not accept.
  private static String misbehaviour(String words, String lower, String host) {
    if (lower.contains("algorithm constraints") && lower.contains("dh")) {
      return host
          + " uses a key exchange that is too weak (Diffie-Hellman with fewer than 1024 bits).";
    }
    if (lower.contains("exceeds the maximum allowed size")) {
      return host
          + " announced a handshake message larger than this client takes (32 KiB): "
          + words
          + ".";
    }
    if (lower.contains("application_layer_protocol_negotiation")
        || lower.contains("application protocol")) {
      return host + " chose an application protocol (ALPN) that was not offered: " + words + ".";
    }
    return "The handshake failed: " + words;
  }

  /// A warning leaves it to the client to go on; Java's TLS never does.
  private static Problem warned(String alert, String host) {
    return new Problem(
        ErrorType.TLS_ALERT,
        host
            + " warned during the handshake with "
            + Alerts.words(alert)
            + ". Browsers and curl go on after such a warning, Java's TLS ends the handshake"
            + (alert.equals("unrecognized_name")
                ? ": add the name to the server's configuration, or use the name it has."
                : "."));
  }

  private static Problem alert(String alert, HandshakeLog log, String host) {
    if (alert.equals("protocol_version")) {
      Optional<String> marked =
          log.alertVersion().stream()
              .filter(number -> number < 0x0303)
              .mapToObj(HelloFacts::versionName)
              .findFirst();
      return new Problem(
          ErrorType.TLS_VERSION,
          host
              + " ended the handshake with the TLS alert protocol_version: it speaks neither TLS"
              + " 1.3 nor 1.2"
              + marked.map(name -> "; its alert is marked " + name).orElse("")
              + ".");
    }
    // Where a suite was agreed on, its usual meaning (none in common) would be wrong: OpenSSL sends
    // it in TLS 1.2 where a client certificate is missing.
    boolean later = alert.equals("handshake_failure") && log.hello().suite().isPresent();
    return new Problem(
        ErrorType.TLS_ALERT,
        host
            + " ended the handshake with "
            + (later
                ? "the TLS alert handshake_failure, after a cipher suite was agreed on"
                : Alerts.words(alert))
            + ".");
  }

  private static Problem version(Optional<String> offered, String host) {
    return new Problem(
        ErrorType.TLS_VERSION,
        host
            + " and this client have no TLS version in common: "
            + offered.map(name -> "the server chose " + name + ", ").orElse("")
            + "this client speaks TLS 1.3 and 1.2.");
  }

  private static Problem closed(String host) {
    return new Problem(ErrorType.TLS_CLOSED, host + " closed the connection during the handshake.");
  }
}
