package dev.lightfoot.probe.tls;

import dev.lightfoot.probe.tls.certificate.CertificateJudge;
import dev.lightfoot.probe.tls.certificate.TrustAnchors;
import dev.lightfoot.probe.wire.ConnectionTrace;
import dev.lightfoot.probe.wire.WireSocket;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/// One TLS session cache with its trust manager: a cold run takes a fresh one, a resumed run the
/// one of the run before.
public final class TlsClient extends SSLSocketFactory {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final CapturingTrustManager trust;
  private final X509Certificate[] roots;
  private final ClientCertificates clientCertificates;
  private final SSLSocketFactory factory;
  private final TapChoice taps;

  /// No sessions yet.
  ///
  /// @param judge who judges certificates
  /// @param taps who follows the bytes above TLS
  public TlsClient(Judge judge, TapChoice taps) {
    this(judge, taps, Optional.empty());
  }

  /// No sessions yet.
  ///
  /// @param judge who judges certificates
  /// @param taps who follows the bytes above TLS
  /// @param own what to show where a client certificate is asked for
  public TlsClient(Judge judge, TapChoice taps, Optional<OriginCertificate> own) {
    this.clientCertificates = new ClientCertificates(own);
    this.taps = taps;
    this.roots = judge.roots;
    this.trust = new CapturingTrustManager(judge.judge);
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(new KeyManager[] {clientCertificates}, new TrustManager[] {trust}, RANDOM);
      this.factory = context.getSocketFactory();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java runtime has no TLS", e);
    }
  }

  /// Trusted roots made ready for judging: costly to make, shared by all runs.
  public static final class Judge {
    private final CertificateJudge judge;
    private final X509Certificate[] roots;

    public Judge(TrustAnchors anchors, Clock clock) {
      judge = new CertificateJudge(anchors, clock);
      roots = anchors.roots().toArray(X509Certificate[]::new);
    }

    CertificateJudge judge() {
      return judge;
    }

    /// Judges a certificate that is not trusted, for nothing: the first validation against a full
    /// set of roots takes 15 ms more than the second.
    public void rehearse(X509Certificate untrusted) {
      judge.judge(new X509Certificate[] {untrusted}, "ECDHE_ECDSA", "untrusted.test");
    }
  }

  /// Whether a client certificate may be shown.
  public boolean showsCertificate() {
    return clientCertificates.subject().isPresent();
  }

  /// For HTTP clients that want to know: whom it trusts, by which they see whether a connection may
  /// serve another host, too. It accepts no chain by itself.
  public X509TrustManager trustManager() {
    return new X509TrustManager() {
      @Override
      public void checkClientTrusted(X509Certificate[] chain, String type)
          throws CertificateException {
        trust.checkClientTrusted(chain, type);
      }

      @Override
      public void checkServerTrusted(X509Certificate[] chain, String type)
          throws CertificateException {
        trust.checkServerTrusted(chain, type);
      }

      @Override
      public X509Certificate[] getAcceptedIssuers() {
        return roots.clone();
      }
    };
  }

  /// The connection that an HTTP client's socket belongs to.
  ///
  /// @throws IllegalArgumentException where the socket is not one of ours
  public static ConnectionTrace connection(Socket socket) {
    return switch (socket) {
      case TapSslSocket tls -> tls.connection();
      case WireSocket plain -> plain.connection();
      default -> throw new IllegalArgumentException("not a socket of the probe: " + socket);
    };
  }

  @Override
  public Socket createSocket(Socket socket, String host, int port, boolean autoClose)
      throws IOException {
    if (!(socket instanceof WireSocket wire)) {
      throw new IllegalArgumentException("not a socket of the probe: " + socket);
    }
    if (wire.secured().isPresent()) {
      return wire.secured().get(); // made ready ahead
    }
    ConnectionTrace connection = wire.connection();
    HandshakeLog log =
        new HandshakeLog(
            () -> connection.current().handshakes().pathNanos().orElse(Long.MAX_VALUE / 2));
    connection.startTls(log);
    SSLSocket delegate = (SSLSocket) factory.createSocket(socket, host, port, autoClose);
    clientCertificates.opening(delegate, host, port);
    return new TapSslSocket(delegate, host, connection, log, trust, clientCertificates, taps);
  }

  @Override
  public String[] getDefaultCipherSuites() {
    return factory.getDefaultCipherSuites();
  }

  @Override
  public String[] getSupportedCipherSuites() {
    return factory.getSupportedCipherSuites();
  }

  @Override
  public Socket createSocket(String host, int port) {
    throw layeredOnly();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
    throw layeredOnly();
  }

  @Override
  public Socket createSocket(InetAddress host, int port) {
    throw layeredOnly();
  }

  @Override
  public Socket createSocket(InetAddress address, int port, InetAddress local, int localPort) {
    throw layeredOnly();
  }

  private static UnsupportedOperationException layeredOnly() {
    return new UnsupportedOperationException("TLS runs only over a connected socket of the probe");
  }
}
