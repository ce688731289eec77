package dev.lightfoot.probe.quic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.model.ErrorType;
import dev.lightfoot.model.Header;
import dev.lightfoot.model.connection.ConnectionAttempt;
import dev.lightfoot.model.connection.TlsFacts;
import dev.lightfoot.probe.peer.CaddyServer;
import dev.lightfoot.probe.peer.Certificates;
import dev.lightfoot.probe.peer.WithholdingRelay;
import dev.lightfoot.probe.tls.TlsClient;
import dev.lightfoot.probe.tls.certificate.TrustAnchors;
import dev.lightfoot.probe.trace.ExchangeTrace;
import dev.lightfoot.probe.trace.Mark;
import dev.lightfoot.probe.trace.RunClock;
import dev.lightfoot.probe.wire.AddressPolicy;
import dev.lightfoot.probe.wire.ConnectGate;
import dev.lightfoot.probe.wire.RunSockets;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import okhttp3.tls.HeldCertificate;
import okio.ByteString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class QuicClientTest {
  private static final String HOST = "h3.lightfoot.test";

  @TempDir Path folder;
  private final RunSockets sockets = new RunSockets();
  private final List<String> secrets = new ArrayList<>();
  private QuicLoop loop;
  private QuicSessions sessions;
  private QuicClient client;

  @BeforeEach
  void start() {
    loop = new QuicLoop();
    sessions = sessions();
    client = new QuicClient(loop, sessions, sockets);
  }

  private QuicSessions sessions() {
    return new QuicSessions(
        new TlsClient.Judge(TrustAnchors.only(Certificates.ROOT.certificate()), Clock.systemUTC()),
        Optional.of(secrets::add));
  }

  @AfterEach
  void stop() {
    sockets.closeAll();
    loop.close();
  }

  private CaddyServer caddy(HeldCertificate leaf) throws Exception {
    return CaddyServer.start(
        folder.resolve("caddy"),
        leaf,
        HOST,
        "h1 h2 h3",
        """
        respond /hi "hi over {http.request.proto}"
        root * %s
        file_server
        """
            .formatted(folder));
  }

  private CaddyServer caddy() throws Exception {
    return caddy(Certificates.leaf(HOST).build());
  }

  private QuicOutcome get(int port, String target, ExchangeTrace trace) {
    return client.exchange(request(port, target, Optional.empty()), trace, gate());
  }

  private static QuicRequest request(int port, String target, Optional<Duration> patience) {
    return new QuicRequest(
        HOST,
        port,
        HOST + ":" + port,
        List.of(InetAddress.getLoopbackAddress()),
        "GET",
        target,
        List.of(new Header("Accept", "*/*")),
        Optional.empty(),
        patience);
  }

  private static ConnectGate gate() {
    return new ConnectGate(AddressPolicy.STANDARD, true);
  }

  private static ExchangeTrace trace() {
    return new ExchangeTrace(new RunClock(), (_, _) -> {});
  }

  private static List<Long> instants(ExchangeTrace trace, Mark... marks) {
    List<Long> instants = new ArrayList<>();
    for (Mark mark : marks) {
      instants.add(trace.at(mark).orElse(-1));
    }
    return instants;
  }

  @Test
  void aGetIsAnsweredAndEveryInstantIsInOrder() throws Exception {
    try (CaddyServer server = caddy()) {
      ExchangeTrace trace = trace();
      QuicOutcome outcome = get(server.port(), "/hi", trace);
      assertThat(outcome.problem()).isEmpty();
      assertThat(outcome.response().orElseThrow().status()).isEqualTo(200);
      assertThat(outcome.response().orElseThrow().bodyBytes())
          .isEqualTo("hi over HTTP/3.0".length());
      List<Long> instants =
          instants(
              trace,
              Mark.QUIC_START,
              Mark.QUIC_END,
              Mark.SEND_FIRST_BYTE,
              Mark.SEND_LAST_BYTE,
              Mark.FINAL_FIRST_BYTE,
              Mark.HEADERS_COMPLETE,
              Mark.BODY_FIRST_BYTE,
              Mark.LAST_BYTE);
      assertThat(instants).isSorted().allMatch(at -> at >= 0);
      assertThat(trace.handshakes().quicTrips()).hasValue(1);
      assertThat(trace.responseHeaderBytes()).isPositive();
      assertThat(trace.requestHeaderBytes()).isPositive();
      TlsFacts tls = trace.handshakes().tls().orElseThrow();
      assertThat(tls.version()).contains("TLSv1.3");
      assertThat(tls.alpn()).contains("h3");
      assertThat(tls.group()).contains("x25519");
      assertThat(tls.verdict()).contains(TlsFacts.TRUSTED);
      assertThat(tls.chain()).hasSize(2);
      assertThat(tls.serverHelloNanos()).isPresent();
      assertThat(outcome.used().orElseThrow().path().orElseThrow().rttNanos()).isPositive();
      assertThat(secrets).anyMatch(line -> line.startsWith("CLIENT_TRAFFIC_SECRET_0 "));
    }
  }

  @Test
  void theRequestLeavesWithoutWaitingForTheConfirmation() throws Exception {
    try (CaddyServer server = caddy();
        WithholdingRelay relay = new WithholdingRelay(server.port())) {
      ExchangeTrace trace = trace();
      QuicOutcome outcome = get(relay.port(), "/hi", trace);
      assertThat(outcome.problem()).isEmpty();
      assertThat(outcome.response().orElseThrow().status()).isEqualTo(200);
      assertThat(trace.handshakes().quicTrips()).hasValue(1);
    }
  }

  @Test
  void aSecondRequestUsesTheKeptConnectionAndANewConnectionTheKeptSession() throws Exception {
    try (CaddyServer server = caddy()) {
      get(server.port(), "/hi", trace());
      ExchangeTrace warm = trace();
      QuicOutcome second = get(server.port(), "/hi", warm);
      assertThat(second.used().orElseThrow().reused()).isTrue();
      assertThat(warm.has(Mark.QUIC_START)).isFalse();
      client = new QuicClient(loop, sessions, sockets);
      ExchangeTrace resumed = trace();
      QuicOutcome third = get(server.port(), "/hi", resumed);
      assertThat(third.problem()).isEmpty();
      assertThat(resumed.handshakes().tls().orElseThrow().resumed()).isTrue();
      assertThat(resumed.handshakes().tls().orElseThrow().verdict()).contains(TlsFacts.TRUSTED);
    }
  }

  @Test
  void aLongBodyComesInChunks() throws Exception {
    java.nio.file.Files.write(folder.resolve("big.bin"), new byte[300_000]);
    try (CaddyServer server = caddy()) {
      ExchangeTrace trace = trace();
      QuicOutcome outcome = get(server.port(), "/big.bin", trace);
      assertThat(outcome.problem()).isEmpty();
      assertThat(outcome.response().orElseThrow().bodyBytes()).isEqualTo(300_000);
      assertThat(trace.chunks().bytes()).isEqualTo(300_000);
      assertThat(trace.chunks().list().size()).isGreaterThan(5);
    }
  }

  @Test
  void aBodyIsSentAndCounted() throws Exception {
    try (CaddyServer server = caddy()) {
      ExchangeTrace trace = trace();
      QuicRequest get = request(server.port(), "/hi", Optional.empty());
      QuicRequest post =
          new QuicRequest(
              get.host(),
              get.port(),
              get.authority(),
              get.addresses(),
              "POST",
              get.target(),
              get.headers(),
              Optional.of(ByteString.of(new byte[200_000])),
              get.patience());
      QuicOutcome outcome = client.exchange(post, trace, gate());
      assertThat(outcome.problem()).isEmpty();
      assertThat(outcome.response().orElseThrow().status()).isEqualTo(200);
      // Caddy may answer, and read no more, before all of it has left
      assertThat(trace.requestBodyBytes()).isBetween(4_096L, 200_000L);
    }
  }

  @Test
  void anExpiredCertificateEndsItBeforeAnyRequestByte() throws Exception {
    long now = System.currentTimeMillis();
    HeldCertificate expired =
        Certificates.leaf(HOST)
            .validityInterval(now - 90 * 86_400_000L, now - 5 * 86_400_000L)
            .build();
    try (CaddyServer server = caddy(expired)) {
      ExchangeTrace trace = trace();
      QuicOutcome outcome = get(server.port(), "/hi", trace);
      assertThat(outcome.problem().orElseThrow().type()).isEqualTo(ErrorType.CERTIFICATE_EXPIRED);
      assertThat(outcome.response()).isEmpty();
      assertThat(trace.has(Mark.QUIC_END)).isTrue();
      assertThat(trace.has(Mark.SEND_FIRST_BYTE)).isFalse();
      assertThat(trace.handshakes().tls().orElseThrow().chain()).hasSize(2);
      assertThat(trace.handshakes().tls().orElseThrow().verdict()).contains("certificate-expired");
    }
  }

  @Test
  void aWrongHostAndAStrangersRootAreRefused() throws Exception {
    try (CaddyServer server = caddy(Certificates.leaf("other.test").build())) {
      assertThat(get(server.port(), "/hi", trace()).problem().orElseThrow().type())
          .isEqualTo(ErrorType.CERTIFICATE_WRONG_HOST);
    }
  }

  @Test
  void silenceIsGivenUpWhenPatienceEnds() throws Exception {
    try (DatagramSocket silent =
        new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
      ExchangeTrace trace = trace();
      QuicOutcome outcome =
          client.exchange(
              request(silent.getLocalPort(), "/", Optional.of(Duration.ofMillis(150))),
              trace,
              gate());
      assertThat(outcome.problem().orElseThrow().type()).isEqualTo(ErrorType.QUIC_TIMEOUT);
      assertThat(trace.handshakes().attempts())
          .extracting(ConnectionAttempt::transport, ConnectionAttempt::outcome)
          .containsExactly(org.assertj.core.groups.Tuple.tuple("quic", "failed"));
      assertThat(trace.handshakes().quicTrips()).hasValue(0);
    }
  }

  @Test
  void aClosedPortRefusesAtOnce() throws Exception {
    int port;
    try (DatagramSocket taken =
        new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
      port = taken.getLocalPort();
    }
    QuicOutcome outcome = get(port, "/", trace());
    assertThat(outcome.problem().orElseThrow().type()).isEqualTo(ErrorType.QUIC_REFUSED);
  }

  @Test
  void closingTheSocketsEndsAWaitAtOnceAndLeavesNothing() throws Exception {
    try (DatagramSocket silent =
        new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
      Thread closer =
          Thread.ofPlatform()
              .start(
                  () -> {
                    while (sockets.size() == 0) {
                      Thread.onSpinWait();
                    }
                    sockets.closeAll();
                  });
      QuicOutcome outcome = get(silent.getLocalPort(), "/", trace());
      closer.join();
      assertThat(outcome.problem()).isPresent();
      loop.close();
      assertThat(Thread.getAllStackTraces().keySet())
          .noneMatch(thread -> thread.getName().equals("measure-quic"));
      assertThat(sockets.size()).isZero();
    }
  }
}
