package dev.lightfoot.analysis.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.chain.RedirectChain;
import dev.lightfoot.analysis.join.Join;
import dev.lightfoot.analysis.join.ShopLogs;
import dev.lightfoot.analysis.ledger.Ledger;
import dev.lightfoot.analysis.ledger.LedgerBuilder;
import dev.lightfoot.analysis.ledger.LedgerLine;
import dev.lightfoot.analysis.ledger.Peer;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Evidence;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class StackLedgerTest {
  private final Run plain = ShopLogs.run();
  private final ShopLogs logs = ShopLogs.of(plain);

  private Run joined(List<Span> spans) {
    return Join.of(List.of(plain), spans).runs().getFirst();
  }

  private Run joined() {
    List<Span> spans = new ArrayList<>(List.of(logs.nginx(0), logs.gunicorn(0, 1_000)));
    spans.addAll(logs.django(0));
    spans.addAll(logs.postgresql(0));
    return joined(spans);
  }

  @Test
  void linesAndColumnsAddUpToTheWallTimeExactly() {
    Run run = joined();
    Ledger ledger = StackLedger.build(run, List.of(run));
    assertThat(ledger.lines().stream().mapToLong(LedgerLine::totalNanos).sum())
        .isEqualTo(run.durationNanos());
    assertThat(ledger.lines())
        .allSatisfy(
            line ->
                assertThat(
                        line.distanceNanos()
                            + line.workNanos()
                            + line.transferNanos()
                            + line.queueNanos()
                            + line.unexplainedNanos())
                    .isEqualTo(line.totalNanos()));
  }

  @Test
  void theDatabaseIsBilledItsTripsTimesItsFloorAndItsOwnWork() {
    Run run = joined();
    LedgerLine database = line(StackLedger.build(run, List.of(run)), Layer.DATABASE);
    // 51 calls: 2.9 and 50 × 2.33, of which 0.1 each is the database's own; the cheapest way is
    // 2.23
    assertThat(database.trips()).hasValue(51);
    assertThat(database.rttNanos()).hasValue(2_230_000);
    assertThat(database.distanceNanos()).isEqualTo(51 * 2_230_000);
    assertThat(database.workNanos()).isEqualTo(51 * 100_000);
    assertThat(database.totalNanos()).isEqualTo(2_900_000 + 50 * 2_330_000);
    assertThat(database.peer()).isEqualTo(new Peer.DataStore("postgresql", Optional.empty()));
    assertThat(database.evidence()).isEqualTo(Evidence.IMPORTED);
  }

  @Test
  void whatTheCallersThreadWorkedIsWorkAndNeitherDistanceNorUnexplained() {
    List<Span> spans = new ArrayList<>(List.of(logs.nginx(0), logs.gunicorn(0, 1_000)));
    for (Span span : logs.django(0)) {
      boolean call = span.layer() == Layer.DATABASE;
      spans.add(
          call ? span.with(span.attributes().with(AttributeNames.CPU_NANOS, "330000")) : span);
    }
    Run run = joined(spans);
    LedgerLine database = line(StackLedger.build(run, List.of(run)), Layer.DATABASE);
    assertThat(database.rttNanos()).hasValue(2_000_000);
    assertThat(database.distanceNanos()).isEqualTo(51 * 2_000_000);
    assertThat(database.workNanos()).isEqualTo(51 * 330_000);
    assertThat(database.unexplainedNanos()).isEqualTo(2_900_000 - 2_330_000);
  }

  @Test
  void aBatchIsOneTripOfTheLedgerAndOfTheStackWithAllItsOperations() {
    List<Span> spans = new ArrayList<>(List.of(logs.nginx(0), logs.gunicorn(0, 1_000)));
    for (Span span : logs.django(0)) {
      boolean call = span.layer() == Layer.DATABASE;
      spans.add(call ? span.with(span.attributes().with(AttributeNames.DB_BATCH, "14")) : span);
    }
    Run run = joined(spans);
    assertThat(line(StackLedger.build(run, List.of(run)), Layer.DATABASE).trips()).hasValue(51);
    LayerTotal database =
        StackBuilder.build(run, List.of(run)).layers().stream()
            .filter(each -> each.layer() == Layer.DATABASE)
            .findFirst()
            .orElseThrow();
    assertThat(List.of(database.trips(), database.operations())).containsExactly(51, 51 * 14);
  }

  @Test
  void whatAProxyAndATemplateDoBetweenTheirCallsIsTheirWorkAndAnApplicationsUnexplained() {
    assertThat(unexplained(Layer.PROXY)).isZero();
    assertThat(unexplained(Layer.TEMPLATE)).isZero();
    assertThat(unexplained(Layer.APP)).isEqualTo(30_000_000 - 10_000_000);
  }

  /// Of a layer that is at work for 30 ms of which 10 pass in a call to the database.
  private long unexplained(Layer layer) {
    Span caller =
        logs.server("layer", layer, logs.at(120_000, 30_000, 0, 1_000))
            .inTrace(ShopLogs.TRACE, Optional.of(ShopLogs.PROBE));
    Span call =
        logs.server("query", Layer.DATABASE, logs.at(130_000, 10_000, 0, 1_000))
            .inTrace(ShopLogs.TRACE, Optional.of(caller.spanId()));
    Run run = joined(List.of(caller, call));
    return line(StackLedger.build(run, List.of(run)), layer).unexplainedNanos();
  }

  @Test
  void aServerCannotHaveTakenLongerThanTheClientWaited() {
    Span longer = logs.server("nginx", Layer.PROXY, logs.at(96_000, 190_000, 0, 1_000_000));
    Run run = joined(List.of(longer.inTrace(ShopLogs.TRACE, Optional.empty())));
    Ledger ledger = StackLedger.build(run, List.of(run));
    assertThat(ledger.lines().stream().mapToLong(LedgerLine::totalNanos).sum())
        .isEqualTo(run.durationNanos());
    // the wait of 222.0 less its way of 40.1 (the kernel's smallest round trip)
    assertThat(line(ledger, Layer.PROXY).totalNanos()).isLessThanOrEqualTo(182_000_000);
  }

  @Test
  void whatNoServerOpenedIsBilledAsBefore() {
    assertThat(StackLedger.build(plain, List.of(plain)))
        .isEqualTo(LedgerBuilder.build(RedirectChain.of(plain), List.of(plain)));
  }

  private static LedgerLine line(Ledger ledger, Layer layer) {
    return ledger.lines().stream().filter(l -> l.layer() == layer).findFirst().orElseThrow();
  }
}
