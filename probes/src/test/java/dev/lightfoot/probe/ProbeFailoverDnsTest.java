package dev.lightfoot.probe;

import static dev.lightfoot.probe.peer.Measured.error;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.chain.RedirectChain;
import dev.lightfoot.analysis.ledger.LedgerBuilder;
import dev.lightfoot.analysis.ledger.LedgerLine;
import dev.lightfoot.analysis.ledger.Peer;
import dev.lightfoot.model.DnsQuery;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.probe.peer.ScriptedDns;
import dev.lightfoot.probe.peer.ScriptedServer;
import dev.lightfoot.probe.wire.Addresses;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Rcode;

/// Several name servers of which not all are of use.
class ProbeFailoverDnsTest {
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

  private static Snapshot probe(int runs, ScriptedDns... servers) throws Exception {
    try (ScriptedServer server = ScriptedServer.plain(ScriptedServer.answer(OK))) {
      return new ProbeBench()
          .resolver(
              new ResolverChoice.Servers(
                  List.of(servers).stream().map(ScriptedDns::address).toList()))
          .measure("http://shop.test:" + server.port() + "/", runs, false, false);
    }
  }

  private static String name(ScriptedDns server) {
    return Addresses.text(server.address());
  }

  @Test
  void aDeadFirstServerCostsTheFirstRunLessThanASecondAndTheNextNothing() throws Exception {
    try (ScriptedDns dead = new ScriptedDns((query, tcp) -> List.of());
        ScriptedDns alive = ProbeBench.everyNameIsHere()) {
      Snapshot snapshot = probe(2, dead, alive);
      assertThat(snapshot.runs()).allMatch(run -> error(run).equals("none"));
      long first = dns(snapshot.runs().get(0)).phases().durationNanos(Phase.DNS);
      long second = dns(snapshot.runs().get(1)).phases().durationNanos(Phase.DNS);
      assertThat(first).isGreaterThan(700_000_000L);
      assertThat(second).isLessThan(first);
      assertThat(dns(snapshot.runs().get(1)).dns())
          .extracting(DnsQuery::server)
          .containsOnly(name(alive));
      assertThat(snapshot.environment().warnings()).anyMatch(w -> w.contains(name(dead)));
    }
  }

  @Test
  void everyTryIsShownWithTheServerItsTimeAndTheReason() throws Exception {
    try (ScriptedDns dead = new ScriptedDns((query, tcp) -> List.of());
        ScriptedDns alive = ProbeBench.everyNameIsHere()) {
      Exchange exchange = dns(probe(1, dead, alive).runs().getFirst());
      List<DnsQuery> given =
          exchange.dns().stream().filter(query -> query.rcode().isEmpty()).toList();
      assertThat(given).hasSize(2).allMatch(query -> query.server().equals(name(dead)));
      assertThat(given).allMatch(query -> query.note().orElseThrow().contains("within 750 ms"));
      assertThat(given).allMatch(query -> query.durationNanos() >= 740_000_000L);
      assertThat(exchange.phases().trips(Phase.DNS)).hasValue(1);
    }
  }

  @Test
  void theLedgerBillsTheSilenceApartFromTheAnswer() throws Exception {
    try (ScriptedDns dead = new ScriptedDns((query, tcp) -> List.of());
        ScriptedDns alive = ProbeBench.everyNameIsHere()) {
      Run run = probe(1, dead, alive).runs().getFirst();
      List<LedgerLine> lines =
          LedgerBuilder.build(RedirectChain.of(run), List.of(run)).lines().stream()
              .filter(line -> line.layer() == Layer.DNS)
              .toList();
      assertThat(lines).hasSize(2);
      assertThat(lines.getFirst().peer()).isEqualTo(new Peer.SilentResolver(name(dead)));
      assertThat(lines.getFirst().totalNanos()).isGreaterThan(700_000_000L);
      assertThat(lines.getLast().peer()).isEqualTo(new Peer.Resolver(name(alive)));
      assertThat(lines.getLast().rttNanos()).isPresent();
    }
  }

  @Test
  void aServerThatRefusesCostsATripThatIsCounted() throws Exception {
    try (ScriptedDns refusing =
            new ScriptedDns(
                (query, tcp) -> ScriptedDns.now(ScriptedDns.reply(query, Rcode.REFUSED)));
        ScriptedDns alive = ProbeBench.everyNameIsHere()) {
      Exchange exchange = dns(probe(1, refusing, alive).runs().getFirst());
      assertThat(exchange.phases().trips(Phase.DNS)).hasValue(2);
    }
  }

  @Test
  void aSlowAnswerIsNotGivenUpWhereNobodyElseCanBeAsked() throws Exception {
    try (ScriptedDns slow =
        new ScriptedDns(
            (query, tcp) -> {
              byte[] bytes = ScriptedDns.reply(query, Rcode.NXDOMAIN).toWire();
              return List.of(new ScriptedDns.Reply(bytes, 900));
            })) {
      Run run = probe(1, slow).runs().getFirst();
      assertThat(error(run)).isEqualTo("dns nxdomain");
      assertThat(dns(run).dns()).allMatch(DnsQuery::isSlow);
    }
  }

  @Test
  void serversThatAreAllSilentAreAllNamed() throws Exception {
    try (ScriptedDns one = new ScriptedDns((query, tcp) -> List.of());
        ScriptedDns two = new ScriptedDns((query, tcp) -> List.of())) {
      Run run = probe(1, one, two).runs().getFirst();
      assertThat(error(run)).isEqualTo("dns dns-timeout");
      assertThat(run.error().orElseThrow().message()).contains(name(one)).contains(name(two));
    }
  }

  private static Exchange dns(Run run) {
    return run.exchanges().getFirst();
  }
}
