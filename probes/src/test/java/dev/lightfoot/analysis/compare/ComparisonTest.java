package dev.lightfoot.analysis.compare;

import static dev.lightfoot.analysis.compare.GeneratedRuns.START;
import static dev.lightfoot.analysis.compare.GeneratedRuns.nanos;
import static dev.lightfoot.analysis.compare.GeneratedRuns.probe;
import static dev.lightfoot.analysis.compare.GeneratedRuns.snapshot;
import static dev.lightfoot.analysis.compare.GeneratedRuns.waits;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.compare.match.RunValue;
import dev.lightfoot.model.Environment;
import dev.lightfoot.model.LeftOut;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.Samples;
import dev.lightfoot.model.Snapshot;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ComparisonTest {
  private static final OffsetDateTime LATER = START.plusHours(3);

  /// Around 50 ms, without two alike, without a trend.
  private static double[] around(double middle, int count) {
    return IntStream.range(0, count)
        .mapToDouble(i -> middle + 0.37 * ((i * 7) % count - (count - 1) / 2.0) / count)
        .toArray();
  }

  @Test
  void aShiftBeyondNoiseAndFloorIsCalledSlowerAndTheOtherWayRoundFaster() {
    Snapshot a = waits(START, around(50, 10));
    Snapshot b = waits(LATER, around(55, 10));
    Comparison comparison = Comparison.of(a, b);
    assertThat(comparison.total().verdict()).isEqualTo(Verdict.SLOWER);
    Estimate estimate = comparison.total().estimate().orElseThrow();
    assertThat(estimate.shiftNanos()).isEqualTo(5_000_000);
    assertThat(estimate.lowNanos()).isBetween(4_000_000L, 5_000_000L);
    assertThat(estimate.highNanos()).isBetween(5_000_000L, 6_000_000L);
    assertThat(estimate.cliffsDelta()).isEqualTo(1);
    assertThat(estimate.probabilityBGreater()).isEqualTo(1);
    assertThat(comparison.phases())
        .singleElement()
        .satisfies(phase -> assertThat(phase.shift().verdict()).isEqualTo(Verdict.SLOWER));
    assertThat(Comparison.of(b, a).total().verdict()).isEqualTo(Verdict.FASTER);
  }

  @Test
  void ofNineRunsOnASideNothingIsSaid() {
    Comparison comparison =
        Comparison.of(waits(START, around(50, 30)), waits(LATER, around(90, 9)));
    assertThat(comparison.total().verdict()).isEqualTo(Verdict.NOT_ENOUGH_RUNS);
    assertThat(comparison.total().estimate()).isPresent();
  }

  @Test
  void aShiftWithinTheFloorIsNoChangeHoweverSure() {
    Comparison small = Comparison.of(waits(START, around(40, 20)), waits(LATER, around(40.99, 20)));
    assertThat(small.total().floorNanos()).isEqualTo(1_000_000);
    assertThat(small.total().verdict()).isEqualTo(Verdict.NO_CHANGE_SHOWN);
    Comparison large = Comparison.of(waits(START, around(400, 20)), waits(LATER, around(407, 20)));
    assertThat(large.total().floorNanos()).isBetween(7_990_000L, 8_010_000L);
    assertThat(large.total().verdict()).isEqualTo(Verdict.NO_CHANGE_SHOWN);
  }

  @Test
  void timesRoundedToMillisecondsHaveAFloorOfTwoSteps() {
    double[] whole = {40, 41, 41, 42, 42, 43, 40, 41, 42, 41};
    double[] later = Arrays.stream(whole).map(each -> each + 2).toArray();
    Comparison comparison = Comparison.of(waits(START, whole), waits(LATER, later));
    assertThat(comparison.total().floorNanos()).isEqualTo(2_000_000);
    assertThat(comparison.total().verdict()).isEqualTo(Verdict.NO_CHANGE_SHOWN);
  }

  @Test
  void fromThreeSessionsOnAShiftHasToExceedWhatSessionsDifferBy() {
    Snapshot a = waits(START, around(50, 20));
    Snapshot b = waits(LATER, around(55, 20));
    CompareChoice two = CompareChoice.DEFAULT.after(List.of(nanos(50), nanos(52)));
    assertThat(Comparison.of(a, b, two).order().sessions()).isZero();
    assertThat(Comparison.of(a, b, two).total().verdict()).isEqualTo(Verdict.SLOWER);
    CompareChoice three = CompareChoice.DEFAULT.after(List.of(nanos(50), nanos(51), nanos(52)));
    Comparison careful = Comparison.of(a, b, three);
    assertThat(careful.order().sessions()).isEqualTo(3);
    // 4.303 (t of 2) · 1 ms · √2
    assertThat(careful.total().floorNanos()).isBetween(6_084_000L, 6_086_000L);
    assertThat(careful.total().verdict()).isEqualTo(Verdict.NO_CHANGE_SHOWN);
    assertThat(careful.phases().getFirst().shift().verdict()).isEqualTo(Verdict.NO_CHANGE_SHOWN);
  }

  @Test
  void oneSideAfterTheOtherIsSaidWithTheTimeBetween() {
    MeasuringOrder order =
        Comparison.of(waits(START, around(50, 10)), waits(LATER, around(50, 10))).order();
    assertThat(order.interleaved()).isFalse();
    // the last run began 9 s after the first and took about 50 ms
    assertThat(order.gap())
        .isBetween(Duration.ofHours(3).minusMillis(9_051), Duration.ofHours(3).minusMillis(9_049));
    MeasuringOrder reverse =
        Comparison.of(waits(LATER, around(50, 10)), waits(START, around(50, 10))).order();
    assertThat(reverse).isEqualTo(order);
  }

  @Test
  void runsInTurnAreFoundByTheirStartsAndWidenNothing() {
    List<Run> a = new ArrayList<>();
    List<Run> b = new ArrayList<>();
    double[] times = around(50, 20);
    for (int i = 0; i < 40; i++) {
      boolean isB = i % 4 == 1 || i % 4 == 2;
      List<Run> side = isB ? b : a;
      double millis = times[side.size()] + (isB ? 5 : 0);
      side.add(probe(START.plusSeconds(i), Map.of(Phase.WAIT, nanos(millis))));
    }
    Comparison inTurn = Comparison.of(snapshot(a), snapshot(b));
    assertThat(inTurn.order()).isEqualTo(new MeasuringOrder(true, Duration.ZERO, false, 0));
    Comparison apart =
        Comparison.of(
            waits(START, times), waits(LATER, Arrays.stream(times).map(t -> t + 5).toArray()));
    assertThat(width(inTurn)).isLessThan(width(apart));
    assertThat(inTurn.attribution().orElseThrow().basis())
        .isEqualTo(Attribution.Basis.PAIRED_MEANS);
    assertThat(apart.attribution().orElseThrow().basis())
        .isEqualTo(Attribution.Basis.TRIMMED_MEANS);
  }

  private static long width(Comparison comparison) {
    Estimate estimate = comparison.total().estimate().orElseThrow();
    return estimate.highNanos() - estimate.lowNanos();
  }

  @Test
  void whatDriftsWithinASideIsSaidAndMovesNoVerdict() {
    double[] before = IntStream.range(0, 20).mapToDouble(i -> 50 + 0.25 * i).toArray();
    double[] after = IntStream.range(20, 40).mapToDouble(i -> 50 + 0.25 * i).toArray();
    Comparison comparison =
        Comparison.of(waits(START, before), waits(START.plusSeconds(20), after));
    assertThat(comparison.order().drift()).isTrue();
    assertThat(comparison.total().estimate().orElseThrow().shiftNanos()).isEqualTo(5_000_000);
    assertThat(comparison.total().verdict()).isEqualTo(Verdict.NO_CHANGE_SHOWN);
  }

  @Test
  void aShiftFarBeyondWhatDriftsIsAChangeAllTheSame() {
    double[] before = IntStream.range(0, 10).mapToDouble(i -> 50 + 0.05 * i).toArray();
    double[] after = IntStream.range(0, 10).mapToDouble(i -> 90 + 0.05 * i).toArray();
    Comparison comparison = Comparison.of(waits(START, before), waits(LATER, after));
    assertThat(comparison.order().drift()).isTrue();
    assertThat(comparison.total().verdict()).isEqualTo(Verdict.SLOWER);
  }

  @Test
  void theStateThatBothHaveMostOfIsComparedOrTheOneChosen() {
    List<Run> a = new ArrayList<>(waits(START, around(50, 3)).runs());
    a.addAll(warm(START.plusMinutes(1), 10));
    List<Run> b = new ArrayList<>(waits(LATER, around(50, 20)).runs());
    b.addAll(warm(LATER.plusMinutes(1), 4));
    Comparison comparison = Comparison.of(snapshot(a), snapshot(b));
    assertThat(comparison.state()).hasValue(RunState.WARM);
    assertThat(comparison.a().made()).isEqualTo(10);
    assertThat(comparison.b().counting()).isEqualTo(4);
    Comparison chosen =
        Comparison.of(snapshot(a), snapshot(b), CompareChoice.DEFAULT.in(RunState.COLD));
    assertThat(chosen.a().counting()).isEqualTo(3);
    assertThat(chosen.b().counting()).isEqualTo(20);
    assertThat(chosen.environment()).isEmpty();
  }

  private static List<Run> warm(OffsetDateTime from, int count) {
    return waits(from, around(40, count)).runs().stream()
        .map(
            run ->
                new Run(
                    RunState.WARM,
                    run.startedAt(),
                    run.error(),
                    run.interrupted(),
                    run.exchanges(),
                    run.spans(),
                    run.alignments()))
        .toList();
  }

  @Test
  void coldAgainstWarmIsComparedAndSaidFirst() {
    Comparison comparison = Comparison.of(waits(START, around(50, 10)), snapshot(warm(LATER, 10)));
    assertThat(comparison.state()).isEmpty();
    assertThat(comparison.total().verdict()).isEqualTo(Verdict.FASTER);
    assertThat(comparison.environment()).containsExactly(new Difference("state", "cold", "warm"));
  }

  @Test
  void runsThatDoNotCountAreMadeButNotCompared() {
    List<Run> runs = new ArrayList<>(waits(START, around(50, 10)).runs());
    runs.set(4, runs.get(4).with(Optional.of(LeftOut.EXCLUDED)));
    Comparison comparison = Comparison.of(snapshot(runs), waits(LATER, around(50, 10)));
    assertThat(comparison.a().made()).isEqualTo(10);
    assertThat(comparison.a().counting()).isEqualTo(9);
    assertThat(comparison.total().a()).extracting(RunValue::run).doesNotContain(4).contains(5);
  }

  @Test
  void withoutARunThatCountsThereIsNoEstimateAndNoAttribution() {
    Comparison comparison = Comparison.of(snapshot(List.of()), waits(LATER, around(50, 10)));
    assertThat(comparison.total().estimate()).isEmpty();
    assertThat(comparison.total().verdict()).isEqualTo(Verdict.NOT_ENOUGH_RUNS);
    assertThat(comparison.attribution()).isEmpty();
    assertThat(Comparison.of(snapshot(List.of()), snapshot(List.of())).exchanges()).isEmpty();
  }

  @Test
  void identicalInputGivesAnEqualComparisonWithoutAShift() {
    Snapshot a = waits(START, around(50, 20));
    Comparison comparison = Comparison.of(a, a);
    assertThat(comparison).isEqualTo(Comparison.of(a, a));
    assertThat(comparison.total().estimate().orElseThrow().shiftNanos()).isZero();
    assertThat(comparison.attribution().orElseThrow())
        .isEqualTo(
            new Attribution(
                Attribution.Basis.PAIRED_MEANS,
                0,
                List.of(new Part(Part.What.LEFT_OVER, "", 0, OptionalLong.empty()))));
  }

  @Test
  void whatWasMeasuredOtherwiseIsSaidMostTellingFirst() {
    Snapshot a = waits(START, around(50, 10));
    Snapshot b =
        waits(LATER, around(50, 10))
            .with(
                new Environment(
                    "0.2.0",
                    "Windows 11",
                    "25",
                    "system",
                    Optional.of("http://proxy.test:3128"),
                    Optional.of("Hamburg"),
                    Optional.empty(),
                    List.of()));
    assertThat(Comparison.of(a, b).environment())
        .containsExactly(
            new Difference("place", "", "Hamburg"),
            new Difference("network", "", "http://proxy.test:3128"),
            new Difference("machine", "Linux 6.1 amd64", "Windows 11"),
            new Difference("resolver", Samples.RESOLVER, "system"),
            new Difference("lightfoot", "0.1.0", "0.2.0"));
  }

  @Test
  void aPhaseThatOneSideDoesNotHaveTookNoTimeThere() {
    List<Run> a = new ArrayList<>();
    List<Run> b = new ArrayList<>();
    double[] noise = around(0, 10);
    for (int i = 0; i < 10; i++) {
      long wait = nanos(50 + noise[i]);
      long handshake = nanos(40 + noise[(9 * i + 4) % 10]);
      a.add(probe(START.plusSeconds(i), Map.of(Phase.TLS, handshake, Phase.WAIT, wait)));
      b.add(probe(LATER.plusSeconds(i), Map.of(Phase.WAIT, wait)));
    }
    PhaseShift tls = Comparison.of(snapshot(a), snapshot(b)).phases().getFirst();
    assertThat(tls.phase()).isEqualTo(Phase.TLS);
    assertThat(tls.shift().verdict()).isEqualTo(Verdict.FASTER);
    assertThat(tls.shift().b()).allSatisfy(run -> assertThat(run.nanos()).isZero());
  }

  @Test
  void partsAddUpToTheNanosecond() {
    List<Run> a = new ArrayList<>();
    List<Run> b = new ArrayList<>();
    for (int i = 0; i < 13; i++) {
      a.add(probe(START.plusSeconds(i), phases(1_000_003L * (40 + i % 3), 7L * i, 11)));
      b.add(probe(LATER.plusSeconds(i), phases(1_000_007L * (45 + i % 5), 5L * i + 1, 0)));
    }
    Attribution attribution = Comparison.of(snapshot(a), snapshot(b)).attribution().orElseThrow();
    assertThat(attribution.parts().stream().mapToLong(Part::nanos).sum())
        .isEqualTo(attribution.totalNanos());
    assertThat(attribution.parts().getFirst().name()).isEqualTo("wait");
    assertThat(attribution.parts().getLast().what()).isEqualTo(Part.What.LEFT_OVER);
  }

  private static Map<Phase, Long> phases(long wait, long receive, long dns) {
    return Map.of(Phase.WAIT, wait, Phase.RECEIVE, receive, Phase.DNS, dns);
  }
}
