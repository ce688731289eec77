package dev.lightfoot.probe;

import static dev.lightfoot.probe.peer.Measured.error;
import static dev.lightfoot.probe.peer.Measured.only;
import static dev.lightfoot.probe.peer.Measured.state;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lightfoot.analysis.chain.RedirectChain;
import dev.lightfoot.analysis.ledger.LedgerBuilder;
import dev.lightfoot.analysis.ledger.Peer;
import dev.lightfoot.codec.snapshot.SnapshotCodec;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Header;
import dev.lightfoot.model.LeftOut;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.connection.ProxyHop;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.probe.peer.Certificates;
import dev.lightfoot.probe.peer.ScriptedProxy;
import dev.lightfoot.probe.peer.ScriptedServer;
import dev.lightfoot.report.TextReport;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProbeProxyTest {
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
  private static final String OPEN = "HTTP/1.1 200 Connection established\r\n\r\n";
  private static final String URL = "https://shop.test/path";

  private ScriptedServer server;

  @BeforeEach
  void start() throws Exception {
    server = ScriptedServer.tls(Certificates.valid("shop.test"), ScriptedServer.answer(OK));
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  private static ProbeBench through(int port) {
    return new ProbeBench().proxy("http://127.0.0.1:" + port);
  }

  private Run answering(String answer) throws Exception {
    try (ScriptedProxy proxy = new ScriptedProxy(answer, server.port())) {
      return through(proxy.port()).run(URL);
    }
  }

  @Test
  void theTunnelIsAPhaseOfItsOwnBeforeTls() throws Exception {
    Run run = answering(OPEN);
    Exchange exchange = only(run);
    assertThat(error(run)).isEqualTo("none");
    assertThat(exchange.status()).hasValue(200);
    assertThat(exchange.phases().byPhase().keySet())
        .containsSubsequence(Phase.DNS, Phase.TCP, Phase.PROXY, Phase.TLS, Phase.SEND);
    assertThat(state(exchange, Phase.DNS)).isEqualTo("literal");
    assertThat(state(exchange, Phase.PROXY)).isEqualTo("measured");
    assertThat(exchange.phases().trips(Phase.PROXY)).hasValue(1);
    assertThat(exchange.phases().trips(Phase.TLS)).hasValue(1);
    assertThat(exchange.tls().orElseThrow().verdict()).contains("trusted");
    assertThat(exchange.dns()).isEmpty(); // the proxy looks the name up
  }

  @Test
  void phasesAndGapAreTheWallTimeWithATunnelToo() throws Exception {
    Exchange exchange = only(answering(OPEN));
    assertThat(exchange.phases().totalNanos() + exchange.gapNanos())
        .isEqualTo(exchange.durationNanos());
    assertThat(exchange.gapNanos()).isNotNegative();
  }

  @Test
  void theProxyIsNamedAndBilledApartFromTheServer() throws Exception {
    try (ScriptedProxy proxy = new ScriptedProxy(OPEN, server.port())) {
      Run run = through(proxy.port()).run(URL);
      String name = "127.0.0.1:" + proxy.port();
      assertThat(only(run).proxy())
          .contains(new ProxyHop("http://" + name, "--proxy", true, OptionalInt.of(200)));
      assertThat(LedgerBuilder.build(RedirectChain.of(run), List.of(run)).lines())
          .filteredOn(line -> line.layer() == Layer.TCP || line.layer() == Layer.PROXY)
          .hasSize(2)
          .allMatch(line -> line.peer().equals(new Peer.Proxy(name)));
      assertThat(LedgerBuilder.build(RedirectChain.of(run), List.of(run)).lines())
          .filteredOn(line -> line.layer() == Layer.TLS)
          .allMatch(line -> line.peer().equals(new Peer.BehindProxy("shop.test")))
          .allMatch(line -> line.rttNanos().isEmpty());
      assertThat(proxy.requests().getFirst()).startsWith("CONNECT shop.test:443 HTTP/1.1\r\n");
    }
  }

  @Test
  void aWarmRunGoesThroughTheTunnelThatIsOpen() throws Exception {
    try (ScriptedProxy proxy = new ScriptedProxy(OPEN, server.port())) {
      Snapshot snapshot = through(proxy.port()).measure(URL, 1, false, true);
      Run warm = snapshot.runs(RunState.WARM).getFirst();
      assertThat(error(warm)).isEqualTo("none");
      assertThat(state(only(warm), Phase.PROXY)).isEqualTo("reused");
      assertThat(only(warm).proxy()).isPresent();
      assertThat(proxy.requests()).hasSize(1);
    }
  }

  @Test
  void theRunThatOnlyOpensTheConnectionIsMarkedAndDoesNotCount() throws Exception {
    try (ScriptedProxy proxy = new ScriptedProxy(OPEN, server.port())) {
      Snapshot snapshot = through(proxy.port()).measureWarmOnly(URL, 1);
      assertThat(snapshot.runs())
          .extracting(Run::leftOut)
          .containsExactly(Optional.of(LeftOut.PREPARING), Optional.empty());
      assertThat(snapshot.runs()).extracting(Run::counts).containsExactly(false, true);
    }
  }

  @Test
  void aResumedRunOpensATunnelOfItsOwnAndResumesTheSessionOfTheServer() throws Exception {
    try (ScriptedProxy proxy = new ScriptedProxy(OPEN, server.port())) {
      Snapshot snapshot = through(proxy.port()).measure(URL, 1, true, false);
      Run resumed = snapshot.runs(RunState.RESUMED).getFirst();
      assertThat(error(resumed)).isEqualTo("none");
      assertThat(state(only(resumed), Phase.PROXY)).isEqualTo("measured");
      assertThat(only(resumed).tls().orElseThrow().resumed()).isTrue();
      assertThat(proxy.requests()).hasSize(2);
    }
  }

  @Test
  void userAndPasswordReachTheProxyOnly() throws Exception {
    try (ScriptedProxy proxy = new ScriptedProxy(OPEN, server.port())) {
      Snapshot snapshot =
          new ProbeBench()
              .proxy("http://me:s3cr3t@127.0.0.1:" + proxy.port())
              .measure(URL, 1, false, false);
      String basic = "bWU6czNjcjN0";
      assertThat(proxy.requests().getFirst()).contains("Proxy-Authorization: Basic " + basic);
      String stored = new String(SnapshotCodec.encode(snapshot), StandardCharsets.UTF_8);
      assertThat(stored).doesNotContain("s3cr3t").doesNotContain(basic);
      assertThat(TextReport.of(snapshot, OptionalInt.of(1))).doesNotContain("s3cr3t");
    }
  }

  @Test
  void aPlainRequestIsForwardedWithItsWholeUrl() throws Exception {
    try (ScriptedServer proxy =
        ScriptedServer.plain(
            connection -> {
              String head = ScriptedServer.readHead(connection);
              connection
                  .getOutputStream()
                  .write(
                      ("HTTP/1.1 200 OK\r\nX-Saw: "
                              + head.lines().findFirst().orElse("")
                              + "\r\nX-Auth: "
                              + head.contains("Proxy-Authorization: Basic bWU6czNjcjN0")
                              + "\r\nContent-Length: 0\r\n\r\n")
                          .getBytes(StandardCharsets.ISO_8859_1));
            })) {
      Run run =
          new ProbeBench()
              .proxy("http://me:s3cr3t@127.0.0.1:" + proxy.port())
              .run("http://shop.test:8080/a?b=c");
      Exchange exchange = only(run);
      assertThat(error(run)).isEqualTo("none");
      assertThat(exchange.response().orElseThrow().headers())
          .contains(
              new Header("X-Saw", "GET http://shop.test:8080/a?b=c HTTP/1.1"),
              new Header("X-Auth", "true"));
      assertThat(exchange.phases().timing(Phase.PROXY)).isEmpty();
      assertThat(exchange.proxy().orElseThrow().tunnel()).isFalse();
      assertThat(exchange.request().headers())
          .filteredOn(header -> header.named("proxy-authorization"))
          .extracting(Header::value)
          .containsExactly("Basic [redacted]");
    }
  }

  @Test
  void refusalsOfTheProxyAreNamedWithTheirStatus() throws Exception {
    Run forbidden = answering("HTTP/1.1 403 Filtered\r\nContent-Length: 0\r\n\r\n");
    assertThat(error(forbidden)).isEqualTo("proxy proxy-refused");
    assertThat(forbidden.error().orElseThrow().message()).contains("403 Filtered");
    assertThat(only(forbidden).proxy().orElseThrow().status()).hasValue(403);
    assertThat(state(only(forbidden), Phase.TLS)).isEqualTo("not-reached");
    assertThat(only(forbidden).tls()).isEmpty();
    assertThat(error(answering("HTTP/1.1 407 Auth\r\n\r\n")))
        .isEqualTo("proxy proxy-authentication");
    Run unreached = answering("HTTP/1.1 502 Bad Gateway\r\n\r\n");
    assertThat(error(unreached)).isEqualTo("proxy proxy-refused");
    assertThat(unreached.error().orElseThrow().message()).contains("could not reach shop.test");
  }

  @Test
  void aProxyThatCutsOrSpeaksNoHttpIsNamed() throws Exception {
    assertThat(error(answering(""))).isEqualTo("proxy proxy-closed");
    assertThat(error(answering("HTTP/1.1 200"))).isEqualTo("proxy proxy-closed");
    assertThat(error(answering("SSH-2.0-OpenSSH_9.2\r\n\r\n"))).isEqualTo("proxy proxy-failed");
    String endless = "HTTP/1.1 403 No\r\n" + "X: y\r\n".repeat(20_000);
    assertThat(error(answering(endless))).isEqualTo("proxy proxy-failed");
  }

  @Test
  void aProxyThatNobodyRunsIsUnreachable() throws Exception {
    int port;
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = taken.getLocalPort();
    }
    Run run = through(port).run(URL);
    assertThat(error(run)).isEqualTo("tcp proxy-unreachable");
    assertThat(run.error().orElseThrow().message()).contains("http://127.0.0.1:" + port);
  }

  @Test
  void aSilentProxyIsGivenUpWhenTheTimeIsUp() throws Exception {
    try (ScriptedServer silent =
        ScriptedServer.plain(connection -> connection.getInputStream().readAllBytes())) {
      Run run = through(silent.port()).timeout(Duration.ofMillis(300)).run(URL);
      assertThat(error(run)).isEqualTo("proxy proxy-timeout");
    }
  }

  @Test
  void aRedirectFromAPublicNameToAPrivateAddressIsRefusedThroughAProxyToo() throws Exception {
    String redirect =
        "HTTP/1.1 302 Found\r\nLocation: http://192.168.1.1/admin\r\nContent-Length: 0\r\n\r\n";
    try (ScriptedServer proxy = ScriptedServer.plain(ScriptedServer.answer(redirect))) {
      Run run = through(proxy.port()).run("http://shop.test/");
      assertThat(run.error().orElseThrow().errorType()).isEqualTo("private-address");
      assertThat(proxy.accepted()).isEqualTo(1);
    }
  }

  @Test
  void aProxyThatCannotBeUsedIsRefusedBeforeAnythingIsSent() {
    assertThatThrownBy(() -> new ProbeBench().proxy("socks5://127.0.0.1:9050"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("SOCKS");
  }
}
