package dev.lightfoot.probe.tls;

import dev.lightfoot.probe.tls.certificate.CertificateJudge;
import dev.lightfoot.probe.tls.certificate.StapleJudge;
import dev.lightfoot.probe.tls.certificate.Verdict;
import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedTrustManager;

/// Records the chain and the real verdict on it, and lets the handshake come to its end, so that it
/// can be timed. It is not a trust-all manager: only [TapSslSocket] uses it, and that closes the
/// connection before any application byte unless the verdict is good.
final class CapturingTrustManager extends X509ExtendedTrustManager {

  /// Judges while the handshake goes on: checking a chain takes a millisecond or more, which would
  /// otherwise count as the server's.
  private static final ExecutorService JUDGES =
      Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("judge-", 1).factory());

  /// What a handshake showed.
  record Capture(List<X509Certificate> chain, CompletableFuture<Verdict> judged) {
    Capture {
      chain = List.copyOf(chain);
    }

    /// Waits for the judge.
    Verdict verdict() {
      return judged.join();
    }
  }

  private final CertificateJudge judge;
  private final IdentityHashMap<Socket, Capture> captures = new IdentityHashMap<>();

  CapturingTrustManager(CertificateJudge judge) {
    this.judge = judge;
  }

  /// Who judges stapled responses.
  StapleJudge staples() {
    return judge.staples();
  }

  /// What the handshake on that socket showed; empty where no certificate came. Asked once.
  synchronized Optional<Capture> take(Socket socket) {
    return Optional.ofNullable(captures.remove(socket));
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket) {
    String host = ((SSLSocket) socket).getHandshakeSession().getPeerHost();
    X509Certificate[] sent = chain.clone();
    Capture capture =
        new Capture(
            List.of(sent),
            CompletableFuture.supplyAsync(() -> judge.judge(sent, authType, host), JUDGES));
    synchronized (this) {
      captures.put(socket, capture);
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    throw new CertificateException("only for the probe's own sockets");
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    throw new CertificateException("only for the probe's own sockets");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    throw new CertificateException("not a server");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    throw new CertificateException("not a server");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    throw new CertificateException("not a server");
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}
