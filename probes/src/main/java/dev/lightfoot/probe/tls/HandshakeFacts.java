package dev.lightfoot.probe.tls;

import dev.lightfoot.model.ErrorType;
import dev.lightfoot.model.connection.CertificateFacts;
import dev.lightfoot.model.connection.TlsCheck;
import dev.lightfoot.model.connection.TlsFacts;
import dev.lightfoot.probe.tls.certificate.CertificateReader;
import dev.lightfoot.probe.tls.certificate.ChainShape;
import dev.lightfoot.probe.tls.certificate.OcspStaple;
import dev.lightfoot.probe.tls.certificate.StapleJudge;
import dev.lightfoot.probe.trace.RunClock;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/// What one handshake showed, and the facts that can be made of it.
///
/// @param log what passed on the wire
/// @param session empty where the handshake broke off
/// @param alpn the protocol agreed on; empty where none was
/// @param capture the chain and the verdict on it; empty where no certificate came
/// @param staples who judges stapled responses
/// @param client what became of a server's question for a client certificate
/// @param clientSubject whose certificate is at hand; empty where none is
record HandshakeFacts(
    HandshakeLog log,
    Optional<SSLSession> session,
    Optional<String> alpn,
    Optional<CapturingTrustManager.Capture> capture,
    StapleJudge staples,
    Optional<ClientCertificates.Outcome> client,
    Optional<String> clientSubject) {

  /// Reads certificates, so it takes a millisecond or two.
  ///
  /// @param clock of the run that shook hands
  TlsFacts on(RunClock clock) {
    HelloFacts hello = log.hello();
    OptionalLong helloAt =
        log.serverHelloAt().isPresent()
            ? OptionalLong.of(clock.of(log.serverHelloAt().getAsLong()))
            : OptionalLong.empty();
    List<CertificateFacts> certificates = CertificateReader.facts(chain());
    return new TlsFacts(
        hello.version(),
        session.map(SSLSession::getCipherSuite).or(hello::suite),
        hello.group(),
        alpn,
        hello.resumed(),
        hello.offered(),
        hello.retried(),
        helloAt,
        log.bytesIn(),
        log.bytesOut(),
        staple(),
        certificates,
        verdict(),
        checks(certificates));
  }

  /// A handshake that broke off, or was resumed, need not have come to that question.
  private Optional<TlsCheck> asked() {
    return client
        .filter(
            outcome ->
                outcome != ClientCertificates.Outcome.NOT_ASKED
                    || (session.isPresent() && !log.hello().resumed()))
        .map(outcome -> HandshakeChecks.client(outcome, clientSubject.orElse("")));
  }

  private List<TlsCheck> checks(List<CertificateFacts> certificates) {
    List<TlsCheck> checks = new ArrayList<>();
    capture.ifPresent(seen -> checks.addAll(seen.verdict().checks()));
    if (!chain().isEmpty()) {
      Optional<ChainShape> shape = capture.map(seen -> seen.verdict().shape());
      checks.add(staples.check(chain().getFirst(), shape, stapled()));
    }
    if (capture.isPresent()) {
      int bytes = certificates.stream().mapToInt(CertificateFacts::bytes).sum();
      checks.add(HandshakeChecks.firstFlight(log.bytesIn(), bytes));
    }
    checks.addAll(HandshakeChecks.of(log.hello(), asked()));
    return checks;
  }

  /// [TlsFacts#TRUSTED], or the label of what failed; empty where nothing was shown. A resumed
  /// session shows no certificate: it can only come from a handshake whose certificate was trusted,
  /// because others are invalidated. Waits for the judge.
  Optional<String> verdict() {
    if (capture.isEmpty()) {
      boolean resumed = session.isPresent() && log.hello().resumed();
      return resumed ? Optional.of(TlsFacts.TRUSTED) : Optional.empty();
    }
    Optional<ErrorType> failure = capture.get().verdict().failure();
    if (failure.isEmpty() && staple().equals(Optional.of(OcspStaple.REVOKED))) {
      failure = Optional.of(ErrorType.CERTIFICATE_REVOKED);
    }
    return Optional.of(failure.map(ErrorType::label).orElse(TlsFacts.TRUSTED));
  }

  private Optional<String> staple() {
    return stapled().map(bytes -> OcspStaple.read(bytes).status());
  }

  private Optional<byte[]> stapled() {
    if (session.orElse(null) instanceof ExtendedSSLSession extended) {
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

  private List<X509Certificate> chain() {
    if (capture.isPresent()) {
      return capture.get().chain();
    }
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
}
