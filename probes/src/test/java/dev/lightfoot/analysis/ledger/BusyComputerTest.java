package dev.lightfoot.analysis.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.chain.RedirectChain;
import dev.lightfoot.model.ExchangeBuilder;
import dev.lightfoot.model.Late;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.PhaseTiming;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.Samples;
import dev.lightfoot.model.span.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What had arrived before the program had it is this computer's time, and nobody else's.
class BusyComputerTest {
  private static final long MILLI = 1_000_000;

  private static PhaseTiming took(long startMillis, long millis) {
    return new PhaseTiming.Measured(
        startMillis * MILLI, millis * MILLI, OptionalInt.of(1), Evidence.MEASURED);
  }

  /// 5 ms between DNS and TCP of which 4 were late, 20 ms of TLS of which 6 were late.
  private static Run run(List<Late> late) {
    return run(
        new ExchangeBuilder("http://shop.test/", "GET")
            .phase(Phase.DNS, took(0, 10))
            .phase(Phase.TCP, took(15, 10))
            .phase(Phase.TLS, took(25, 20))
            .phase(Phase.WAIT, took(45, 10))
            .gapNanos(5 * MILLI)
            .late(late));
  }

  private static Run run(ExchangeBuilder exchange) {
    return new Run(
        RunState.COLD,
        Samples.cold(0).startedAt(),
        Optional.empty(),
        false,
        List.of(exchange.build()),
        List.of(),
        List.of());
  }

  private static List<String> busy(Ledger ledger) {
    return ledger.lines().stream()
        .filter(line -> line.peer() == Peer.Known.BUSY)
        .map(
            line ->
                line.phase().map(Phase::label).orElse("between") + " " + line.totalNanos() / MILLI)
        .toList();
  }

  private static long total(Ledger ledger, Optional<Phase> phase) {
    return ledger.lines().stream()
        .filter(line -> line.phase().equals(phase))
        .mapToLong(LedgerLine::totalNanos)
        .sum();
  }

  @Test
  void itHasALineBetweenPhasesAndOneInsideAPhase() {
    Run run = run(List.of(new Late(10 * MILLI, 4 * MILLI), new Late(30 * MILLI, 6 * MILLI)));
    Ledger ledger = LedgerBuilder.build(RedirectChain.of(run), List.of(run));
    assertThat(busy(ledger)).containsExactly("between 4", "tls 6");
    assertThat(total(ledger, Optional.empty())).isEqualTo(5 * MILLI);
    assertThat(total(ledger, Optional.of(Phase.TLS))).isEqualTo(20 * MILLI);
    assertThat(ledger.lines().stream().mapToLong(LedgerLine::totalNanos).sum())
        .isEqualTo(run.durationNanos());
  }

  @Test
  void whatWouldReadNothingHasNoLine() {
    Run run = run(List.of(new Late(10 * MILLI, LedgerBuilder.SMALLEST_GAP_LINE - 1)));
    assertThat(busy(LedgerBuilder.build(RedirectChain.of(run), List.of(run)))).isEmpty();
  }

  @Test
  void aRunIsMarkedBeyondAFifthOfItsTime() {
    long fifth = 11 * MILLI;
    assertThat(run(List.of(new Late(0, fifth))).isBusy()).isFalse();
    assertThat(run(List.of(new Late(0, fifth + 1))).isBusy()).isTrue();
    assertThat(run(List.of()).busyNanos()).isZero();
  }

  @Test
  void whatWasLateAfterTheEndDelayedNothing() {
    Run run = run(List.of(new Late(54 * MILLI, 30 * MILLI)));
    assertThat(run.busyNanos()).isEqualTo(MILLI);
  }

  @Test
  void whateverWasLateTheLinesAddUpToTheWallTime() {
    Random random = new Random(11);
    for (int i = 0; i < 300; i++) {
      List<Late> late = new ArrayList<>();
      for (int j = random.nextInt(5); j > 0; j--) {
        late.add(new Late(random.nextLong(60 * MILLI), random.nextLong(20 * MILLI)));
      }
      Run run = run(late);
      Ledger ledger = LedgerBuilder.build(RedirectChain.of(run), List.of(run));
      assertThat(ledger.lines().stream().mapToLong(LedgerLine::totalNanos).sum())
          .isEqualTo(run.durationNanos());
      assertThat(ledger.lines()).allMatch(line -> line.totalNanos() >= 0);
    }
  }
}
