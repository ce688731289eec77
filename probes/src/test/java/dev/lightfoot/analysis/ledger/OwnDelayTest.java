package dev.lightfoot.analysis.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.chain.RedirectChain;
import dev.lightfoot.model.DnsQuery;
import dev.lightfoot.model.ExchangeBuilder;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.PhaseTiming;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.Samples;
import dev.lightfoot.model.span.Evidence;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/// A question that this computer asked late makes the resolution longer, not the resolver.
class OwnDelayTest {
  private static final long MICRO = 1_000;

  private static DnsQuery query(String type, long startMicros, long micros) {
    return query(type, startMicros, micros, Optional.of("NOERROR"));
  }

  private static DnsQuery query(
      String type, long startMicros, long micros, Optional<String> rcode) {
    return new DnsQuery(
        "www.shop.test.",
        Optional.of(type),
        "192.0.2.53:53",
        "udp",
        startMicros * MICRO,
        micros * MICRO,
        OptionalInt.of(1),
        rcode,
        false,
        false,
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  private static List<Long> ownMicros(long totalMicros, DnsQuery... queries) {
    PhaseTiming dns =
        new PhaseTiming.Measured(0, totalMicros * MICRO, OptionalInt.of(1), Evidence.MEASURED);
    Run run =
        new Run(
            RunState.COLD,
            Samples.cold(0).startedAt(),
            Optional.empty(),
            false,
            List.of(
                new ExchangeBuilder("http://www.shop.test/", "GET")
                    .phase(Phase.DNS, dns)
                    .dns(List.of(queries))
                    .build()),
            List.of(),
            List.of());
    Ledger ledger = LedgerBuilder.build(RedirectChain.of(run), List.of(run));
    assertThat(ledger.lines().stream().mapToLong(LedgerLine::totalNanos).sum())
        .isEqualTo(totalMicros * MICRO);
    return ledger.lines().stream()
        .filter(line -> line.peer() == Peer.Known.SELF && line.phase().isPresent())
        .map(line -> line.workNanos() / MICRO)
        .toList();
  }

  @Test
  void theFamilyThatWasAskedForLaterAndAnsweredLast() {
    assertThat(ownMicros(11_900, query("AAAA", 0, 10_500), query("A", 1_400, 10_500)))
        .containsExactly(1_400L);
  }

  @Test
  void nothingWhereTheFirstQuestionWasAnsweredLast() {
    assertThat(ownMicros(12_500, query("AAAA", 0, 12_500), query("A", 1_400, 10_500))).isEmpty();
  }

  @Test
  void aQuestionThatWasLostAndPutAgainIsNotLate() {
    DnsQuery lost = query("A", 0, 1_500_000, Optional.empty());
    assertThat(ownMicros(1_510_000, lost, query("AAAA", 10, 10_000), query("A", 1_500_000, 10_000)))
        .isEmpty();
  }

  @Test
  void aQuestionThatFollowsAnAliasIsNotLate() {
    assertThat(
            ownMicros(
                22_000,
                query("AAAA", 0, 11_000),
                query("A", 300, 10_700),
                query("A", 11_000, 11_000)))
        .containsExactly(300L);
  }
}
