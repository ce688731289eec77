package dev.lightfoot.analysis.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.model.DnsQuery;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.ExchangeBuilder;
import dev.lightfoot.model.Late;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.PhaseTiming;
import dev.lightfoot.model.span.Evidence;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

final class OwnTimeTest {
  private static final String URL = "https://www.shop.test/";

  private static ExchangeBuilder exchange() {
    return new ExchangeBuilder(URL, "GET").source(Exchange.KERNEL);
  }

  private static PhaseTiming took(long start, long nanos) {
    return new PhaseTiming.Measured(start, nanos, OptionalInt.of(1), Evidence.MEASURED);
  }

  private static DnsQuery query(String type, long start, long nanos) {
    return new DnsQuery(
        "www.shop.test.",
        Optional.of(type),
        "10.77.2.2:53",
        "udp",
        start,
        nanos,
        OptionalInt.of(1),
        Optional.of("NOERROR"),
        true,
        false,
        List.of(),
        Optional.empty());
  }

  private static Optional<OwnTime> of(ExchangeBuilder builder) {
    return OwnTime.of(new RedirectChain(List.of(builder.build())));
  }

  @Test
  void isWhatLiesBetweenThePhases() {
    ExchangeBuilder twoGaps =
        exchange()
            .gapNanos(7)
            .phase(Phase.TCP, took(3, 40))
            .phase(Phase.WAIT, took(45, 50))
            .gapNanos(7);
    assertThat(of(twoGaps).orElseThrow().stretches())
        .containsExactly(new Late(0, 3), new Late(43, 2), new Late(95, 2));
  }

  @Test
  void holdsWhatWasHandedOnLateInAHandshakeButNotInAWait() {
    ExchangeBuilder late =
        exchange()
            .phase(Phase.TLS, took(0, 40))
            .phase(Phase.WAIT, took(40, 50))
            .late(List.of(new Late(30, 5), new Late(60, 20)));
    assertThat(of(late).orElseThrow().stretches()).containsExactly(new Late(30, 5));
  }

  @Test
  void isNotKnownOfWhatOthersMeasured() {
    assertThat(of(exchange().source(Exchange.IMPORTED).phase(Phase.WAIT, took(0, 50)))).isEmpty();
  }

  @Test
  void holdsByHowMuchTheSecondOfTwoQuestionsWasSentLater() {
    assertThat(dns(40, query("A", 0, 30), query("AAAA", 8, 32))).isEqualTo(8);
    assertThat(dns(40, query("A", 0, 37), query("AAAA", 8, 32)))
        .as("as far as it ends after the first")
        .isEqualTo(3);
  }

  @Test
  void aQuestionPutAgainWasWaitedFor() {
    assertThat(dns(40, query("A", 0, 30), query("A", 8, 32))).isZero();
    assertThat(dns(40, query("A", 0, 8), query("AAAA", 8, 32))).as("one after the other").isZero();
    assertThat(dns(35, query("A", 0, 30), query("AAAA", 8, 32)))
        .as("the phase did not wait for it")
        .isZero();
  }

  private static long dns(long took, DnsQuery... asked) {
    return of(exchange().phase(Phase.DNS, took(0, took)).dns(List.of(asked))).orElseThrow().nanos();
  }
}
