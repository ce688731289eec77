package dev.lightfoot.analysis.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SerialDependenceTest {
  @Test
  void aStraightLineDriftsByItsSlope() {
    SerialDependence line =
        SerialDependence.of(IntStream.range(0, 20).mapToDouble(i -> 7 + 3.0 * i).toArray());
    assertThat(line.slope()).isCloseTo(3, within(1e-12));
    assertThat(line.slopeError()).isCloseTo(0, within(1e-6));
    assertThat(line.drifts()).isTrue();
    assertThat(line.drift()).isEqualTo(line.slope());
  }

  @Test
  void theFirstCorrelationIsThatOfTheDefinitionWithItsCorrection() {
    // mean 3, deviations -2 -1 0 1 2: (2 + 0 + 0 + 2) / 10, and (1 + 1.6) / 5 that few values cost
    assertThat(SerialDependence.of(1, 2, 3, 4, 5).lag1()).isCloseTo(0.9, within(1e-12));
    // neighbours -5, squares 6
    assertThat(SerialDependence.of(1, -1, 1, -1, 1, -1).lag1())
        .isCloseTo(-5 / 6.0 + (1 - 20 / 6.0) / 6, within(1e-12));
  }

  @Test
  void knownCorrelationsAreFoundInTheMean() {
    Random random = new Random(4);
    for (double wanted : List.of(0.0, 0.3, 0.6)) {
      double sum = 0;
      for (int i = 0; i < 2_000; i++) {
        sum += SerialDependence.of(correlated(random, wanted, 40)).lag1();
      }
      assertThat(sum / 2_000).isCloseTo(wanted, within(0.03));
    }
  }

  private static double[] correlated(Random random, double by, int count) {
    double value = random.nextGaussian();
    DoubleStream.Builder values = DoubleStream.builder();
    for (int i = 0; i < count; i++) {
      value = by * value + Math.sqrt(1 - by * by) * random.nextGaussian();
      values.add(value);
    }
    return values.build().toArray();
  }

  @Test
  void whatCannotBeSeenOfSoManyValuesIsReckonedWith() {
    double[] turns = new double[100];
    for (int i = 0; i < turns.length; i++) {
      turns[i] = i % 2;
    }
    SerialDependence none = SerialDependence.of(turns);
    assertThat(none.assumedLag1()).isCloseTo(0.196, within(1e-3));
    assertThat(none.effective(100)).isCloseTo(100 * 0.804 / 1.196, within(0.1));
    assertThat(none.isCorrelated()).isFalse();
  }

  @Test
  void fewOrEqualValuesShowNothing() {
    assertThat(SerialDependence.of(1, 2, 3).inflation()).isEqualTo(1);
    assertThat(SerialDependence.of(5, 5, 5, 5, 5, 5).drifts()).isFalse();
    assertThat(SerialDependence.of().and(SerialDependence.of()).isCorrelated()).isFalse();
  }

  @Test
  void sessionsLieApartByThePredictionIntervalOfADifference() {
    // t of 2 degrees of freedom 4.302653, of 9 2.262157
    assertThat(SessionSpread.nanos(List.of(1_000L, 2_000L, 3_000L))).isEqualTo(6_085);
    assertThat(SessionSpread.nanos(List.of(5L, 5L, 5L))).isZero();
    assertThatThrownBy(() -> SessionSpread.nanos(List.of(1L)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
