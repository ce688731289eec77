package dev.lightfoot.probe;

import static dev.lightfoot.probe.peer.Measured.error;
import static dev.lightfoot.probe.peer.Measured.only;
import static dev.lightfoot.probe.peer.Measured.state;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lightfoot.analysis.chain.RedirectChain;
import dev.lightfoot.analysis.ledger.Ledger;
import dev.lightfoot.analysis.ledger.LedgerBuilder;
import dev.lightfoot.analysis.ledger.Peer;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.PhaseTiming;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.connection.ConnectionAttempt;
import dev.lightfoot.probe.peer.Certificates;
import dev.lightfoot.probe.peer.ScriptedDns;
import dev.lightfoot.probe.peer.ScriptedServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Type;

class ProbeConnectTest {
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

  /// Listens, but its queue is full: a SYN is dropped, as by a firewall.
  private static final class BlackHole implements AutoCloseable {
    private final ServerSocket server;
    private final List<Socket> queued = new ArrayList<>();

    BlackHole(InetAddress address, int port) throws IOException {
      server = new ServerSocket(port, 1, address);
      for (int i = 0; i < 8; i++) {
        Socket filler = new Socket();
        queued.add(filler);
        try {
          filler.connect(new InetSocketAddress(address, server.getLocalPort()), 200);
        } catch (SocketTimeoutException e) {
          return; // full
        }
      }
    }

    @Override
    public void close() throws IOException {
      for (Socket socket : queued) {
        socket.close();
      }
      server.close();
    }
  }

  @Test
  void aClosedPortIsRefused() throws Exception {
    int port;
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = taken.getLocalPort();
    }
    Run run = new ProbeBench().run("http://127.0.0.1:" + port + "/");
    assertThat(error(run)).isEqualTo("tcp connection-refused");
    assertThat(only(run).connection().orElseThrow().attempts())
        .extracting(ConnectionAttempt::outcome)
        .containsExactly("failed");
    // The refusal came back from the peer: a round trip, as long as the attempt and no longer.
    ConnectionAttempt attempt = only(run).connection().orElseThrow().attempts().getFirst();
    PhaseTiming.Failed tcp =
        (PhaseTiming.Failed) only(run).phases().timing(Phase.TCP).orElseThrow();
    assertThat(tcp.trips()).hasValue(1);
    assertThat(tcp.durationNanos()).isEqualTo(attempt.durationNanos());
    assertThat(run.durationNanos()).isEqualTo(attempt.startNanos() + attempt.durationNanos());
    Ledger ledger = LedgerBuilder.build(RedirectChain.of(run), List.of(run));
    assertThat(ledger.lines().getLast().peer()).isEqualTo(new Peer.Named("127.0.0.1:" + port));
  }

  @Test
  void aBlackHoleEndsWithTheTimeGivenToTheRun() throws Exception {
    try (BlackHole hole = new BlackHole(InetAddress.getLoopbackAddress(), 0)) {
      long start = System.nanoTime();
      Run run =
          new ProbeBench()
              .timeout(Duration.ofMillis(700))
              .run("http://127.0.0.1:" + hole.server.getLocalPort() + "/");
      assertThat(error(run)).isEqualTo("tcp connect-timeout");
      assertThat((System.nanoTime() - start) / 1_000_000).isBetween(700L, 1_200L + 1_000);
      assertThat(state(only(run), Phase.TCP)).isEqualTo("failed: connect-timeout");
    }
  }

  @Test
  void theOtherFamilyWinsTheRaceAgainstABlackHole() throws Exception {
    InetAddress v6 = InetAddress.ofLiteral("::1");
    assumeTrue(v6Works(v6), "this computer has no IPv6 loopback");
    try (ScriptedServer server = ScriptedServer.plain(ScriptedServer.answer(OK));
        BlackHole hole = new BlackHole(v6, server.port());
        ScriptedDns dns = new ScriptedDns((query, tcp) -> ScriptedDns.now(both(query)))) {
      assertThat(hole.server.isBound()).isTrue();
      Run run = new ProbeBench().resolver(dns).run("http://shop.test:" + server.port() + "/");
      assertThat(error(run)).isEqualTo("none");
      assertThat(only(run).connection().orElseThrow().attempts())
          .extracting(attempt -> attempt.address() + " " + attempt.outcome())
          .containsExactly(
              "[::1]:" + server.port() + " abandoned", "127.0.0.1:" + server.port() + " connected");
      assertThat(only(run).phases().durationNanos(Phase.TCP)).isGreaterThan(200_000_000L);
    }
  }

  @Test
  void anAddressThatComesLateIsTriedWhenTheFirstIsSilent() throws Exception {
    InetAddress v6 = InetAddress.ofLiteral("::1");
    assumeTrue(v6Works(v6), "this computer has no IPv6 loopback");
    try (ScriptedServer server = ScriptedServer.plain(ScriptedServer.answer(OK));
        BlackHole hole = new BlackHole(v6, server.port());
        ScriptedDns dns =
            new ScriptedDns(
                (query, tcp) ->
                    query.getQuestion().getType() == Type.AAAA
                        ? ScriptedDns.now(both(query))
                        : List.of(new ScriptedDns.Reply(both(query).toWire(), 400)))) {
      assertThat(hole.server.isBound()).isTrue();
      Run run = new ProbeBench().resolver(dns).run("http://shop.test:" + server.port() + "/");
      assertThat(error(run)).isEqualTo("none");
      assertThat(only(run).connection().orElseThrow().address())
          .contains("127.0.0.1:" + server.port());
    }
  }

  private static boolean v6Works(InetAddress v6) {
    try (ServerSocket any = new ServerSocket(0, 1, v6)) {
      return any.isBound();
    } catch (IOException e) {
      return false;
    }
  }

  private static Message both(Message query) {
    Name name = query.getQuestion().getName();
    return ScriptedDns.reply(
        query,
        Rcode.NOERROR,
        query.getQuestion().getType() == Type.A
            ? new ARecord(name, DClass.IN, 60, InetAddress.getLoopbackAddress())
            : new AAAARecord(name, DClass.IN, 60, InetAddress.ofLiteral("::1")));
  }

  @Test
  void anotherAddressIsNotTriedAfterARefusedCertificate() throws Exception {
    InetAddress v6 = InetAddress.ofLiteral("::1");
    assumeTrue(v6Works(v6), "this computer has no IPv6 loopback");
    try (ScriptedServer server =
            ScriptedServer.tls(
                Certificates.expired("shop.test", 3),
                connection -> connection.getInputStream().read());
        BlackHole hole = new BlackHole(v6, server.port());
        ScriptedDns dns = new ScriptedDns((query, tcp) -> ScriptedDns.now(both(query)))) {
      assertThat(hole.server.isBound()).isTrue();
      long start = System.nanoTime();
      Run run = new ProbeBench().resolver(dns).run("https://shop.test:" + server.port() + "/");
      assertThat(error(run)).isEqualTo("tls certificate-expired");
      assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(5_000);
    }
  }
}
