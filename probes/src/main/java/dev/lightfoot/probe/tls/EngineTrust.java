package dev.lightfoot.probe.tls;

import dev.lightfoot.model.ErrorType;
import dev.lightfoot.model.connection.CertificateFacts;
import dev.lightfoot.model.connection.TlsCheck;
import dev.lightfoot.model.connection.TlsFacts;
import dev.lightfoot.probe.tls.certificate.CertificateJudge;
import dev.lightfoot.probe.tls.certificate.CertificateReader;
import dev.lightfoot.probe.tls.certificate.ChainShape;
import dev.lightfoot.probe.tls.certificate.Verdict;
import java.io.ByteArrayInputStream;
import java.net.Socket;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.X509ExtendedTrustManager;

/// Records the chain of a handshake that an [SSLEngine] makes, and the real verdict on it, and lets
/// the handshake come to its end, so that it can be timed. It is not a trust-all manager: the QUIC
/// connection that uses it closes before a byte of HTTP unless [#refusal] is empty.
public final class EngineTrust extends X509ExtendedTrustManager {
  /// The kind of key that a TLS 1.3 suite does not name; the certificate's own decides then.
  private static final String ANY_KEY = "UNKNOWN";

  private final CertificateJudge judge;
  private final IdentityHashMap<SSLEngine, Seen> captures = new IdentityHashMap<>();

  /// Nothing seen yet.
  public EngineTrust(TlsClient.Judge judge) {
    this.judge = judge.judge();
  }

  /// What a handshake showed.
  private record Seen(List<X509Certificate> chain, Verdict verdict) {}

  /// Why nothing may be sent.
  public record Refusal(ErrorType type, String message) {}

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    X509Certificate[] parsed = parsed(chain);
    String host = engine.getSession().getPeerHost();
    Seen capture =
        new Seen(List.of(parsed), judge.judge(parsed, ANY_KEY, host == null ? "" : host));
    synchronized (this) {
      captures.put(engine, capture);
    }
  }

  /// The library hands out certificates that are parsed when they are looked into; these are whole.
  private static X509Certificate[] parsed(X509Certificate[] chain) throws CertificateException {
    CertificateFactory factory = CertificateFactory.getInstance("X.509");
    X509Certificate[] whole = new X509Certificate[chain.length];
    for (int i = 0; i < chain.length; i++) {
      Certificate certificate =
          factory.generateCertificate(new ByteArrayInputStream(chain[i].getEncoded()));
      whole[i] = (X509Certificate) certificate;
    }
    return whole;
  }

  private synchronized Optional<Seen> seen(SSLEngine engine) {
    return Optional.ofNullable(captures.get(engine));
  }

  /// Forgets that handshake.
  public synchronized void forget(SSLEngine engine) {
    captures.remove(engine);
  }

  /// Why nothing may be sent after that handshake; empty where its certificate is trusted. A
  /// resumed session shows none: it can only come from a handshake whose certificate was trusted.
  ///
  /// @param resumable whether a session was offered
  public Optional<Refusal> refusal(SSLEngine engine, boolean resumable) {
    Optional<Seen> capture = seen(engine);
    if (capture.isEmpty()) {
      return resumable
          ? Optional.empty()
          : Optional.of(new Refusal(ErrorType.CERTIFICATE_INVALID, "No certificate was shown."));
    }
    Verdict verdict = capture.get().verdict();
    return verdict.failure().map(type -> new Refusal(type, verdict.message()));
  }

  /// What that handshake settled and showed.
  ///
  /// @param complete whether it came to its end
  /// @param hello what its clear parts said
  /// @param serverHelloNanos arrival of the ServerHello, from the start of the run
  /// @param bytesIn bytes of the handshake received
  /// @param bytesOut bytes of the handshake sent
  public TlsFacts facts(
      SSLEngine engine,
      boolean complete,
      HelloFacts hello,
      OptionalLong serverHelloNanos,
      long bytesIn,
      long bytesOut) {
    Optional<SSLSession> session = complete ? Optional.of(engine.getSession()) : Optional.empty();
    Optional<Seen> capture = seen(engine);
    List<X509Certificate> chain = capture.map(Seen::chain).orElseGet(() -> chain(session));
    List<CertificateFacts> certificates = CertificateReader.facts(chain);
    List<TlsCheck> checks = new ArrayList<>();
    capture.ifPresent(seen -> checks.addAll(seen.verdict().checks()));
    if (!chain.isEmpty()) {
      Optional<ChainShape> shape = capture.map(seen -> seen.verdict().shape());
      checks.add(judge.staples().check(chain.getFirst(), shape, Optional.empty()));
    }
    if (hello.resumed()) {
      checks.add(
          new TlsCheck(
              "early-data",
              TlsCheck.NOT_CHECKED,
              "0-RTT was not tried: this client keeps it off over QUIC, so that no request leaves"
                  + " before the handshake is complete. A browser may save one more trip here"));
    }
    String alpn = complete ? engine.getApplicationProtocol() : "";
    return new TlsFacts(
        hello.version().or(() -> session.map(SSLSession::getProtocol)),
        session.map(SSLSession::getCipherSuite).or(hello::suite),
        hello.group(),
        alpn == null || alpn.isEmpty() ? Optional.empty() : Optional.of(alpn),
        hello.resumed(),
        hello.offered(),
        hello.retried(),
        serverHelloNanos,
        bytesIn,
        bytesOut,
        Optional.empty(),
        certificates,
        verdict(capture, complete && hello.resumed()),
        checks);
  }

  private static Optional<String> verdict(Optional<Seen> capture, boolean resumed) {
    return capture
        .map(seen -> seen.verdict().failure().map(ErrorType::label).orElse(TlsFacts.TRUSTED))
        .or(() -> resumed ? Optional.of(TlsFacts.TRUSTED) : Optional.empty());
  }

  private static List<X509Certificate> chain(Optional<SSLSession> session) {
    List<X509Certificate> chain = new ArrayList<>();
    try {
      for (Certificate certificate :
          session.isPresent() ? session.get().getPeerCertificates() : new Certificate[0]) {
        if (certificate instanceof X509Certificate x509) {
          chain.add(x509);
        }
      }
    } catch (SSLPeerUnverifiedException e) {
      return List.of(); // none was shown
    }
    return chain;
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    throw enginesOnly();
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    throw enginesOnly();
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    throw enginesOnly();
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    throw enginesOnly();
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    throw enginesOnly();
  }

  private static CertificateException enginesOnly() {
    return new CertificateException("only for the handshakes of the probe's own engines");
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}
