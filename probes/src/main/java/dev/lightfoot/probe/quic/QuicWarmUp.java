package dev.lightfoot.probe.quic;

import dev.lightfoot.probe.tls.TlsClient;
import dev.lightfoot.probe.tls.certificate.TrustAnchors;
import dev.lightfoot.probe.trace.ExchangeTrace;
import dev.lightfoot.probe.trace.RunClock;
import dev.lightfoot.probe.wire.AddressPolicy;
import dev.lightfoot.probe.wire.ConnectGate;
import dev.lightfoot.probe.wire.RunSockets;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// Pays for the native library, class loading and compilation of QUIC against a server in this
/// process: the first handshake of a JVM was seen to take 280 to 410 ms, the sixtieth 3.
public final class QuicWarmUp {
  private static final String HOST = "warm-up.lightfoot.test";
  private static final int RUNS = 60;
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private QuicWarmUp() {}

  /// Makes exchanges until it is warm, or there is no use in going on.
  ///
  /// @param stopped whether the warm-up is no longer wanted
  public static void pay(BooleanSupplier stopped) {
    RunSockets sockets = new RunSockets();
    QuicLoop loop = new QuicLoop();
    try (loop;
        LoopbackQuic server = new LoopbackQuic(HOST)) {
      TlsClient.Judge judge =
          new TlsClient.Judge(TrustAnchors.only(server.root()), Clock.systemUTC());
      boolean works = true;
      for (int i = 0; i < RUNS && works && !stopped.getAsBoolean(); i++) {
        QuicSessions sessions = new QuicSessions(judge, Optional.empty());
        QuicClient client = new QuicClient(loop, sessions, sockets);
        ConnectGate gate = new ConnectGate(AddressPolicy.STANDARD, true);
        ExchangeTrace trace = new ExchangeTrace(new RunClock(), (_, _) -> {});
        works = client.exchange(request(server.port()), trace, gate).problem().isEmpty();
      }
      sockets.closeAll();
    }
  }

  private static QuicRequest request(int port) {
    return new QuicRequest(
        HOST,
        port,
        HOST,
        List.of(InetAddress.getLoopbackAddress()),
        "GET",
        "/",
        List.of(),
        Optional.empty(),
        Optional.of(PATIENCE));
  }
}
