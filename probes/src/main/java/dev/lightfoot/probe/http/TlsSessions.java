package dev.lightfoot.probe.http;

import dev.lightfoot.probe.http.wire.Http1Tap;
import dev.lightfoot.probe.http.wire.Http2Tap;
import dev.lightfoot.probe.tls.OriginCertificate;
import dev.lightfoot.probe.tls.TlsClient;
import dev.lightfoot.probe.wire.ConnectionTrace;
import dev.lightfoot.probe.wire.PlainTap;
import java.util.Optional;

/// The TLS sessions of a run; a resumed run takes over those of the run before.
public final class TlsSessions {
  private final TlsClient client;

  /// No sessions yet.
  ///
  /// @param own what to show where a client certificate is asked for
  public TlsSessions(TlsClient.Judge judge, Optional<OriginCertificate> own) {
    client = new TlsClient(judge, TlsSessions::tap, own);
  }

  TlsClient client() {
    return client;
  }

  private static PlainTap tap(String alpn, ConnectionTrace connection) {
    return alpn.equals("h2") ? new Http2Tap(connection) : new Http1Tap(connection);
  }
}
