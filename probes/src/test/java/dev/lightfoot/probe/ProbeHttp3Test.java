package dev.lightfoot.probe;

import static dev.lightfoot.probe.peer.Measured.error;
import static dev.lightfoot.probe.peer.Measured.only;
import static dev.lightfoot.probe.peer.Measured.state;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Header;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.connection.Connection;
import dev.lightfoot.model.connection.ConnectionAttempt;
import dev.lightfoot.model.connection.TlsFacts;
import dev.lightfoot.probe.http.HttpChoice;
import dev.lightfoot.probe.peer.CaddyServer;
import dev.lightfoot.probe.peer.Certificates;
import dev.lightfoot.probe.peer.ScriptedDns;
import dev.lightfoot.probe.quic.QuicWarmUp;
import dev.lightfoot.probe.wire.BodyStart;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.Protocol;
import okhttp3.tls.HeldCertificate;
import okio.ByteString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ProbeHttp3Test {
  @TempDir Path folder;
  private ScriptedDns dns;

  /// The first handshake of a process takes longer than some tests wait.
  @BeforeAll
  static void warmUp() {
    QuicWarmUp.pay(() -> false);
  }

  @BeforeEach
  void start() throws Exception {
    dns = ProbeBench.everyNameIsHere();
  }

  @AfterEach
  void stop() throws Exception {
    dns.close();
  }

  private CaddyServer caddy(String protocols, HeldCertificate leaf) throws Exception {
    return CaddyServer.start(
        folder.resolve("caddy"),
        leaf,
        ProbeBench.HOST,
        protocols,
        """
        redir /old /new
        header /cookie Set-Cookie "seen=yes"
        respond /echo "{http.request.cookie.seen}"
        respond "over {http.request.proto}"
        """);
  }

  private CaddyServer caddy(String protocols) throws Exception {
    return caddy(protocols, Certificates.leaf(ProbeBench.HOST).build());
  }

  private ProbeBench bench(HttpChoice version) {
    return new ProbeBench().resolver(dns).http(version);
  }

  private static String url(int port, String path) {
    return "https://" + ProbeBench.HOST + ":" + port + path;
  }

  private static List<String> protocols(Snapshot snapshot) {
    return snapshot.runs().stream()
        .map(run -> run.exchanges().getLast().protocol().orElse("none"))
        .toList();
  }

  @Test
  void everyPhaseOfAnExchangeOverQuicIsMeasuredAndTheyAddUp() throws Exception {
    try (CaddyServer server = caddy("h1 h2 h3")) {
      Exchange exchange = only(bench(HttpChoice.HTTP_3).run(url(server.port(), "/")));
      assertThat(exchange.protocol()).contains("h3");
      assertThat(exchange.status()).hasValue(200);
      assertThat(List.of(Phase.DNS, Phase.QUIC, Phase.SEND, Phase.WAIT, Phase.RECEIVE))
          .allMatch(phase -> state(exchange, phase).equals("measured"));
      assertThat(exchange.phases().timing(Phase.TCP)).isEmpty();
      assertThat(exchange.phases().timing(Phase.TLS)).isEmpty();
      assertThat(exchange.phases().trips(Phase.QUIC)).hasValue(1);
      assertThat(exchange.phases().totalNanos() + exchange.gapNanos())
          .isEqualTo(exchange.marks().lastByteNanos().orElseThrow() - exchange.startNanos());
      Connection connection = exchange.connection().orElseThrow();
      assertThat(connection.quic().orElseThrow().packetsLost()).isZero();
      assertThat(connection.attempts())
          .extracting(ConnectionAttempt::transport, ConnectionAttempt::outcome)
          .containsExactly(tuple("quic", "connected"));
    }
  }

  @Test
  void theStartOfABodyIsSeenOverQuicToo() throws Exception {
    List<BodyStart> starts = new ArrayList<>();
    ProbeListener listener =
        new ProbeListener() {
          @Override
          public void bodyCame(BodyStart start) {
            starts.add(start);
          }
        };
    try (CaddyServer server = caddy("h1 h2 h3")) {
      bench(HttpChoice.HTTP_3)
          .measure(url(server.port(), "/"), 1, false, false, listener, new Cancellation());
    }
    assertThat(starts).containsExactly(new BodyStart(ByteString.encodeUtf8("over HTTP/3.0"), true));
  }

  @Test
  void resumedRunsUseTheTicketAndWarmRunsTheConnection() throws Exception {
    try (CaddyServer server = caddy("h1 h2 h3")) {
      Snapshot snapshot = bench(HttpChoice.HTTP_3).measure(url(server.port(), "/"), 1, true, true);
      Exchange cold = only(snapshot.runs().get(0));
      Exchange resumed = only(snapshot.runs().get(1));
      Exchange warm = only(snapshot.runs().get(2));
      assertThat(cold.tls().orElseThrow().resumed()).isFalse();
      assertThat(resumed.tls().orElseThrow().resumed()).isTrue();
      assertThat(state(warm, Phase.QUIC)).isEqualTo("reused");
      assertThat(warm.connection().orElseThrow().reused()).isTrue();
      assertThat(warm.tls().orElseThrow().verdict()).contains(TlsFacts.TRUSTED);
    }
  }

  @Test
  void aRedirectStaysOnTheConnection() throws Exception {
    try (CaddyServer server = caddy("h1 h2 h3")) {
      Run run = bench(HttpChoice.HTTP_3).run(url(server.port(), "/old"));
      assertThat(error(run)).isEqualTo("none");
      assertThat(run.exchanges())
          .extracting(hop -> hop.status().orElse(0))
          .containsExactly(302, 200);
      assertThat(state(run.exchanges().get(1), Phase.QUIC)).isEqualTo("reused");
    }
  }

  @Test
  void anAltSvcFieldLeadsTheNextRunToHttp3() throws Exception {
    try (CaddyServer server = caddy("h1 h2 h3")) {
      Snapshot snapshot = bench(HttpChoice.ANY).measure(url(server.port(), "/"), 3, false, false);
      assertThat(protocols(snapshot)).containsExactly("h2", "h3", "h3");
    }
  }

  @RepeatedTest(8) // whether the first one can be resumed was a matter of luck once
  void resumedAndWarmRunsStayWithTheProtocolWhoseSessionTheyTake() throws Exception {
    try (CaddyServer server = caddy("h1 h2 h3")) {
      Snapshot snapshot = bench(HttpChoice.ANY).measure(url(server.port(), "/"), 1, true, true);
      assertThat(protocols(snapshot)).containsExactly("h2", "h2", "h2");
      assertThat(snapshot.runs().get(1).exchanges().getFirst().tls().orElseThrow().resumed())
          .isTrue();
    }
  }

  @Test
  void anExpiredCertificateIsRefusedWithItsTimingAndChain() throws Exception {
    long now = System.currentTimeMillis();
    HeldCertificate expired =
        Certificates.leaf(ProbeBench.HOST)
            .validityInterval(now - 90 * 86_400_000L, now - 3 * 86_400_000L)
            .build();
    try (CaddyServer server = caddy("h1 h2 h3", expired)) {
      Run run = bench(HttpChoice.HTTP_3).run(url(server.port(), "/"));
      assertThat(error(run)).isEqualTo("quic certificate-expired");
      Exchange exchange = only(run);
      assertThat(state(exchange, Phase.QUIC)).isEqualTo("failed: certificate-expired");
      assertThat(state(exchange, Phase.SEND)).isEqualTo("not-reached");
      assertThat(exchange.request().headerBytes()).isZero();
      assertThat(exchange.phases().durationNanos(Phase.QUIC)).isPositive();
      assertThat(exchange.tls().orElseThrow().chain()).hasSize(2);
    }
  }

  @Test
  void whereUdpIsDroppedH2AnswersAndBothAttemptsAreShown() throws Exception {
    try (DatagramSocket silent =
            new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        MockWebServer server = altSvcServer(silent.getLocalPort())) {
      Snapshot snapshot =
          bench(HttpChoice.ANY).measure(url(server.getPort(), "/"), 3, false, false);
      assertThat(protocols(snapshot)).containsExactly("h2", "h2", "h2");
      Exchange second = only(snapshot.runs().get(1));
      assertThat(second.connection().orElseThrow().attempts())
          .extracting(
              ConnectionAttempt::transport,
              ConnectionAttempt::outcome,
              attempt -> attempt.errorType().orElse("-"))
          .containsExactly(tuple("quic", "failed", "quic-timeout"), tuple("tcp", "connected", "-"));
      assertThat(state(second, Phase.TCP)).isEqualTo("measured");
      assertThat(second.phases().timing(Phase.QUIC)).isEmpty();
      assertThat(only(snapshot.runs().get(2)).connection().orElseThrow().attempts())
          .extracting(ConnectionAttempt::transport)
          .containsExactly("tcp");
    }
  }

  private static MockWebServer altSvcServer(int udpPort) throws Exception {
    MockWebServer server = new MockWebServer();
    server.useHttps(Certificates.valid(ProbeBench.HOST).getSocketFactory());
    server.setProtocols(List.of(Protocol.HTTP_2, Protocol.HTTP_1_1));
    for (int i = 0; i < 3; i++) {
      server.enqueue(
          new MockResponse.Builder()
              .addHeader("Alt-Svc", "h3=\":" + udpPort + "\"; ma=60")
              .body("x")
              .build());
    }
    server.start();
    return server;
  }

  @Test
  void askedForHttp3AloneSilenceIsAFailureInThePhaseQuic() throws Exception {
    try (DatagramSocket silent =
        new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
      Run run =
          bench(HttpChoice.HTTP_3)
              .timeout(Duration.ofMillis(400))
              .run(url(silent.getLocalPort(), "/"));
      assertThat(error(run)).isEqualTo("quic quic-timeout");
      assertThat(run.error().orElseThrow().code()).isEqualTo("LF-QUIC-TIMEOUT");
    }
  }

  @Test
  void aServerWithoutHttp3IsNamedAsRefusingIt() throws Exception {
    try (CaddyServer server = caddy("h1 h2")) {
      Run run = bench(HttpChoice.HTTP_3).run(url(server.port(), "/"));
      assertThat(error(run)).isEqualTo("quic quic-refused");
    }
  }

  @Test
  void theVersionAskedForIsTheOnlyOneSpoken() throws Exception {
    try (CaddyServer server = caddy("h1 h2 h3")) {
      assertThat(only(bench(HttpChoice.HTTP_1_1).run(url(server.port(), "/"))).protocol())
          .contains("http/1.1");
      assertThat(only(bench(HttpChoice.HTTP_2).run(url(server.port(), "/"))).protocol())
          .contains("h2");
    }
  }

  @Test
  void aServerThatDoesNotAgreeToH2IsNotAsked() throws Exception {
    try (MockWebServer server = new MockWebServer()) {
      server.useHttps(Certificates.valid(ProbeBench.HOST).getSocketFactory());
      server.setProtocols(List.of(Protocol.HTTP_1_1));
      server.start();
      Run run = bench(HttpChoice.HTTP_2).run(url(server.getPort(), "/"));
      assertThat(error(run)).isEqualTo("tls http-version");
      assertThat(run.error().orElseThrow().message()).contains("agrees to http/1.1 only");
      assertThat(server.getRequestCount()).isZero();
    }
  }

  @Test
  void http3WithoutTlsDoesNotExist() {
    Run run = bench(HttpChoice.HTTP_3).run("http://" + ProbeBench.HOST + "/");
    assertThat(run.error().orElseThrow().errorType()).isEqualTo("http-version");
  }

  @Test
  void cancellingEndsAWaitAtOnceAndLeavesNoThread() throws Exception {
    try (DatagramSocket silent =
        new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
      Cancellation cancellation = new Cancellation();
      ProbeListener cancels =
          new ProbeListener() {
            @Override
            public void phaseStarted(Phase phase, long atNanos) {
              if (phase == Phase.QUIC) {
                Thread.ofPlatform().daemon().start(cancellation::cancel);
              }
            }
          };
      Snapshot snapshot =
          bench(HttpChoice.HTTP_3)
              .measure(url(silent.getLocalPort(), "/"), 3, false, false, cancels, cancellation);
      assertThat(error(snapshot.runs().getFirst())).isEqualTo("quic cancelled");
      Set<String> threads =
          Thread.getAllStackTraces().keySet().stream()
              .map(Thread::getName)
              .collect(Collectors.toSet());
      assertThat(threads).doesNotContain("measure-quic");
    }
  }

  @Test
  void anOwnHostLineIsTheAuthority() throws Exception {
    try (CaddyServer server = caddy("h1 h2 h3")) {
      Exchange exchange =
          only(
              bench(HttpChoice.HTTP_3)
                  .headers(new Header("Host", ProbeBench.HOST + ":" + server.port()))
                  .run(url(server.port(), "/")));
      assertThat(exchange.status()).hasValue(200);
    }
  }
}
