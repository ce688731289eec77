package dev.lightfoot.probe.loopback;

import dev.lightfoot.model.url.WebUrl;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.cert.X509Certificate;

/// A target in this process that takes every step a real one takes: a name, TCP, TLS, h2.
public final class LoopbackTarget implements AutoCloseable {
  private static final String HOST = "warm-up.lightfoot.test";

  private final LoopbackDns dns;
  private final LoopbackHttps https;

  /// Starts its servers.
  ///
  /// @param redirects how many lead to its answer, each time it is asked on a new connection
  public LoopbackTarget(int redirects) throws IOException {
    dns = new LoopbackDns();
    https = new LoopbackHttps(HOST, redirects);
  }

  /// What to ask for.
  public WebUrl url() {
    return WebUrl.of("https://" + HOST + ":" + https.port() + "/");
  }

  /// The name server that knows it.
  public InetSocketAddress nameServer() {
    return dns.address();
  }

  /// The root that its certificate ends in.
  public X509Certificate root() {
    return https.root();
  }

  @Override
  public void close() throws IOException {
    dns.close();
    https.close();
  }
}
