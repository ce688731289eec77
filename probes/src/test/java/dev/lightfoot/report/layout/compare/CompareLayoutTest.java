package dev.lightfoot.report.layout.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.compare.Attribution;
import dev.lightfoot.analysis.compare.Comparison;
import dev.lightfoot.analysis.compare.Estimate;
import dev.lightfoot.analysis.compare.ExchangeShift;
import dev.lightfoot.analysis.compare.MeasuringOrder;
import dev.lightfoot.analysis.compare.Part;
import dev.lightfoot.analysis.compare.PhaseShift;
import dev.lightfoot.analysis.compare.Shift;
import dev.lightfoot.analysis.compare.Verdict;
import dev.lightfoot.analysis.compare.match.ExchangeSide;
import dev.lightfoot.analysis.compare.match.MatchedBy;
import dev.lightfoot.analysis.compare.match.Origin;
import dev.lightfoot.analysis.compare.match.RunValue;
import dev.lightfoot.analysis.compare.match.Side;
import dev.lightfoot.model.Environment;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.Snapshot;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class CompareLayoutTest {
  private static final long MS = 1_000_000;
  private static final OffsetDateTime START = OffsetDateTime.parse("2026-11-23T16:29:00+01:00");

  @Test
  void aScaleEndsAtRoundNumbersOnBothSidesOfZero() {
    NanosScale scale = NanosScale.holding(-123 * MS, 4 * MS);
    assertThat(scale).isEqualTo(new NanosScale(-140 * MS, 20 * MS, 20 * MS));
    assertThat(scale.part(-60 * MS)).isEqualTo(0.5);
    assertThat(scale.ticks(9)).hasSize(9).startsWith(-140 * MS).contains(0L);
    assertThat(scale.ticks(5)).containsExactly(-120 * MS, -80 * MS, -40 * MS, 0L);
    assertThat(scale.ticks(3)).containsExactly(-100 * MS, 0L);
    assertThat(scale.label(-120 * MS)).isEqualTo("−120");
  }

  @Test
  void aScaleOfOneValueHasALength() {
    NanosScale scale = NanosScale.holding(5 * MS, 5 * MS);
    assertThat(scale.highNanos()).isGreaterThan(scale.lowNanos());
    assertThat(scale.part(5 * MS)).isBetween(0.0, 1.0);
    assertThat(NanosScale.holding(0, 0).part(0)).isEqualTo(0);
  }

  @Test
  void theEndsOfAScaleOfAFewMicrosecondsHaveLabelsOfTheirOwn() {
    NanosScale scale = NanosScale.holding(97_000, 103_000);
    assertThat(scale.label(scale.lowNanos())).isEqualTo("0.09");
    assertThat(scale.label(scale.highNanos())).isEqualTo("0.11");
  }

  @Test
  void dotsThatWouldCoverEachOtherGetLevelsOfTheirOwn() {
    assertThat(Swarm.levels(List.of(30L, 10L, 11L, 12L, 31L), 5, 4)).containsExactly(0, 0, 1, 2, 1);
  }

  @Test
  void moreDotsThanLevelsStayWithinThem() {
    int[] levels = Swarm.levels(java.util.Collections.nCopies(9, 7L), 5, 4);
    assertThat(Arrays.stream(levels).max()).hasValue(3);
    assertThat(Swarm.levels(List.of(), 5, 4)).isEmpty();
  }

  @Test
  void theTotalIsTheLastRowAndAllShiftsLieOnOneScale() {
    Shift wait = shift(List.of(222, 224, 220), List.of(100, 101, 99), -121, 4);
    Shift dns = shift(List.of(10, 11, 10), List.of(10, 10, 10), 0, 1);
    StripTable table =
        StripTable.of(
            comparison(
                List.of(new PhaseShift(Phase.DNS, dns), new PhaseShift(Phase.WAIT, wait)),
                shift(List.of(232, 235, 230), List.of(110, 111, 109), -122, 5),
                List.of()));
    assertThat(table.rows())
        .extracting(StripRow::subject)
        .containsExactly(
            new StripSubject.OfPhase(Phase.DNS),
            new StripSubject.OfPhase(Phase.WAIT),
            new StripSubject.OfTotal());
    assertThat(table.shifts().lowNanos()).isLessThanOrEqualTo(-124 * MS);
    assertThat(table.shifts().highNanos()).isGreaterThanOrEqualTo(5 * MS);
    assertThat(table.rows().get(1).medianA()).hasValue(222 * MS);
    assertThat(table.rows().get(1).medianB()).hasValue(100 * MS);
    assertThat(table.rows().get(0).scale().lowNanos()).isEqualTo(10 * MS);
  }

  @Test
  void aSideWithoutRunsHasNoMedianAndNoPlaceOnTheScaleOfShifts() {
    Shift none =
        new Shift(List.of(), values(List.of(4)), Optional.empty(), 0, Verdict.NOT_ENOUGH_RUNS);
    StripTable table = StripTable.of(comparison(List.of(), none, List.of()));
    assertThat(table.rows().getFirst().medianA()).isEmpty();
    assertThat(table.rows().getFirst().medianB()).hasValue(4 * MS);
    assertThat(table.shifts().part(0)).isEqualTo(0);
  }

  @Test
  void barsBeginWhereTheOneBeforeEndedAndTheirTenthsAddUp() {
    Attribution attribution =
        new Attribution(
            Attribution.Basis.PAIRED_MEANS,
            -120_940_000,
            List.of(
                new Part(Part.What.LAYER, "database", -104_930_000, OptionalLong.of(-49)),
                new Part(Part.What.LAYER, "template", -16_460_000, OptionalLong.empty()),
                new Part(Part.What.LEFT_OVER, "", 450_000, OptionalLong.empty())));
    AttributionBars bars = AttributionBars.of(attribution);
    assertThat(bars.bars().get(1).fromNanos()).isEqualTo(-104_930_000);
    assertThat(bars.bars().getLast().toNanos()).isEqualTo(bars.totalNanos());
    assertThat(bars.bars().stream().mapToLong(AttributionBars.Bar::tenths).sum())
        .isEqualTo(bars.totalTenths())
        .isEqualTo(-1_209);
    assertThat(bars.scale().lowNanos()).isLessThanOrEqualTo(-121_390_000);
  }

  @Test
  void runsOfBothSidesStandInTheOrderInWhichTheyWereMade() {
    Snapshot a = snapshot(List.of(0, 3));
    Snapshot b = snapshot(List.of(1, 2));
    Comparison comparison =
        comparison(List.of(), shift(List.of(20, 21), List.of(10, 11), -10, 1), List.of());
    RunOrder order = RunOrder.of(comparison, a, b);
    assertThat(order.dots())
        .extracting(RunOrder.Dot::second)
        .containsExactly(false, true, true, false);
    assertThat(order.dots())
        .extracting(RunOrder.Dot::nanos)
        .containsExactly(20 * MS, 10 * MS, 11 * MS, 21 * MS);
    assertThat(order.scale().lowNanos()).isEqualTo(10 * MS);
  }

  @Test
  void requestsAreLeftThatChangedOrThatHoldTheText() {
    Shift same = shift(List.of(5), List.of(5), 0, 1);
    ExchangeShift still = exchange(MatchedBy.SAME_URL, "/a.css", "/a.css", 1, 1, same);
    ExchangeShift fewer = exchange(MatchedBy.SAME_URL, "/n", "/n", 57, 8, same);
    ExchangeShift added = exchange(MatchedBy.ADDED, "", "/hero.avif", 0, 2, same);
    Comparison comparison = comparison(List.of(), same, List.of(still, fewer, added));
    assertThat(ExchangeRows.ALL.of(comparison)).containsExactly(still, fewer, added);
    assertThat(new ExchangeRows("", true).of(comparison)).containsExactly(fewer, added);
    assertThat(new ExchangeRows(" CSS ", false).of(comparison)).containsExactly(still);
    assertThat(new ExchangeRows("css", true).of(comparison)).isEmpty();
  }

  private static ExchangeShift exchange(
      MatchedBy by, String a, String b, long tripsA, long tripsB, Shift shift) {
    return new ExchangeShift(by, side(a, tripsA), side(b, tripsB), shift);
  }

  private static Optional<ExchangeSide> side(String url, long trips) {
    return url.isEmpty()
        ? Optional.empty()
        : Optional.of(new ExchangeSide(url, OptionalLong.of(trips), OptionalLong.empty()));
  }

  private static Shift shift(List<Integer> a, List<Integer> b, int by, int floor) {
    Estimate estimate =
        new Estimate(
            by * MS, (by - 2) * MS, (by + 2) * MS, 0.01, 0.02, -1, 0, OptionalDouble.empty());
    Verdict verdict = by < -floor ? Verdict.FASTER : Verdict.NO_CHANGE_SHOWN;
    return new Shift(values(a), values(b), Optional.of(estimate), floor * MS, verdict);
  }

  private static List<RunValue> values(List<Integer> millis) {
    List<RunValue> values = new ArrayList<>();
    for (int each : millis) {
      values.add(new RunValue(values.size(), each * MS));
    }
    return values;
  }

  @Test
  void severalThatAreComparedWithOneLieOnOneScale() {
    Comparison first =
        comparison(List.of(), shift(List.of(100, 110), List.of(90), -15, 1), List.of());
    Comparison second =
        comparison(List.of(), shift(List.of(100, 110), List.of(190), 85, 1), List.of());
    StripTable table = StripTable.ofSeries(List.of(first, second));
    assertThat(table.rows())
        .extracting(StripRow::subject)
        .containsExactly(
            new StripSubject.OfSnapshot(0, first.b()), new StripSubject.OfSnapshot(1, second.b()));
    assertThat(table.rows())
        .extracting(StripRow::scale)
        .containsOnly(new NanosScale(80 * MS, 200 * MS, 20 * MS));
  }

  private static Comparison comparison(
      List<PhaseShift> phases, Shift total, List<ExchangeShift> exchanges) {
    Side side = new Side("id", "", "https://www.shop.test/", START, 3, 3);
    return new Comparison(
        side,
        side,
        Optional.of(RunState.COLD),
        Origin.START,
        new MeasuringOrder(true, Duration.ZERO, false, 0),
        List.of(),
        Optional.empty(),
        total,
        phases,
        List.of(),
        List.of(),
        exchanges,
        Optional.empty());
  }

  private static Snapshot snapshot(List<Integer> seconds) {
    List<Run> runs =
        seconds.stream()
            .map(
                each ->
                    new Run(
                        RunState.COLD,
                        START.plusSeconds(each),
                        Optional.empty(),
                        false,
                        List.of(),
                        List.of(),
                        List.of()))
            .toList();
    return new Snapshot(
        "id",
        Optional.empty(),
        "https://www.shop.test/",
        START,
        Environment.UNKNOWN,
        runs,
        Map.of());
  }
}
