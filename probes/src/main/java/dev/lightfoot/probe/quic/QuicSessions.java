package dev.lightfoot.probe.quic;

import dev.lightfoot.probe.tls.EngineTrust;
import dev.lightfoot.probe.tls.TlsClient;
import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.codec.quic.QuicSslContext;
import io.netty.handler.codec.quic.QuicSslContextBuilder;
import io.netty.handler.codec.quic.QuicSslEngine;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The TLS sessions of QUIC connections: a cold run takes a fresh one, a resumed run that of the
/// run before. Early data (0-RTT) is off: a request is sent only after its server's certificate was
/// judged.
public final class QuicSessions {
  private static final String ALPN = "h3";

  private final EngineTrust trust;
  private final Optional<KeyLog> keyLog;
  private final Set<String> trusted = ConcurrentHashMap.newKeySet();
  private Optional<QuicSslContext> context = Optional.empty();

  /// No sessions yet.
  ///
  /// @param keyLog takes the secrets; empty but in tests
  public QuicSessions(TlsClient.Judge judge, Optional<KeyLog> keyLog) {
    this.trust = new EngineTrust(judge);
    this.keyLog = keyLog;
  }

  /// Makes the TLS context ready, so that the first exchange need not.
  public synchronized void prepare() {
    if (context.isEmpty()) {
      QuicSslContextBuilder builder =
          QuicSslContextBuilder.forClient()
              .trustManager(trust)
              .earlyData(false)
              .applicationProtocols(ALPN);
      keyLog.ifPresent(log -> builder.keylog((_, line) -> log.line(line)));
      context = Optional.of(builder.build());
    }
  }

  /// A TLS engine that asks for that host. The library names a host to the server (SNI) only where
  /// it has a dot.
  synchronized QuicSslEngine engine(ByteBufAllocator allocator, String host, int port) {
    prepare();
    return context.orElseThrow().newEngine(allocator, host, port);
  }

  EngineTrust trust() {
    return trust;
  }

  /// Whether a trusted handshake with that origin took place, whose session may be offered.
  boolean hasTrusted(String host, int port) {
    return trusted.contains(host + ":" + port);
  }

  void trusted(String host, int port) {
    trusted.add(host + ":" + port);
  }
}
