package dev.lightfoot.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.ledger.Floors;
import dev.lightfoot.analysis.ledger.Ledger;
import dev.lightfoot.analysis.ledger.LedgerBuilder;
import dev.lightfoot.codec.snapshot.SnapshotCodec;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.PhaseTiming;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.Snapshot;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Whatever happens to the connections of a page, its times add up.
@Timeout(60)
final class PageSumsTest {
  @Test
  void timesAddUpWhereSeveralConnectionsAreOpenedAndAllButOneAreGivenUp() throws Exception {
    try (PageBench page = PageBench.shared();
        PageBench other = PageBench.shared()) {
      String images =
          IntStream.range(0, 12)
              .mapToObj(number -> "<img src='" + other.url("/i" + number) + "'>")
              .collect(Collectors.joining());
      page.page("<link rel=preconnect crossorigin href='" + other.url("/") + "'>" + images);
      Snapshot snapshot = page.load(1, true);
      for (Run run : snapshot.runs()) {
        everythingAddsUp(run);
      }
      Run cold = snapshot.runs().getFirst();
      List<Integer> connections =
          IntStream.range(0, 12)
              .mapToObj(number -> PageBench.of(cold, "/i" + number).connection().orElseThrow().id())
              .distinct()
              .toList();
      assertThat(connections).hasSize(1);
      assertThat(SnapshotCodec.decodeStored(SnapshotCodec.encode(snapshot))).isEqualTo(snapshot);
    }
  }

  private static void everythingAddsUp(Run run) {
    Floors floors = Floors.of(List.of(run));
    for (Exchange each : run.exchanges()) {
      long cursor = each.startNanos();
      for (PhaseTiming timing : each.phases().byPhase().values()) {
        if (timing instanceof PhaseTiming.Measured measured) {
          assertThat(measured.startNanos()).isGreaterThanOrEqualTo(cursor);
          cursor = measured.startNanos() + measured.durationNanos();
        }
      }
      assertThat(each.gapNanos()).isNotNegative();
      Ledger ledger = LedgerBuilder.build(each, floors);
      assertThat(ledger.lines().stream().mapToLong(line -> line.totalNanos()).sum())
          .isEqualTo(each.durationNanos());
      assertThat(ledger.lines())
          .allSatisfy(
              line ->
                  assertThat(
                          List.of(
                              line.distanceNanos(),
                              line.workNanos(),
                              line.transferNanos(),
                              line.queueNanos(),
                              line.unexplainedNanos()))
                      .allMatch(nanos -> nanos >= 0));
    }
  }
}
