package dev.lightfoot.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.chain.RedirectChain;
import dev.lightfoot.analysis.ledger.Ledger;
import dev.lightfoot.analysis.stack.StackLedger;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.probe.peer.ScriptedDns;
import dev.lightfoot.probe.peer.ScriptedServer;
import dev.lightfoot.report.headline.Headline;
import dev.lightfoot.report.headline.Headlines;
import dev.lightfoot.report.layout.LedgerTable;
import dev.lightfoot.report.layout.PhaseBar;
import dev.lightfoot.report.layout.PhaseBarBuilder;
import dev.lightfoot.report.words.Numbers;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Rcode;

/// What is said of a measurement that failed: what happened, one time in the sentence, the bars and
/// the bill, and as many trips in each.
class FailureNumbersTest {

  @Test
  void aHeaderOfOneMegabyteIsAnAnswerThatBeganWithOneTimeEverywhere() throws Exception {
    String head = "HTTP/1.1 200 OK\r\nX-Long: " + "a".repeat(1 << 20) + "\r\n\r\n";
    try (ScriptedServer server = ScriptedServer.plain(ScriptedServer.answer(head))) {
      Snapshot measured = measured(new ProbeBench(), url(server.port()));
      assertThat(stop(measured, 2).phase()).contains(Phase.RECEIVE);
      assertThat(headline(measured).first()).contains("header");
    }
  }

  @Test
  void anSshBannerIsAnAnswerThatIsNoHttpWithOneTimeEverywhere() throws Exception {
    ScriptedServer.Script banner =
        connection -> {
          connection.getOutputStream().write(bytes("SSH-2.0-OpenSSH_9.6p1\r\n"));
          ScriptedServer.readHead(connection);
        };
    try (ScriptedServer server = ScriptedServer.plain(banner)) {
      Snapshot measured = measured(new ProbeBench(), url(server.port()));
      assertThat(stop(measured, 2).phase()).contains(Phase.RECEIVE);
      assertThat(headline(measured).first()).contains("SSH-2.0-OpenSSH_9.6p1");
    }
  }

  @Test
  void aRedirectLoopNamesTheAddressWithItsPortAndBillsEveryHopInOneTime() throws Exception {
    ScriptedServer.Script circle =
        connection -> {
          for (String head = ScriptedServer.readHead(connection);
              !head.isEmpty();
              head = ScriptedServer.readHead(connection)) {
            String next = head.startsWith("GET /a") ? "/b" : "/a";
            connection
                .getOutputStream()
                .write(
                    bytes(
                        "HTTP/1.1 302 Found\r\nLocation: %s\r\nContent-Length: 0\r\n\r\n"
                            .formatted(next)));
          }
        };
    try (ScriptedServer server = ScriptedServer.plain(circle)) {
      Snapshot measured = measured(new ProbeBench(), url(server.port()) + "a");
      // It stopped between two requests: nothing of an answer is missing.
      assertThat(stop(measured, 3).phase()).isEmpty();
      assertThat(headline(measured).first()).contains("127.0.0.1:" + server.port() + "/a");
      assertThat(bar(measured).bars()).extracting(PhaseBar.Bar::hop).contains(0, 1);
    }
  }

  @Test
  void ofANameThatDoesNotExistTheQuestionIsATripAndOnlyTheRequestDidNotLeave() throws Exception {
    try (ScriptedDns dns =
        new ScriptedDns((query, _) -> ScriptedDns.now(ScriptedDns.reply(query, Rcode.NXDOMAIN)))) {
      Snapshot measured = measured(new ProbeBench().resolver(dns), "http://shop.test/");
      assertThat(stop(measured, 1).phase()).contains(Phase.DNS);
      assertThat(headline(measured).caption())
          .endsWith("No cookie, header or body left this computer.");
    }
  }

  @Test
  void aRefusedPortTookItsRoundTripWithOneTimeEverywhere() throws Exception {
    int port;
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = taken.getLocalPort();
    }
    Snapshot measured = measured(new ProbeBench(), url(port));
    assertThat(stop(measured, 1).phase()).contains(Phase.TCP);
    assertThat(headline(measured).first()).contains("127.0.0.1:" + port);
  }

  /// Where the chart ends, once sentence, bars and bill are seen to agree with it.
  private static PhaseBar.Stop stop(Snapshot measured, int trips) {
    Run run = measured.runs().getFirst();
    Ledger ledger = StackLedger.build(run, measured.runs());
    PhaseBar bar = bar(measured);
    PhaseBar.Stop stop = bar.stop().orElseThrow();
    long total = LedgerTable.of(ledger, RedirectChain.of(run)).total().total();
    assertThat(Numbers.tenths(run.durationNanos())).as("the run").isEqualTo(total);
    assertThat(Numbers.tenths(stop.atNanos())).as("the chart").isEqualTo(total);
    assertThat(bar.endNanos()).as("its bars").hasValue(stop.atNanos());
    assertThat(headline(measured).caption())
        .contains(Numbers.durationOfTenths(total) + " ")
        .contains(trips == 1 ? "1 round trip" : trips + " round trips");
    assertThat(ledger.trips()).as("the bill").isEqualTo(trips);
    assertThat(bar.bars().stream().mapToInt(each -> each.trips().orElse(0)).sum())
        .as("the bars")
        .isEqualTo(trips);
    return stop;
  }

  private static Headline headline(Snapshot measured) {
    return Headlines.finished(measured, OptionalInt.of(1));
  }

  private static PhaseBar bar(Snapshot measured) {
    List<Run> runs = measured.runs();
    return PhaseBarBuilder.of(runs).showing(0).build();
  }

  private static Snapshot measured(ProbeBench bench, String url) {
    return bench.measure(url, 1, false, false);
  }

  private static String url(int port) {
    return "http://127.0.0.1:" + port + "/";
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
