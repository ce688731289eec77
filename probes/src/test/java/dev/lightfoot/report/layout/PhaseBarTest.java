package dev.lightfoot.report.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.lightfoot.model.Phase;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.Samples;
import dev.lightfoot.report.layout.PhaseBar.Bar;
import dev.lightfoot.report.layout.PhaseBar.Dot;
import dev.lightfoot.report.layout.PhaseBar.Segment;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class PhaseBarTest {

  @Test
  void theBarsShowTheRunNearestTheMedian() {
    PhaseBar bar = PhaseBarBuilder.of(Samples.shop().runs()).build();
    assertThat(bar.run()).isEqualTo(OptionalInt.of(4));
    assertThat(bar.bars())
        .containsExactly(
            bar(Phase.DNS, "DNS", 0, 10_700, 1),
            bar(Phase.TCP, "TCP", 10_700, 40_300, 1),
            bar(Phase.TLS, "TLS 1.3", 51_000, 44_300, 1),
            bar(Phase.SEND, "Send", 95_300, 100, 0),
            bar(Phase.WAIT, "Wait for first byte", 95_400, 222_000, 1),
            bar(Phase.RECEIVE, "Receive", 317_400, 100, 0));
  }

  @Test
  void distanceIsDrawnFromTheStartOfItsBar() {
    PhaseBar bar = PhaseBarBuilder.of(Samples.shop().runs()).build();
    assertThat(bar.distance())
        .containsExactly(
            segment(0, 10_100),
            segment(10_700, 40_100),
            segment(51_000, 40_100),
            segment(95_400, 40_100));
    assertThat(bar.split())
        .contains(
            new PhaseBar.WaitSplit(
                95_400_000, 20_050_000, 181_900_000, 20_050_000, 201, 1_819, 200));
  }

  @Test
  void everyRunHasARowWithADotWhereEachPhaseEnded() {
    PhaseBar bar = PhaseBarBuilder.of(Samples.shop().runs()).build();
    assertThat(bar.rows()).hasSize(10);
    assertThat(bar.rows().getFirst())
        .isEqualTo(
            new PhaseBar.Row(
                1,
                RunState.COLD,
                true,
                OptionalLong.empty(),
                List.of(
                    new Dot(0, Phase.DNS, 10_700_000),
                    new Dot(0, Phase.TCP, 51_000_000),
                    new Dot(0, Phase.TLS, 95_300_000),
                    new Dot(0, Phase.SEND, 95_400_000),
                    new Dot(0, Phase.WAIT, 323_800_000),
                    new Dot(0, Phase.RECEIVE, 323_900_000))));
  }

  @Test
  void theAxisHoldsTheSlowestRun() {
    assertThat(PhaseBarBuilder.of(Samples.shop().runs()).build().axis())
        .isEqualTo(new Axis(400_000_000, 50_000_000));
  }

  @Test
  void aFailedRunLeavesRoomForWhatIsMissing() {
    PhaseBar bar = PhaseBarBuilder.of(List.of(Samples.expired())).build();
    assertThat(bar.stop())
        .contains(new PhaseBar.Stop(97_400_000, Optional.of(Phase.TLS), "LF-TLS-EXPIRED"));
    assertThat(bar.axis()).isEqualTo(new Axis(160_000_000, 20_000_000));
    assertThat(bar.bars().getLast().failed()).isTrue();
  }

  @Test
  void theRowOfAFailedRunReachesToItsFailure() {
    PhaseBar bar = PhaseBarBuilder.of(List.of(Samples.expired())).build();
    assertThat(bar.rows().getFirst().dots().getLast())
        .isEqualTo(new Dot(0, Phase.TLS, 97_400_000, true));
  }

  @Test
  void aRunThatGoesOnIsTheLastRowAndTheAxisOnlyGrows() {
    PhaseBar.Live live =
        new PhaseBar.Live(
            1,
            RunState.COLD,
            List.of(new PhaseBar.Stretch(0, Phase.DNS, 0, 10_000_000)),
            78_000_000);
    PhaseBar bar =
        PhaseBarBuilder.of(List.of()).live(live).noShorterThan(Axis.holding(300_000_000)).build();
    assertThat(bar.rows())
        .containsExactly(
            new PhaseBar.Row(
                1,
                RunState.COLD,
                true,
                OptionalLong.of(78_000_000),
                List.of(new Dot(0, Phase.DNS, 10_000_000))));
    assertThat(bar.axis()).isEqualTo(new Axis(300_000_000, 50_000_000));
  }

  @Test
  void ofTheFirstRunThePhasesThatAreOverAreDrawn() {
    PhaseBar.Live live =
        new PhaseBar.Live(
            1,
            RunState.COLD,
            List.of(
                new PhaseBar.Stretch(0, Phase.DNS, 0, 10_700_000),
                new PhaseBar.Stretch(0, Phase.TCP, 10_700_000, 51_000_000)),
            51_000_000);
    PhaseBar bar = PhaseBarBuilder.of(List.of()).live(live).build();
    assertThat(bar.isLive()).isTrue();
    assertThat(bar.run()).hasValue(1);
    assertThat(bar.endNanos()).hasValue(51_000_000);
    assertThat(bar.bars())
        .extracting(Bar::phase, Bar::startNanos, Bar::tenths)
        .containsExactly(tuple(Phase.DNS, 0L, 107L), tuple(Phase.TCP, 10_700_000L, 403L));
    // A run that has ended takes its place.
    PhaseBar.Live second = new PhaseBar.Live(2, RunState.COLD, live.ended(), live.nowNanos());
    PhaseBar after = PhaseBarBuilder.of(List.of(Samples.cold(0))).live(second).build();
    assertThat(after.isLive()).isFalse();
    assertThat(after.bars()).hasSize(6);
  }

  @Test
  void ticksStandAtRoundNumbers() {
    assertThat(Axis.holding(97_400_000).ticks().stream().map(Axis.holding(97_400_000)::label))
        .containsExactly("0", "20", "40", "60", "80", "100");
    assertThat(Axis.holding(0)).isEqualTo(new Axis(1_000, 1_000));
  }

  @Test
  void everyHopOfARedirectHasItsOwnBars() {
    assertThat(PhaseBarBuilder.of(List.of(Samples.redirected())).build().bars())
        .extracting(Bar::hop)
        .containsExactly(0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1);
  }

  private static Bar bar(Phase phase, String label, long start, long micros, int trips) {
    return new Bar(
        0, phase, label, start * 1_000, micros * 1_000, micros / 100, OptionalInt.of(trips), false);
  }

  private static Segment segment(long start, long micros) {
    return new Segment(start * 1_000, micros * 1_000);
  }
}
