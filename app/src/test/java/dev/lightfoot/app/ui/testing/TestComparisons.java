package dev.lightfoot.app.ui.testing;

import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.ExchangeBuilder;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.PhaseTiming;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.SnapshotId;
import dev.lightfoot.model.connection.Connection;
import dev.lightfoot.model.span.Evidence;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;

/// Two measurements of one address, before and after a repair that takes 121 ms off the wait.
public final class TestComparisons {
  public static final String TARGET = "https://www.shop.test/nplus1/?n=50";

  private static final OffsetDateTime START = OffsetDateTime.parse("2026-11-23T16:29:00+01:00");
  private static final long TENTH = 100_000;
  private static final int RUNS = 20;

  /// In tenths of a millisecond.
  private static final Map<Phase, Integer> BEFORE =
      new EnumMap<>(
          Map.of(
              Phase.DNS, 107,
              Phase.TCP, 403,
              Phase.TLS, 443,
              Phase.SEND, 1,
              Phase.WAIT, 2_220,
              Phase.RECEIVE, 1));

  private static final int WAIT_AFTER = 1_006;

  private TestComparisons() {}

  /// Twenty runs, the ones of [#after] between them.
  public static Snapshot before() {
    return probe("before", START, 0, BEFORE);
  }

  /// What was measured in turn with [#before].
  public static Snapshot after() {
    return probe("after prefetch_related", START.plusSeconds(1), 1, repaired());
  }

  /// The same as [#after], three hours later and by itself.
  public static Snapshot later() {
    return probe("on Tuesday, with select_related", START.plusHours(3), 0, repaired());
  }

  /// One a day: before the repair, after it, and after a change that takes half of it back.
  public static List<Snapshot> daily() {
    List<Snapshot> all = new ArrayList<>();
    for (int day = 0; day < 24; day++) {
      Map<Phase, Integer> tenths = day < 9 ? new EnumMap<>(BEFORE) : repaired();
      tenths.merge(Phase.WAIT, day < 17 ? 0 : WAIT_AFTER / 2, Integer::sum);
      all.add(probe("day " + (day + 1), START.plusDays(day), 0, tenths));
    }
    return all;
  }

  private static Map<Phase, Integer> repaired() {
    Map<Phase, Integer> tenths = new EnumMap<>(BEFORE);
    tenths.put(Phase.WAIT, WAIT_AFTER);
    return tenths;
  }

  /// @param second 1 for the second of two that take turns A B B A
  private static Snapshot probe(
      String name, OffsetDateTime from, int second, Map<Phase, Integer> tenths) {
    Random random = new Random(name.hashCode());
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < RUNS; i++) {
      int turn = 2 * i + (i % 2 == 0 ? 0 : second == 0 ? 1 : -1);
      Exchange exchange = exchange(tenths, random, i == 3 && second == 0 ? 1.12 : 1);
      runs.add(
          new Run(
              RunState.COLD,
              from.plusSeconds(turn),
              Optional.empty(),
              false,
              List.of(exchange),
              List.of(),
              List.of()));
    }
    Snapshot sample = TestSnapshots.sample();
    return new Snapshot(
        SnapshotId.next(from.toInstant()),
        Optional.of(name),
        TARGET,
        from,
        sample.environment(),
        runs,
        Map.of());
  }

  private static Exchange exchange(Map<Phase, Integer> tenths, Random random, double slower) {
    ExchangeBuilder builder =
        new ExchangeBuilder(TARGET, "GET")
            .status(OptionalInt.of(200))
            .protocol(Optional.of("h2"))
            .connection(
                Optional.of(
                    new Connection(
                        1, false, Optional.of("10.77.1.2:443"), Optional.empty(), List.of())));
    long at = 0;
    for (Map.Entry<Phase, Integer> each : tenths.entrySet()) {
      double spread = 1 + 0.012 * random.nextGaussian();
      double factor = each.getKey() == Phase.WAIT ? spread * slower : spread;
      long nanos = Math.round(each.getValue() * TENTH * factor);
      OptionalInt trips = OptionalInt.of(each.getKey() == Phase.WAIT ? 1 : 0);
      builder.phase(each.getKey(), new PhaseTiming.Measured(at, nanos, trips, Evidence.MEASURED));
      at += nanos;
    }
    return builder.build();
  }

  /// The loads of [TestPages#picture] without their last request, as another snapshot.
  public static Snapshot smallerPage() {
    Snapshot page = TestPages.picture();
    List<Run> runs =
        page.runs().stream()
            .map(
                run ->
                    run.with(
                        run.exchanges().subList(0, run.exchanges().size() - 1),
                        run.spans(),
                        run.alignments()))
            .toList();
    return TestPages.of(page.target(), runs).named("without an icon");
  }
}
