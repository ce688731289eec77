package dev.lightfoot.probe.quic;

import dev.lightfoot.model.ErrorType;
import dev.lightfoot.model.Phase;
import dev.lightfoot.probe.wire.Addresses;
import io.netty.handler.codec.quic.QuicClosedChannelException;
import io.netty.handler.codec.quic.QuicConnectionCloseEvent;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/// What kind of failure a QUIC connection met.
final class QuicErrors {
  /// TLS alerts travel as transport errors of their own range (RFC 9001 section 4.8).
  private static final int CRYPTO_ERROR = 0x100;

  private static final int CERTIFICATE_REQUIRED = 116;
  private static final int MAX_WORDS = 120;

  private QuicErrors() {}

  /// Why a handshake failed.
  ///
  /// @param close what the peer said when it closed; empty where it did not
  static QuicProblem ofHandshake(
      Throwable cause,
      Optional<QuicConnectionCloseEvent> close,
      String host,
      InetSocketAddress to) {
    Optional<QuicConnectionCloseEvent> said =
        close.or(
            () ->
                cause instanceof QuicClosedChannelException closed
                    ? Optional.ofNullable(closed.event())
                    : Optional.empty());
    if (said.isPresent()) {
      return closed(said.get(), host);
    }
    String server = host + " (" + Addresses.text(to) + ")";
    String words = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
    if (cause instanceof PortUnreachableException || words.contains("refused")) {
      return problem(
          ErrorType.QUIC_REFUSED, server + " refuses QUIC: nothing listens on that UDP port.");
    }
    if (cause instanceof NoRouteToHostException
        || cause instanceof ConnectException
        || words.contains("unreachable")) {
      return problem(ErrorType.QUIC_UNREACHABLE, "There is no route from here to " + server + ".");
    }
    if (words.contains("version")) {
      return problem(
          ErrorType.QUIC_VERSION, host + " and this client have no version of QUIC in common.");
    }
    if (words.contains("tls")) {
      return problem(
          ErrorType.TLS_FAILED, "The TLS handshake inside QUIC failed: " + brief(words) + ".");
    }
    return problem(
        ErrorType.QUIC_FAILED,
        "The QUIC handshake with " + server + " failed: " + brief(words) + ".");
  }

  private static QuicProblem closed(QuicConnectionCloseEvent event, String host) {
    int error = event.error();
    if (!event.isApplicationClose() && error >= CRYPTO_ERROR && error < CRYPTO_ERROR + 256) {
      return problem(
          ErrorType.TLS_ALERT,
          host
              + " ended the handshake with the TLS alert "
              + alert(error - CRYPTO_ERROR)
              + (error - CRYPTO_ERROR == CERTIFICATE_REQUIRED
                  ? ": it demands a client certificate, which is shown over TCP only (--http 2)."
                  : "."));
    }
    String reason = brief(new String(event.reason(), StandardCharsets.UTF_8));
    return problem(
        ErrorType.QUIC_CLOSED,
        host
            + " closed the QUIC connection during the handshake with error 0x"
            + Integer.toHexString(error)
            + (reason.isBlank() ? "." : " (" + reason + ")."));
  }

  static QuicProblem silent(String host, String addresses, String limit) {
    return problem(
        ErrorType.QUIC_TIMEOUT,
        host + " (" + addresses + ") did not answer over QUIC within " + limit + ".");
  }

  static QuicProblem problem(ErrorType type, String message) {
    return new QuicProblem(Phase.QUIC, type, message);
  }

  /// Why a connection went away under a request.
  static String lost(Optional<QuicConnectionCloseEvent> close, String host) {
    if (close.isEmpty()) {
      return host + " stopped answering and the QUIC connection timed out";
    }
    String kind = close.get().isApplicationClose() ? "HTTP/3 error " : "QUIC error ";
    return host + " closed the connection with " + kind + "0x" + hex(close.get().error());
  }

  static String hex(long code) {
    return Long.toHexString(code);
  }

  /// Names of the alerts that servers send to clients (RFC 8446 section 6).
  private static String alert(int code) {
    return switch (code) {
      case 10 -> "unexpected_message";
      case 40 -> "handshake_failure";
      case 47 -> "illegal_parameter";
      case 50 -> "decode_error";
      case 51 -> "decrypt_error";
      case 70 -> "protocol_version";
      case 71 -> "insufficient_security";
      case 80 -> "internal_error";
      case 90 -> "user_canceled";
      case 109 -> "missing_extension";
      case 110 -> "unsupported_extension";
      case 112 -> "unrecognized_name";
      case 116 -> "certificate_required";
      case 120 -> "no_application_protocol";
      default -> String.valueOf(code);
    };
  }

  /// A peer's words may be long or odd.
  static String brief(String words) {
    String clean = words.replaceAll("\\p{Cntrl}+", " ").strip();
    return clean.length() > MAX_WORDS ? clean.substring(0, MAX_WORDS) + "…" : clean;
  }
}
