package dev.lightfoot.probe.tls;

import dev.lightfoot.model.CertificateFacts;
import dev.lightfoot.model.ErrorType;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.TlsCheck;
import dev.lightfoot.model.TlsFacts;
import dev.lightfoot.probe.trace.ExchangeTrace;
import dev.lightfoot.probe.trace.Mark;
import dev.lightfoot.probe.wire.ConnectionTrace;
import dev.lightfoot.probe.wire.TappedStreams;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;

/// A TLS connection that notes its handshake and what is said above it. Nothing can be written
/// through it before the handshake has ended with a trusted certificate.
final class TapSslSocket extends DelegatingSslSocket {
  private final String host;
  private final ConnectionTrace connection;
  private final HandshakeLog log;
  private final CapturingTrustManager trust;
  private final ClientCertificateRequests clientCertificates;
  private final TapChoice taps;
  private boolean trusted;

  TapSslSocket(
      SSLSocket delegate,
      String host,
      ConnectionTrace connection,
      HandshakeLog log,
      CapturingTrustManager trust,
      ClientCertificateRequests clientCertificates,
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
    ExchangeTrace trace = connection.current();
    try {
      delegate().startHandshake();
    } catch (IOException e) {
      if (connection.peer().isEmpty()) {
        throw e; // there was nobody to shake hands with
      }
      log.finish();
      note(trace, Optional.empty(), trust.take(delegate()));
      TlsErrors.Problem problem = TlsErrors.of(e, log, host);
      trace.fail(Optional.of(Phase.TLS), problem.type(), problem.message());
      throw e;
    }
    log.finish();
    trace.mark(Mark.TLS_END, trace.clock().of(log.ended().orElseGet(System::nanoTime)));
    judge(trace);
    connection.tap(taps.tap(getApplicationProtocol(), connection));
  }

  private void judge(ExchangeTrace trace) throws IOException {
    SSLSession session = delegate().getSession();
    Optional<CapturingTrustManager.Capture> capture = trust.take(delegate());
    TlsFacts facts = note(trace, Optional.of(session), capture);
    connection.tlsFacts(facts);
    boolean good = facts.verdict().equals(Optional.of(TlsFacts.TRUSTED));
    if (good) {
      trusted = true;
      return;
    }
    ErrorType type =
        facts.verdict().flatMap(ErrorType::ofLabel).orElse(ErrorType.CERTIFICATE_INVALID);
    String message =
        type == ErrorType.CERTIFICATE_REVOKED
            ? "The stapled OCSP response says that the certificate was revoked."
            : capture.map(seen -> seen.verdict().message()).orElse("No certificate was shown.");
    trace.fail(Optional.of(Phase.TLS), type, message);
    session.invalidate();
    close();
    throw new SSLPeerUnverifiedException(message);
  }

  /// Turns what is known by now into facts. A resumed session shows no certificate: it can only
  /// come from a handshake whose certificate was trusted, because others are invalidated.
  private TlsFacts note(
      ExchangeTrace trace,
      Optional<SSLSession> session,
      Optional<CapturingTrustManager.Capture> capture) {
    HelloFacts hello = log.hello();
    if (log.began().isPresent()) {
      trace.mark(Mark.TLS_START, trace.clock().of(log.began().getAsLong()));
    }
    OptionalLong helloAt =
        log.serverHelloAt().isPresent()
            ? OptionalLong.of(trace.clock().of(log.serverHelloAt().getAsLong()))
            : OptionalLong.empty();
    List<X509Certificate> chain =
        capture.map(CapturingTrustManager.Capture::chain).orElseGet(() -> chain(session));
    List<CertificateFacts> certificates = CertificateReader.facts(chain);
    Optional<byte[]> response = session.flatMap(TapSslSocket::stapled);
    Optional<String> staple = response.map(bytes -> OcspStaple.read(bytes).status());
    List<TlsCheck> checks = new ArrayList<>();
    capture.ifPresent(seen -> checks.addAll(seen.verdict().checks()));
    if (!chain.isEmpty()) {
      Optional<ChainShape> shape = capture.map(seen -> seen.verdict().shape());
      checks.add(trust.staples().check(chain.getFirst(), shape, response));
    }
    if (capture.isPresent()) {
      int bytes = certificates.stream().mapToInt(CertificateFacts::bytes).sum();
      checks.add(HandshakeChecks.firstFlight(log.bytesIn(), bytes));
    }
    checks.addAll(HandshakeChecks.of(hello, clientCertificates.take(delegate())));
    TlsFacts facts =
        new TlsFacts(
            hello.version(),
            session.map(SSLSession::getCipherSuite).or(hello::suite),
            hello.group(),
            session.map(_ -> getApplicationProtocol()).filter(name -> !name.isEmpty()),
            hello.resumed(),
            hello.offered(),
            hello.retried(),
            helloAt,
            log.bytesIn(),
            log.bytesOut(),
            staple,
            certificates,
            verdict(capture, staple, session.isPresent() && hello.resumed()),
            checks);
    trace.tls(facts, log.trips());
    return facts;
  }

  static Optional<String> verdict(
      Optional<CapturingTrustManager.Capture> capture, Optional<String> staple, boolean resumed) {
    if (capture.isEmpty()) {
      return resumed ? Optional.of(TlsFacts.TRUSTED) : Optional.empty();
    }
    Optional<ErrorType> failure = capture.get().verdict().failure();
    if (failure.isEmpty() && staple.equals(Optional.of(OcspStaple.REVOKED))) {
      failure = Optional.of(ErrorType.CERTIFICATE_REVOKED);
    }
    return Optional.of(failure.map(ErrorType::label).orElse(TlsFacts.TRUSTED));
  }

  private static Optional<byte[]> stapled(SSLSession session) {
    if (session instanceof ExtendedSSLSession extended) {
      try {
        List<byte[]> responses = extended.getStatusResponses();
        return responses.isEmpty() || responses.getFirst().length == 0
            ? Optional.empty()
            : Optional.of(responses.getFirst());
      } catch (UnsupportedOperationException e) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  static List<X509Certificate> chain(Optional<SSLSession> session) {
    List<X509Certificate> chain = new ArrayList<>();
    if (session.isPresent()) {
      try {
        for (Certificate certificate : session.get().getPeerCertificates()) {
          if (certificate instanceof X509Certificate x509) {
            chain.add(x509);
          }
        }
      } catch (SSLPeerUnverifiedException e) {
        return List.of(); // none was shown
      }
    }
    return chain;
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return TappedStreams.input(super.getInputStream(), connection);
  }

  @Override
  public OutputStream getOutputStream() throws IOException {
    if (!trusted) {
      throw new SSLPeerUnverifiedException("nothing is sent before the certificate is trusted");
    }
    return TappedStreams.output(super.getOutputStream(), connection);
  }
}
