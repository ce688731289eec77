package dev.lightfoot.probe.tls;

import dev.lightfoot.model.ErrorType;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.connection.TlsFacts;
import dev.lightfoot.probe.trace.Deferred;
import dev.lightfoot.probe.trace.ExchangeTrace;
import dev.lightfoot.probe.trace.Mark;
import dev.lightfoot.probe.wire.ConnectionTrace;
import dev.lightfoot.probe.wire.TappedStreams;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;

/// A TLS connection that notes its handshake and what is said above it. Nothing can be written
/// through it before the handshake has ended with a trusted certificate: the first write waits for
/// the verdict, which is reached while the HTTP client prepares its request.
final class TapSslSocket extends DelegatingSslSocket {
  private final String host;
  private final ConnectionTrace connection;
  private final HandshakeLog log;
  private final CapturingTrustManager trust;
  private final ClientCertificates clientCertificates;
  private final TapChoice taps;
  private Optional<HandshakeFacts> shown = Optional.empty();
  private boolean trusted;
  private volatile boolean closing;

  TapSslSocket(
      SSLSocket delegate,
      String host,
      ConnectionTrace connection,
      HandshakeLog log,
      CapturingTrustManager trust,
      ClientCertificates clientCertificates,
      TapChoice taps) {
    super(delegate);
    this.host = host;
    this.connection = connection;
    this.log = log;
    this.trust = trust;
    this.clientCertificates = clientCertificates;
    this.taps = taps;
  }

  ConnectionTrace connection() {
    return connection;
  }

  @Override
  public void startHandshake() throws IOException {
    if (shown.isPresent()) {
      return; // made ready ahead
    }
    ExchangeTrace trace = connection.current();
    try {
      delegate().startHandshake();
    } catch (IOException e) {
      if (connection.peer().isEmpty()) {
        throw e; // there was no peer to shake hands with
      }
      log.finish();
      note(trace, Optional.empty());
      TlsErrors.Problem problem = TlsErrors.of(e, log, host);
      String hint = HandshakeChecks.clientCertificateHint(trace.handshakes().tls());
      trace.fail(Optional.of(Phase.TLS), problem.type(), problem.message() + hint);
      throw e;
    }
    log.finish();
    trace.mark(Mark.TLS_END, trace.clock().of(log.ended().orElseGet(System::nanoTime)));
    note(trace, Optional.of(delegate().getSession()));
    connection.tap(taps.tap(getApplicationProtocol(), connection));
  }

  private void note(ExchangeTrace trace, Optional<SSLSession> session) {
    if (log.began().isPresent()) {
      trace.mark(Mark.TLS_START, trace.clock().of(log.began().getAsLong()));
    }
    HandshakeFacts facts =
        new HandshakeFacts(
            log,
            session,
            session.map(_ -> getApplicationProtocol()).filter(name -> !name.isEmpty()),
            trust.take(delegate()),
            trust.staples(),
            clientCertificates.take(delegate()),
            clientCertificates.subject());
    Deferred<TlsFacts> later = new Deferred<>(() -> facts.on(trace.clock()));
    trace.handshakes().tls(later, log.trips());
    connection.tlsFacts(later);
    shown = Optional.of(facts);
  }

  /// Lets the first application byte pass, or ends the connection.
  private synchronized void admit() throws IOException {
    if (trusted) {
      return;
    }
    HandshakeFacts facts =
        shown.orElseThrow(() -> new SSLPeerUnverifiedException("no handshake, nothing is sent"));
    Optional<String> verdict = facts.verdict();
    if (verdict.equals(Optional.of(TlsFacts.TRUSTED))) {
      trusted = true;
      return;
    }
    ErrorType type = verdict.flatMap(ErrorType::ofLabel).orElse(ErrorType.CERTIFICATE_INVALID);
    String message =
        type == ErrorType.CERTIFICATE_REVOKED
            ? "The stapled OCSP response says that the certificate was revoked."
            : facts
                .capture()
                .map(seen -> seen.verdict().message())
                .orElse("No certificate was shown.");
    connection.current().fail(Optional.of(Phase.TLS), type, message);
    facts.session().ifPresent(SSLSession::invalidate);
    close();
    throw new SSLPeerUnverifiedException(message);
  }

  /// An HTTP client that looks at the certificate itself gives up without a word: the verdict is
  /// the reason.
  @Override
  public void close() throws IOException {
    boolean refused =
        !closing && shown.isPresent() && !trusted && connection.current().failure().isEmpty();
    closing = true; // naming the reason closes it, too
    connection.leave();
    super.close();
    if (refused) {
      try {
        admit();
      } catch (SSLPeerUnverifiedException e) {
        return; // noted
      }
    }
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return TappedStreams.input(super.getInputStream(), connection, this::setSoTimeout);
  }

  @Override
  public OutputStream getOutputStream() throws IOException {
    OutputStream gated =
        new FilterOutputStream(super.getOutputStream()) {
          @Override
          public void write(byte[] bytes, int offset, int length) throws IOException {
            admit();
            out.write(bytes, offset, length);
          }

          @Override
          public void write(int value) throws IOException {
            admit();
            out.write(value);
          }
        };
    return TappedStreams.output(gated, connection);
  }
}
