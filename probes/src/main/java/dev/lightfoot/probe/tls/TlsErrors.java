package dev.lightfoot.probe.tls;

import dev.lightfoot.model.ErrorType;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.util.Locale;

/// What kind of failure a handshake met. The JDK tells most of them apart only by its words.
final class TlsErrors {
  private TlsErrors() {}

  /// A kind and a sentence about it.
  record Problem(ErrorType type, String message) {}

  static Problem of(IOException error, boolean peerIsNotTls, String host) {
    String words = String.valueOf(error.getMessage());
    String lower = words.toLowerCase(Locale.ROOT);
    if (peerIsNotTls || lower.contains("unsupported or unrecognized ssl message")) {
      return new Problem(
          ErrorType.NOT_TLS,
          host + " answered on this port, but not with TLS: is it a plain http port?");
    }
    if (lower.contains("received fatal alert")) {
      return alert(words.substring(words.indexOf(':') + 1).strip(), host);
    }
    if (lower.contains("no appropriate protocol")
        || lower.contains("protocol version")
        || lower.contains("is not accepted by client preferences")) {
      return new Problem(
          ErrorType.TLS_VERSION, host + " and this client have no TLS version in common.");
    }
    if (error instanceof EOFException || lower.contains("terminated the handshake")) {
      return closed(host);
    }
    if (lower.contains("connection reset") || lower.contains("broken pipe")) {
      return new Problem(ErrorType.TLS_RESET, host + " reset the connection during the handshake.");
    }
    if (error.getCause() instanceof EOFException) {
      return closed(host);
    }
    if (error instanceof SocketException) {
      return new Problem(
          ErrorType.TLS_RESET, "The connection broke during the handshake: " + words);
    }
    return new Problem(ErrorType.TLS_FAILED, "The handshake failed: " + words);
  }

  private static Problem alert(String alert, String host) {
    boolean version = alert.equals("protocol_version");
    return new Problem(
        version ? ErrorType.TLS_VERSION : ErrorType.TLS_ALERT,
        host + " ended the handshake with the TLS alert " + alert + ".");
  }

  private static Problem closed(String host) {
    return new Problem(ErrorType.TLS_CLOSED, host + " closed the connection during the handshake.");
  }
}
