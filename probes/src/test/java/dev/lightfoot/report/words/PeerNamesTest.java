package dev.lightfoot.report.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.ledger.Peer;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

final class PeerNamesTest {
  @Test
  void everyPeerWithoutANameOfItsOwnHasOne() {
    assertThat(Peer.Known.values())
        .extracting(PeerNames::of)
        .containsExactly(
            "operating system",
            "no address",
            "this computer",
            "between requests",
            "after the last request",
            "this computer was busy",
            "not opened yet",
            "not recorded");
  }

  @Test
  void aDatabaseIsNamedAsItsMakersWriteIt() {
    assertThat(PeerNames.of(new Peer.DataStore("postgresql", Optional.of("10.0.0.7"))))
        .isEqualTo("PostgreSQL at 10.0.0.7");
    assertThat(PeerNames.of(new Peer.DataStore("cockroachdb", Optional.empty())))
        .isEqualTo("cockroachdb");
  }

  @Test
  void aResolverIsShownWithoutItsDefaultPort() {
    assertThat(PeerNames.of(new Peer.Resolver("10.77.2.2:53"))).isEqualTo("resolver 10.77.2.2");
    assertThat(PeerNames.of(new Peer.Resolver("[2001:db8::7]:53")))
        .isEqualTo("resolver 2001:db8::7");
    assertThat(PeerNames.of(new Peer.Resolver("127.0.0.1:5353")))
        .isEqualTo("resolver 127.0.0.1:5353");
    assertThat(PeerNames.of(new Peer.SilentResolver("10.77.2.2:53")))
        .isEqualTo("silent: 10.77.2.2:53");
    assertThat(PeerNames.of(new Peer.LateAnswer("AAAA"))).isEqualTo("waited for AAAA (RFC 8305)");
  }

  @Test
  void aProxyAndWhatIsBehindItAreKeptApart() {
    assertThat(PeerNames.of(new Peer.Proxy("127.0.0.1:3128"))).isEqualTo("proxy 127.0.0.1:3128");
    assertThat(PeerNames.of(new Peer.BehindProxy("shop.test"))).isEqualTo("shop.test via proxy");
  }

  @Test
  void aBodyIsNamedByItsSizeAndItsFlights() {
    assertThat(PeerNames.of(new Peer.Body(0, OptionalInt.of(0)))).isEqualTo("no body");
    assertThat(PeerNames.of(new Peer.Body(347, OptionalInt.of(0))))
        .isEqualTo("347\u00a0B in first flight");
    assertThat(PeerNames.of(new Peer.Body(2_412_000, OptionalInt.of(3))))
        .isEqualTo("2.4\u00a0MB in 4 flights");
    assertThat(PeerNames.of(new Peer.Body(30_300, OptionalInt.empty())))
        .isEqualTo("30.3\u00a0kB, rounds not visible");
  }
}
