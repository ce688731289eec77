package dev.lightfoot.probe;

import dev.lightfoot.model.ErrorType;
import dev.lightfoot.model.Phase;
import dev.lightfoot.probe.trace.ExchangeTrace;
import java.time.Duration;

/// Says of an exchange that is broken off why it is.
///
/// @param limit the time given to the run
record BreakOff(Duration limit) {

  /// The person stopped it.
  static void cancelled(ExchangeTrace trace) {
    trace.fail(ErrorType.CANCELLED, "Stopped by you.");
  }

  /// The time is used up; what for, says the phase it is in.
  void timedOut(ExchangeTrace trace) {
    Phase phase = trace.current().orElse(Phase.BLOCKED);
    ErrorType type =
        switch (phase) {
          case DNS -> ErrorType.DNS_TIMEOUT;
          case TCP -> ErrorType.CONNECT_TIMEOUT;
          case PROXY -> ErrorType.PROXY_TIMEOUT;
          case TLS -> ErrorType.TLS_TIMEOUT;
          case QUIC -> ErrorType.QUIC_TIMEOUT;
          default -> ErrorType.TIMEOUT;
        };
    String where =
        switch (phase) {
          case BLOCKED -> "The run did not end";
          case DNS -> "No resolver answered";
          case TCP -> "The server's address did not answer";
          case PROXY -> "The proxy did not answer CONNECT";
          case TLS -> "The TLS handshake did not end";
          case QUIC -> "The QUIC handshake did not end";
          case SEND -> "The request could not be sent";
          case WAIT -> "No response came";
          case RECEIVE -> "The response did not end";
        };
    String cut = phase == Phase.RECEIVE ? ": its body is cut." : ".";
    trace.fail(type, where + " within the " + seconds() + " given to a run" + cut);
  }

  /// The limit as people write it.
  String seconds() {
    return limit.toMillis() % 1_000 == 0 ? limit.toSeconds() + " s" : limit.toMillis() + " ms";
  }
}
