package dev.lightfoot.probe.trace;

import dev.lightfoot.model.ErrorType;
import dev.lightfoot.model.connection.ConnectionAttempt;
import dev.lightfoot.model.connection.TlsFacts;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// What is noted about connecting for one exchange: the addresses tried, a proxy's answer, the
/// handshakes of TLS and QUIC. Safe for use by several threads.
public final class HandshakeNotes {
  private final ExchangeTrace trace;
  private final AttemptLog attempts = new AttemptLog();
  private OptionalInt proxyStatus = OptionalInt.empty();
  private OptionalInt tlsTrips = OptionalInt.empty();
  private Optional<Deferred<TlsFacts>> tls = Optional.empty();
  private OptionalInt quicTrips = OptionalInt.empty();
  private boolean quic;

  HandshakeNotes(ExchangeTrace trace) {
    this.trace = trace;
  }

  /// QUIC was attempted and given up: the exchange goes on over TCP.
  public synchronized void fallBackToTcp() {
    quic = false;
    quicTrips = OptionalInt.empty();
    trace.connectAfterQuic();
  }

  /// The exchange goes over a connection that another one opened: what it opened counts as an
  /// attempt that was given up.
  synchronized void startOver() {
    attempts.abandon();
    tls = Optional.empty();
    tlsTrips = OptionalInt.empty();
  }

  /// The exchange has ended: attempts still under way count as abandoned now.
  synchronized void over() {
    attempts.over(trace.clock().now());
  }

  void adopt(HandshakeNotes ahead) {
    List<ConnectionAttempt> its = ahead.attempts();
    synchronized (this) {
      its.forEach(attempts::add);
    }
  }

  /// An address is being connected to; the result names the attempt.
  public synchronized int attemptStarted(String address, long atNanos) {
    trace.mark(Mark.TCP_START, atNanos);
    return attempts.started(address, atNanos, ConnectionAttempt.TCP);
  }

  /// A QUIC handshake with an address begins; the result names the attempt.
  public synchronized int quicAttemptStarted(String address, long atNanos) {
    quic = true;
    trace.mark(Mark.QUIC_START, atNanos);
    return attempts.started(address, atNanos, ConnectionAttempt.QUIC);
  }

  /// The exchange goes over QUIC, on a connection that was open before.
  public synchronized void overQuic() {
    quic = true;
  }

  /// Whether the exchange goes over QUIC.
  public synchronized boolean quic() {
    return quic;
  }

  /// That attempt connected. Only the first one counts; a later one is abandoned.
  public synchronized void attemptConnected(int attempt, long atNanos) {
    attempts.ended(
        attempt,
        atNanos,
        trace.has(Mark.TCP_END) ? ConnectionAttempt.ABANDONED : ConnectionAttempt.CONNECTED,
        Optional.empty());
    trace.mark(Mark.TCP_END, atNanos);
  }

  /// The QUIC handshake of that attempt is complete. Only the first one counts.
  public synchronized void quicAttemptConnected(int attempt, long atNanos) {
    attempts.ended(
        attempt,
        atNanos,
        trace.has(Mark.QUIC_END) ? ConnectionAttempt.ABANDONED : ConnectionAttempt.CONNECTED,
        Optional.empty());
    trace.mark(Mark.QUIC_END, atNanos);
  }

  /// That attempt was refused, or given up where there is no error.
  public synchronized void attemptEnded(int attempt, long atNanos, Optional<ErrorType> error) {
    attempts.ended(
        attempt,
        atNanos,
        error.isPresent() ? ConnectionAttempt.FAILED : ConnectionAttempt.ABANDONED,
        error.map(ErrorType::label));
  }

  /// Every attempt; those still under way count as abandoned now.
  public synchronized List<ConnectionAttempt> attempts() {
    return attempts.list(trace.clock().now());
  }

  /// How long the attempt that won took; empty before.
  public synchronized OptionalLong connectNanos() {
    return attempts.list(0).stream()
        .filter(attempt -> attempt.outcome().equals(ConnectionAttempt.CONNECTED))
        .mapToLong(ConnectionAttempt::durationNanos)
        .findFirst();
  }

  /// What a proxy answered to CONNECT.
  public synchronized void proxyStatus(int status) {
    proxyStatus = OptionalInt.of(status);
  }

  public synchronized OptionalInt proxyStatus() {
    return proxyStatus;
  }

  /// A round trip to the peer of TLS, at most: through a tunnel that of CONNECT, else that of the
  /// TCP connection; empty before.
  public synchronized OptionalLong pathNanos() {
    OptionalLong answered = trace.at(Mark.PROXY_END);
    return answered.isPresent()
        ? OptionalLong.of(answered.getAsLong() - trace.at(Mark.PROXY_START).orElseThrow())
        : connectNanos();
  }

  /// What the handshake has settled so far, and the round trips it has taken.
  public synchronized void tls(Deferred<TlsFacts> facts, int trips) {
    tls = Optional.of(facts);
    tlsTrips = OptionalInt.of(trips);
  }

  /// What the QUIC handshake has settled so far, and the round trips it has taken.
  public synchronized void quicHandshake(Optional<TlsFacts> facts, int trips) {
    facts.ifPresent(known -> tls = Optional.of(new Deferred<>(() -> known)));
    quicTrips = OptionalInt.of(trips);
  }

  public synchronized OptionalInt quicTrips() {
    return quicTrips;
  }

  public synchronized Optional<TlsFacts> tls() {
    return tls.map(Deferred::get);
  }

  public synchronized OptionalInt tlsTrips() {
    return tlsTrips;
  }
}
