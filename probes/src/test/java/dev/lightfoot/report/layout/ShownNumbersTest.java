package dev.lightfoot.report.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.bill.RunBill;
import dev.lightfoot.analysis.chain.RedirectChain;
import dev.lightfoot.analysis.join.Join;
import dev.lightfoot.analysis.join.ShopLogs;
import dev.lightfoot.analysis.ledger.Ledger;
import dev.lightfoot.analysis.ledger.LedgerBuilder;
import dev.lightfoot.analysis.ledger.LedgerLine;
import dev.lightfoot.analysis.stack.StackBuilder;
import dev.lightfoot.analysis.stack.StackLedger;
import dev.lightfoot.model.ExchangeBuilder;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.Samples;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.report.headline.Headline;
import dev.lightfoot.report.headline.Headlines;
import dev.lightfoot.report.headline.StackHeadline;
import dev.lightfoot.report.words.Numbers;
import dev.lightfoot.report.words.Rounding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/// What stands on one screen adds up, and the same quantity is the same number wherever it stands.
class ShownNumbersTest {
  private static final List<Phase> OWN_LINE =
      List.of(Phase.DNS, Phase.TCP, Phase.TLS, Phase.RECEIVE);

  private static Run anyRun(Random random) {
    long at = 0;
    ExchangeBuilder exchange =
        new ExchangeBuilder(Samples.TARGET, "GET")
            .connection(Optional.of(Samples.connection(Samples.PEER, 0, 40_300)))
            .dns(Samples.queries())
            .response(Optional.of(Samples.response()));
    for (Phase phase : List.of(Phase.DNS, Phase.TCP, Phase.TLS, Phase.SEND, Phase.WAIT)) {
      long micros = 40L + random.nextInt(phase == Phase.SEND ? 100 : 90_000);
      exchange.phase(phase, Samples.took(at, micros, phase == Phase.SEND ? 0 : 1));
      at += micros;
    }
    exchange.phase(Phase.RECEIVE, Samples.took(at, random.nextInt(5_000), 0));
    return Samples.run(RunState.COLD, Optional.empty(), exchange.build());
  }

  @RepeatedTest(200)
  void barsBillAndTotalAgreeToTheTenth(RepetitionInfo each) {
    Run run = anyRun(new Random(each.getCurrentRepetition()));
    List<Run> runs = List.of(run);
    RedirectChain chain = RedirectChain.of(run);
    PhaseBar bar = PhaseBarBuilder.of(runs).build();
    LedgerTable table = LedgerTable.of(LedgerBuilder.build(chain, runs), chain);
    long total = Numbers.tenths(run.durationNanos());

    assertThat(bar.bars().stream().mapToLong(PhaseBar.Bar::tenths).sum()).isEqualTo(total);
    assertThat(table.total().total()).isEqualTo(total);
    assertThat(PhaseTenths.of(chain).total()).isEqualTo(total);
    for (PhaseBar.Bar shown : bar.bars()) {
      if (OWN_LINE.contains(shown.phase())) {
        assertThat(tenths(table, shown.phase())).as(shown.label()).isEqualTo(shown.tenths());
      }
    }
    bar.split()
        .ifPresent(
            split -> {
              PhaseBar.Bar wait = bar.bars().get(4);
              assertThat(split.thereTenths() + split.serverTenths() + split.backTenths())
                  .isEqualTo(wait.tenths());
              assertThat(split.serverTenths()).isEqualTo(table.serverTenths().orElseThrow());
            });
    for (LedgerTable.Row row : table.rows()) {
      LedgerLine line = row.line();
      if (line.trips().orElse(0) == 1 && line.distanceNanos() == line.rttNanos().orElse(0)) {
        assertThat(row.cells().distance())
            .as("1 × RTT")
            .isLessThanOrEqualTo(Numbers.tenths(line.rttNanos().getAsLong()))
            .isEqualTo(Math.min(row.cells().total(), Numbers.tenths(line.rttNanos().getAsLong())));
      }
    }
  }

  @Test
  void timeBetweenPhasesThatWouldReadZeroIsNoRow() {
    for (long micros : new long[] {0, 40, 60}) {
      ExchangeBuilder failed =
          new ExchangeBuilder(Samples.TARGET, "GET")
              .phase(Phase.DNS, Samples.took(0, 2_000, 1))
              .phase(Phase.TCP, Samples.took(2_000 + micros, 3_000, 1))
              .gapNanos(micros * 1_000);
      Run run = Samples.run(RunState.COLD, Optional.empty(), failed.build());
      RedirectChain chain = RedirectChain.of(run);
      LedgerTable table = LedgerTable.of(LedgerBuilder.build(chain, List.of(run)), chain);
      assertThat(table.rows()).hasSize(micros == 60 ? 3 : 2);
      assertThat(table.total().total()).isEqualTo(Numbers.tenths(run.durationNanos()));
    }
  }

  private static long tenths(LedgerTable table, Phase phase) {
    return table.rows().stream()
        .filter(row -> row.line().phase().equals(Optional.of(phase)))
        .mapToLong(row -> row.cells().total())
        .sum();
  }

  @Test
  void theDistanceBarHoldsTheTripsOfTheServersToo() {
    List<Run> runs = joined();
    Ledger ledger = StackLedger.build(runs.getFirst(), runs);
    PhaseBar bar = PhaseBarBuilder.of(runs).build();
    assertThat(bar.distance().stream().mapToLong(PhaseBar.Segment::durationNanos).sum())
        .isEqualTo(ledger.distanceNanos());
    assertThat(bar.bars().stream().mapToInt(each -> each.trips().orElse(0)).sum())
        .isEqualTo(ledger.trips());
    assertThat(finished(runs).second().map(Numbers::plain).orElse(""))
        .endsWith("51 of the trips run between it and its database.");
  }

  @Test
  void theServersTimeWithItsProxyIsOneNumberInSentenceBarBillAndStack() {
    List<Run> runs = joined();
    Ledger ledger = StackLedger.build(runs.getFirst(), runs);
    PhaseBar bar = PhaseBarBuilder.of(runs).build();
    WaitTenths shown = WaitTenths.of(runs.getFirst(), runs);
    String server = Numbers.durationOfTenths(shown.server());
    assertThat(finished(runs).second().orElse("")).startsWith(server);
    assertThat(
            new StackHeadline(
                    StackBuilder.build(runs.getFirst(), runs),
                    RunBill.of(runs.getFirst(), runs),
                    shown)
                .first(List.of()))
        .startsWith(Numbers.ofTenths(shown.server()));
    assertThat(bar.split().orElseThrow().serverTenths()).isEqualTo(shown.server());
    LedgerTable table = LedgerTable.of(ledger, RedirectChain.of(runs.getFirst()));
    assertThat(table.serverTenths()).hasValue(shown.server());
    assertThat(ledger.lines()).extracting(LedgerLine::layer).contains(Layer.PROXY);
  }

  private static List<Run> joined() {
    ShopLogs logs = ShopLogs.of(ShopLogs.run());
    List<Span> spans = new ArrayList<>(List.of(logs.nginx(0), logs.gunicorn(0, 1_000)));
    spans.addAll(logs.django(0));
    spans.addAll(logs.postgresql(0));
    return Join.of(List.of(ShopLogs.run()), spans).runs();
  }

  @Test
  void sharesAreWholeHundredthsThatAddUp() {
    assertThat(Rounding.toHundred(461, 26, 513)).containsExactly(46, 3, 51);
    assertThat(Rounding.toHundred(0, 0, 0)).containsExactly(0, 0, 0);
    for (int a = 0; a < 40; a++) {
      for (int b = 0; b < 40; b++) {
        assertThat(Arrays.stream(Rounding.toHundred(a, b, 17)).sum()).isEqualTo(100);
      }
    }
  }

  @Test
  void aRoundTripTimeAndItsDistanceAreRoundedAlike() {
    for (long nanos = 9_995_000; nanos < 150_000_000; nanos += 333_333) {
      assertThat(Numbers.rtt(nanos)).isEqualTo(Numbers.millis(nanos));
    }
  }

  private static Headline finished(List<Run> runs) {
    Snapshot snapshot = Samples.snapshot(Samples.TARGET, runs.toArray(Run[]::new));
    return Headlines.finished(snapshot, OptionalInt.of(1));
  }
}
