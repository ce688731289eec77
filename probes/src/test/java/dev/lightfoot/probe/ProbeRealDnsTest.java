package dev.lightfoot.probe;

import static dev.lightfoot.probe.peer.Measured.error;
import static dev.lightfoot.probe.peer.Measured.only;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.model.DnsQuery;
import dev.lightfoot.model.HostFacts;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.dns.DnsAnswer;
import dev.lightfoot.model.dns.DnssecState;
import dev.lightfoot.model.dns.HttpsRecord;
import dev.lightfoot.probe.peer.RealDns;
import dev.lightfoot.probe.peer.ScriptedServer;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Against Unbound and Knot with a signed, an unsigned and a bogus zone.
class ProbeRealDnsTest {
  @TempDir private static Path folder;
  private static Optional<RealDns> dns = Optional.empty();
  private static Optional<ScriptedServer> server = Optional.empty();

  @BeforeAll
  static void start() throws Exception {
    dns = Optional.of(RealDns.start(folder));
    server =
        Optional.of(
            ScriptedServer.plain(
                ScriptedServer.answer("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")));
  }

  @AfterAll
  static void stop() throws Exception {
    if (server.isPresent()) {
      server.get().close();
    }
    if (dns.isPresent()) {
      dns.get().close();
    }
  }

  private static Snapshot probe(String host) {
    return probe(host, dns.orElseThrow().resolver());
  }

  private static Snapshot probe(String host, InetSocketAddress resolver) {
    return new ProbeBench()
        .resolver(new ResolverChoice.Server(resolver))
        .measure("http://" + host + ":" + server.orElseThrow().port() + "/", 1, false, false);
  }

  private static HostFacts facts(Snapshot snapshot) {
    assertThat(snapshot.hosts()).hasSize(1);
    return snapshot.hosts().getFirst();
  }

  @Test
  void aSignedNameIsSecureWhereTheResolverVouchesForIt() {
    Snapshot snapshot = probe("shop.secure");
    assertThat(error(snapshot.runs().getFirst())).isEqualTo("none");
    assertThat(facts(snapshot).dnssec()).isEqualTo(DnssecState.SECURE);
    assertThat(only(snapshot.runs().getFirst()).dns()).allMatch(DnsQuery::authenticated);
  }

  @Test
  void anUnsignedNameIsInsecureBecauseTheResolverVouchesForTheRoot() {
    HostFacts facts = facts(probe("shop.plain"));
    assertThat(facts.dnssec()).isEqualTo(DnssecState.INSECURE);
    assertThat(facts.dnssecReason()).contains("vouches for the root").contains("not signed");
  }

  @Test
  void aBogusNameFailsAndIsCalledBogus() {
    Snapshot snapshot = probe("shop.broken");
    assertThat(error(snapshot.runs().getFirst())).isEqualTo("dns dnssec-bogus");
    assertThat(facts(snapshot).dnssec()).isEqualTo(DnssecState.BOGUS);
  }

  @Test
  void nothingIsKnownFromAServerThatDoesNotValidate() {
    HostFacts facts = facts(probe("shop.secure", dns.orElseThrow().authority()));
    assertThat(facts.dnssec()).isEqualTo(DnssecState.UNKNOWN);
    assertThat(facts.dnssecReason()).contains("signatures came along");
  }

  @Test
  void caaIsFoundAtTheNearestParent() {
    HostFacts.Caa caa = facts(probe("shop.secure")).caa().orElseThrow();
    assertThat(caa.owner()).contains("secure");
    assertThat(caa.records())
        .containsExactlyInAnyOrder(
            new HostFacts.CaaRecord(false, "issue", "ca.example"),
            new HostFacts.CaaRecord(true, "iodef", "mailto:sec@example"));
    assertThat(facts(probe("svc.secure")).caa().orElseThrow())
        .isEqualTo(
            new HostFacts.Caa(
                Optional.of("svc.secure"), List.of(new HostFacts.CaaRecord(false, "issue", ";"))));
  }

  @Test
  void theHttpsRecordIsReadFromTheNameOfItsPort() {
    // the probe's URL has a port of its own, and with it the record another name (RFC 9460)
    HostFacts facts = facts(probe("shop.secure"));
    assertThat(facts.https()).isEmpty();
    assertThat(facts.queries())
        .extracting(DnsQuery::name)
        .contains("_" + server.orElseThrow().port() + "._https.shop.secure.");
  }

  @Test
  void theHttpsRecordOfTheStandardPortIsRead() {
    Snapshot refused =
        new ProbeBench()
            .resolver(new ResolverChoice.Server(dns.orElseThrow().resolver()))
            .timeout(java.time.Duration.ofMillis(500))
            .measure("https://shop.secure/", 1, false, false);
    assertThat(facts(refused).https())
        .containsExactly(
            new HttpsRecord(
                1,
                ".",
                List.of("h3", "h2"),
                false,
                OptionalInt.of(8443),
                true,
                List.of("127.0.0.1"),
                List.of("::1"),
                List.of(),
                60));
  }

  @Test
  void aChainOfAliasesWithoutAnIpv6AddressIsResolvedInOneTrip() {
    Snapshot snapshot = probe("www.secure");
    var exchange = only(snapshot.runs().getFirst());
    assertThat(error(snapshot.runs().getFirst())).isEqualTo("none");
    assertThat(exchange.phases().trips(Phase.DNS)).hasValue(1);
    assertThat(answers(exchange.dns(), "AAAA")).containsExactly("CNAME", "CNAME");
    assertThat(answers(exchange.dns(), "A")).containsExactly("CNAME", "CNAME", "A");
  }

  private static List<String> answers(List<DnsQuery> queries, String type) {
    return queries.stream()
        .filter(query -> query.type().equals(Optional.of(type)))
        .flatMap(query -> query.answers().stream())
        .map(DnsAnswer::type)
        .toList();
  }

  @Test
  void anAnswerTooLargeForUdpTakesTwoTripsMoreOverTcp() {
    var exchange = only(probe("big.secure").runs().getFirst());
    assertThat(exchange.phases().trips(Phase.DNS)).hasValue(3);
    DnsQuery tcp =
        exchange.dns().stream().filter(q -> q.transport().equals("tcp")).findFirst().orElseThrow();
    assertThat(tcp.trips()).hasValue(2);
    assertThat(tcp.answers()).hasSize(120);
    assertThat(tcp.setUp().orElseThrow().phases().trips(Phase.TCP)).hasValue(1);
    assertThat(tcp.setUp().orElseThrow().durationNanos().orElseThrow())
        .isLessThan(tcp.durationNanos());
  }
}
