package dev.lightfoot.analysis.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lightfoot.analysis.statistics.StraightLine;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.Samples;
import dev.lightfoot.model.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class FirstByteFitTest {
  private static final double MILLI = 1_000_000;

  private static FirstByteFit through(long... rttAndFirstByteMillis) {
    List<FirstByteFit.Point> points = new ArrayList<>();
    for (int i = 0; i < rttAndFirstByteMillis.length; i += 2) {
      points.add(
          new FirstByteFit.Point(
              i / 2,
              "192.0.2." + i + ":443",
              rttAndFirstByteMillis[i] * 1_000_000,
              rttAndFirstByteMillis[i + 1] * 1_000_000,
              1));
    }
    return FirstByteFit.through(Optional.of(RunState.COLD), points);
  }

  @Test
  void theFourPublicPointsGiveFourTripsAndTheServersTime() {
    StraightLine line = through(28, 207, 70, 378, 150, 721, 170, 782).line().orElseThrow();
    assertThat(line.intercept() / MILLI).isCloseTo(92, within(0.05));
    assertThat(line.slope()).isCloseTo(4.11, within(0.005));
    // by hand: s² = 116.7 ms², t(2) = 4.303
    assertThat(line.slopeHalf()).isCloseTo(0.4016, within(0.005));
    assertThat(line.interceptHalf() / MILLI).isCloseTo(48.0, within(0.1));
    assertThat(line.correlation()).isGreaterThan(0.999);
  }

  @Test
  void pointsOnALineHaveNoError() {
    StraightLine line = through(10, 130, 20, 160, 80, 340).line().orElseThrow();
    assertThat(line.slope()).isCloseTo(3, within(1e-9));
    assertThat(line.intercept() / MILLI).isCloseTo(100, within(1e-6));
    assertThat(line.slopeHalf()).isCloseTo(0, within(1e-6));
  }

  @Test
  void twoPointsDrawNoLine() {
    FirstByteFit fit = through(28, 207, 170, 782);
    assertThat(fit.refusal()).contains(FirstByteFit.Refusal.TOO_FEW);
    assertThat(fit.line()).isEmpty();
  }

  @Test
  void roundTripTimesThatAreAlikeDrawNoLine() {
    assertThat(through(40, 207, 41, 300, 43, 250).refusal()).contains(FirstByteFit.Refusal.ALIKE);
  }

  @Test
  void eachSnapshotGivesThePointOfItsServer() {
    Snapshot shop = Samples.shop();
    FirstByteFit fit = FirstByteFit.of(List.of(shop));
    assertThat(fit.points())
        .containsExactly(
            new FirstByteFit.Point(
                0, Samples.PEER, 40_100_000, fit.points().getFirst().firstByteNanos(), 10));
    assertThat(fit.points().getFirst().firstByteNanos()).isBetween(315_000_000L, 320_000_000L);
    assertThat(fit.refusal()).contains(FirstByteFit.Refusal.TOO_FEW);
  }

  @Test
  void snapshotsWithoutACommonStateAreNotComparedAtAll() {
    Snapshot cold = Samples.shop();
    Snapshot warm = cold.with(List.of(Samples.warm(50_000)));
    assertThat(FirstByteFit.of(List.of(cold.with(List.of(Samples.cold(0))), warm)).refusal())
        .contains(FirstByteFit.Refusal.NO_COMMON_STATE);
  }
}
