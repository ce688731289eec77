package dev.lightfoot.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.connection.Connection;
import dev.lightfoot.model.page.Viewport;
import dev.lightfoot.probe.http.HttpChoice;
import dev.lightfoot.probe.peer.CaddyServer;
import dev.lightfoot.probe.peer.Certificates;
import dev.lightfoot.probe.peer.Measured;
import dev.lightfoot.probe.peer.ScriptedDns;
import dev.lightfoot.probe.quic.QuicWarmUp;
import dev.lightfoot.probe.tls.certificate.TrustAnchors;
import dev.lightfoot.probe.wire.AddressPolicy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Pages of a server that speaks HTTP/3.
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class PageHttp3Test {
  private static final int RESOURCES = 4;

  @TempDir private Path folder;
  private ScriptedDns dns;

  /// The first handshake of a process takes longer than others.
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

  private CaddyServer caddy() throws Exception {
    return CaddyServer.start(
        folder.resolve("caddy"),
        Certificates.leaf(ProbeBench.HOST).build(),
        ProbeBench.HOST,
        "h1 h2 h3",
        """
        header / Content-Type "text/html; charset=utf-8"
        respond / "<link rel=stylesheet href=/a.css><script src=/a.js></script><img src=/1.png>"
        header /a.css Content-Type text/css
        respond "x"
        """);
  }

  private List<Run> load(int port, HttpChoice version, int runs) {
    Probe probe =
        new Probe(
            TrustAnchors.only(Certificates.ROOT.certificate()),
            AddressPolicy.STANDARD,
            WarmUp.never());
    ProbeRequest request =
        new ProbeBench()
            .resolver(dns)
            .http(version)
            .timeout(Duration.ofSeconds(20))
            .request("https://" + ProbeBench.HOST + ":" + port + "/");
    return probe
        .load(
            PagePlan.of(request, Viewport.DESKTOP, runs, false),
            PageListener.NONE,
            new Cancellation())
        .runs();
  }

  private static List<Exchange> named(Run run) {
    return run.exchanges().stream().filter(each -> !each.url().endsWith(".ico")).toList();
  }

  private static List<String> protocols(Run run) {
    return named(run).stream().map(each -> each.protocol().orElse("none")).distinct().toList();
  }

  @Test
  void everythingComesOverOneConnectionOfQuic() throws Exception {
    try (CaddyServer server = caddy()) {
      Run run = load(server.port(), HttpChoice.HTTP_3, 1).getFirst();
      assertThat(run.error()).isEmpty();
      assertThat(named(run)).hasSize(RESOURCES);
      assertThat(protocols(run)).containsExactly("h3");
      assertThat(named(run).stream().map(each -> each.connection().map(Connection::id)).distinct())
          .hasSize(1);
      assertThat(Measured.state(named(run).getFirst(), Phase.QUIC)).isEqualTo("measured");
      assertThat(named(run).subList(1, RESOURCES))
          .allSatisfy(each -> assertThat(each.connection().orElseThrow().reused()).isTrue())
          .allSatisfy(each -> assertThat(Measured.state(each, Phase.WAIT)).isEqualTo("measured"));
      assertThat(run.page().orElseThrow().marks().loadNanos()).isPresent();
    }
  }

  @Test
  void whatTheServerSaysOfHttp3HoldsForTheNextLoad() throws Exception {
    try (CaddyServer server = caddy()) {
      List<Run> runs = load(server.port(), HttpChoice.ANY, 2);
      assertThat(protocols(runs.getFirst())).contains("h2");
      assertThat(named(runs.getFirst()).getFirst().protocol()).contains("h2");
      assertThat(protocols(runs.getLast())).containsExactly("h3");
    }
  }
}
