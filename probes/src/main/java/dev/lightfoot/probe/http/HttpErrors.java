package dev.lightfoot.probe.http;

import dev.lightfoot.model.ErrorType;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.ResponseFacts.Cut;
import dev.lightfoot.model.connection.ConnectionAttempt;
import dev.lightfoot.probe.proxy.ProxyServer;
import dev.lightfoot.probe.tls.HandshakeChecks;
import dev.lightfoot.probe.tls.TlsErrors;
import dev.lightfoot.probe.trace.ExchangeTrace;
import dev.lightfoot.probe.trace.Failure;
import dev.lightfoot.probe.trace.Mark;
import dev.lightfoot.probe.trace.ResponseHead;
import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import okhttp3.internal.http2.StreamResetException;

/// What kind of failure an exchange met, where no socket or limit has said so already.
final class HttpErrors {
  private HttpErrors() {}

  /// Who was asked.
  ///
  /// @param host the host of the URL
  /// @param proxy what is in between
  /// @param answered whether a head came that the library could read
  record Peer(String host, Optional<ProxyServer> proxy, boolean answered) {}

  static void note(IOException error, ExchangeTrace trace, Peer peer) {
    Optional<ProxyServer> proxy = peer.proxy;
    String host = peer.host;
    boolean reached = trace.has(Mark.TCP_END);
    if (trace.failure().isPresent()) {
      proxy.filter(_ -> !reached).ifPresent(each -> restate(trace, each));
      return;
    }
    if (trace.has(Mark.TCP_START) && !reached) {
      noteConnect(trace, proxy.map(ProxyServer::host).orElse(host));
      proxy.ifPresent(each -> restate(trace, each));
    } else if (peer.answered) {
      noteBody(error, trace, host);
    } else if (trace.head().flatMap(ResponseHead::fault).isPresent()) {
      noteHead(trace.head().flatMap(ResponseHead::fault).get(), trace, host);
    } else {
      noteResponse(reason(error), trace, host);
    }
  }

  /// What came is no response by the rules, but it came: nothing is waited for any more.
  private static void noteHead(String fault, ExchangeTrace trace, String host) {
    trace.fail(
        Optional.of(Phase.RECEIVE),
        ErrorType.MALFORMED_RESPONSE,
        "The answer of " + host + " breaks the rules of HTTP. " + fault);
  }

  /// Why the body is not whole, one of the words in [Cut]; empty where nothing went wrong, or all
  /// of it came and was too much.
  static Optional<String> cut(ExchangeTrace trace) {
    return trace
        .failure()
        .filter(why -> why.type() != ErrorType.MALFORMED_RESPONSE || !trace.has(Mark.LAST_BYTE))
        .map(
            why ->
                switch (why.type()) {
                  case TIMEOUT -> Cut.TIMEOUT;
                  case CANCELLED -> Cut.CANCELLED;
                  default -> Cut.CLOSED_EARLY;
                });
  }

  /// Name and address were those of the proxy.
  private static void restate(ExchangeTrace trace, ProxyServer proxy) {
    boolean ofProxy =
        trace
            .failure()
            .flatMap(Failure::phase)
            .filter(phase -> phase == Phase.DNS || phase == Phase.TCP)
            .isPresent();
    boolean ours = trace.failure().filter(why -> why.type() == ErrorType.CANCELLED).isPresent();
    if (ofProxy && !ours) {
      trace.restate(
          ErrorType.PROXY_UNREACHABLE, "The proxy " + proxy.url() + " cannot be reached: ");
    }
  }

  private static void noteConnect(ExchangeTrace trace, String host) {
    List<ConnectionAttempt> attempts = trace.handshakes().attempts();
    Optional<ConnectionAttempt> decisive =
        attempts.stream()
            .filter(attempt -> attempt.errorType().isPresent())
            .filter(attempt -> !type(attempt).equals(ErrorType.UNREACHABLE))
            .findFirst()
            .or(() -> attempts.stream().findFirst());
    ErrorType type = decisive.map(HttpErrors::type).orElse(ErrorType.CONNECT_FAILED);
    String where = decisive.map(ConnectionAttempt::address).orElse(host);
    String others =
        attempts.size() > 1 ? " None of its " + attempts.size() + " addresses accepted." : "";
    trace.fail(Optional.of(Phase.TCP), type, sentence(type, host, where) + others);
  }

  private static ErrorType type(ConnectionAttempt attempt) {
    return attempt.errorType().flatMap(ErrorType::ofLabel).orElse(ErrorType.CONNECT_FAILED);
  }

  private static String sentence(ErrorType type, String host, String address) {
    String server = address.contains(host) ? address : host + " (" + address + ")";
    return switch (type) {
      case CONNECTION_REFUSED -> server + " refuses connections: nothing listens on that port.";
      case UNREACHABLE -> "There is no route from here to " + server + ".";
      case CONNECT_TIMEOUT -> server + " did not answer.";
      default -> "No connection to " + server + " could be made.";
    };
  }

  /// A sender that goes on when our own reader has given up finds the connection closed; why the
  /// reader gave up comes along as suppressed.
  private static IOException reason(IOException error) {
    return "closed".equals(error.getMessage())
            && error.getSuppressed().length > 0
            && error.getSuppressed()[0] instanceof IOException reader
        ? reader
        : error;
  }

  private static void noteResponse(IOException error, ExchangeTrace trace, String host) {
    String words = lower(error);
    Optional<Phase> phase = Optional.of(trace.has(Mark.SEND_LAST_BYTE) ? Phase.WAIT : Phase.SEND);
    Optional<String> alert = TlsErrors.lateAlert(error, host);
    String hint = HandshakeChecks.clientCertificateHint(trace.handshakes().tls());
    if (alert.isPresent()) {
      trace.fail(phase, ErrorType.TLS_ALERT, alert.get() + hint);
    } else if (error instanceof StreamResetException reset) {
      trace.fail(
          phase,
          ErrorType.STREAM_RESET,
          host + " reset the HTTP/2 stream with " + reset.errorCode + " instead of an answer.");
    } else if (words.contains("reset") || words.contains("broken pipe")) {
      trace.fail(
          phase,
          ErrorType.CONNECTION_RESET,
          host + " reset the connection instead of answering." + hint);
    } else if (words.contains("unexpected end of stream")
        || words.contains("eof")
        || words.contains("shutdown")
        || words.contains("closed")) {
      trace.fail(
          phase,
          ErrorType.CONNECTION_CLOSED,
          host + " closed the connection without an answer." + hint);
    } else {
      // What came is no answer, but it came: nothing is waited for any more.
      trace.at(Mark.FIRST_BYTE).ifPresent(first -> trace.mark(Mark.FINAL_FIRST_BYTE, first));
      trace.fail(
          trace.has(Mark.FINAL_FIRST_BYTE) ? Optional.of(Phase.RECEIVE) : phase,
          ErrorType.MALFORMED_RESPONSE,
          host + " answered with something that is not HTTP: " + brief(error) + hint);
    }
  }

  private static void noteBody(IOException error, ExchangeTrace trace, String host) {
    String got = trace.chunks().bytes() + " body bytes";
    String how =
        switch (error) {
          case StreamResetException reset ->
              host + " reset the HTTP/2 stream with " + reset.errorCode;
          case EOFException _ -> host + " closed the connection";
          default ->
              lower(error).contains("reset")
                  ? host + " reset the connection"
                  : lower(error).contains("end of") || lower(error).contains("closed")
                      ? host + " closed the connection"
                      : "The body could not be read (" + brief(error) + ")";
        };
    trace.fail(
        Optional.of(Phase.RECEIVE),
        ErrorType.BODY_CUT,
        how + " after " + got + ", before the announced end: the body is cut.");
  }

  private static String lower(IOException error) {
    return String.valueOf(error.getMessage()).toLowerCase(Locale.ROOT);
  }

  /// A peer's words may be long or odd.
  private static String brief(IOException error) {
    if (error.getMessage() == null) {
      return "it breaks off in the middle.";
    }
    String words = String.valueOf(error.getMessage()).replaceAll("\\p{Cntrl}+", " ");
    return words.length() > 120 ? words.substring(0, 120) + "…" : words;
  }
}
