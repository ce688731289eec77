package dev.lightfoot.probe.http;

import dev.lightfoot.probe.http.Carriage.Partition;
import dev.lightfoot.probe.http.wire.Http1Tap;
import dev.lightfoot.probe.http.wire.Http2Tap;
import dev.lightfoot.probe.tls.OriginCertificate;
import dev.lightfoot.probe.tls.TlsClient;
import dev.lightfoot.probe.wire.ConnectionTrace;
import dev.lightfoot.probe.wire.PlainTap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The TLS sessions of a run; a resumed run takes over those of the run before.
public final class TlsSessions {
  private final TlsClient.Judge judge;
  private final Optional<OriginCertificate> own;
  private final Map<Partition, TlsClient> clients = new ConcurrentHashMap<>();

  /// No sessions yet.
  ///
  /// @param own what to show where a client certificate is asked for
  public TlsSessions(TlsClient.Judge judge, Optional<OriginCertificate> own) {
    this.judge = judge;
    this.own = own;
    client(Partition.USUAL); // now, so that no run pays for it
  }

  /// What connects in that partition: sessions are resumed within it only.
  TlsClient client(Partition partition) {
    return clients.computeIfAbsent(
        partition,
        each ->
            new TlsClient(judge, TlsSessions::tap, each.credentials() ? own : Optional.empty()));
  }

  private static PlainTap tap(String alpn, ConnectionTrace connection) {
    return alpn.equals("h2") ? new Http2Tap(connection) : new Http1Tap(connection);
  }
}
