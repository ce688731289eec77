package dev.lightfoot.analysis.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class ChangePointsTest {
  /// Of Apache Otava's tests, in tenths.
  private static final long[] STAIRS = {
    3, 24, 15, -9, -5, 997, 983, 991, 1490, 1497, 1495, 1491, 1488, 1500
  };

  private static List<Integer> at(long... values) {
    return ChangePoints.of(values).stream().map(ChangePoint::index).toList();
  }

  @Test
  void theFixtureOfOtavaHasItsTwoChangePoints() {
    assertThat(at(STAIRS)).containsExactly(5, 8);
    ChangePoint first = ChangePoints.of(STAIRS).getFirst();
    assertThat(first.before()).isCloseTo(5.6, within(1e-9));
    assertThat(first.after()).isCloseTo(2971 / 3.0, within(1e-9));
    assertThat(first.p()).isLessThan(1e-8);
  }

  @Test
  void theDistanceIsThatOfTheDefinition() {
    double[] values = Arrays.stream(STAIRS).asDoubleStream().toArray();
    Divergence.Split best = new Divergence(values, 1).of(0, values.length);
    assertThat(best.at()).isEqualTo(5);
    double largest = 0;
    for (int to = 6; to <= values.length; to++) {
      largest = Math.max(largest, distance(values, 5, to));
    }
    assertThat(best.size()).isCloseTo(largest, within(1e-6));
  }

  private static double distance(double[] values, int at, int to) {
    double between = pairs(values, 0, at, at, to);
    double first = pairs(values, 0, at, 0, at) / 2;
    double second = pairs(values, at, to, at, to) / 2;
    double m = to - at;
    return 2 * between / (at + m)
        - 2 * m / (at + m) / (at - 1) * first
        - (m > 1 ? 2 * at / (at + m) / (m - 1) * second : 0);
  }

  private static double pairs(double[] values, int a, int b, int c, int d) {
    double sum = 0;
    for (int i = a; i < b; i++) {
      for (int j = c; j < d; j++) {
        sum += Math.abs(values[i] - values[j]);
      }
    }
    return sum;
  }

  @Test
  void strayValuesAndTooFewAreNoChange() {
    assertThat(at()).isEmpty();
    assertThat(at(1, 2)).isEmpty();
    assertThat(at(100, 101, 99, 100, 102, 100, 900, 101, 100, 99, 100)).isEmpty();
    assertThat(at(100, 101, 99, 100, 102, 100, 99, 101, 900, 901)).isEmpty();
    assertThat(at(100, 101, 99, 100, 102, 100, 99, 101, 900, 901, 899)).containsExactly(8);
  }

  @Test
  void valuesWithoutSpreadChangeWhereTheyDo() {
    assertThat(at(5, 5, 5, 5, 5, 5, 5, 5)).isEmpty();
    assertThat(at(5, 5, 5, 5, 7, 7, 7, 7)).containsExactly(4);
  }

  @Test
  void aChangeWithinTheFloorIsNone() {
    assertThat(ChangePoints.of(before -> before / 100, 1000, 1000, 1000, 1009, 1009, 1009))
        .isEmpty();
    assertThat(ChangePoints.of(before -> before / 100, 1000, 1000, 1000, 1011, 1011, 1011))
        .hasSize(1);
  }

  @Test
  void changesFarApartInALongSeriesAreAllFoundAndNoneTwice() {
    Random random = new Random(3);
    long[] values = new long[500];
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.round(50_000 + 1_000 * random.nextGaussian() + (i / 125) * 10_000);
    }
    List<Integer> found = at(values);
    assertThat(found).hasSize(3);
    for (int i = 0; i < 3; i++) {
      assertThat(found.get(i)).isCloseTo(125 * (i + 1), within(1));
    }
  }

  @Test
  void noiseAloneRarelyHasAChangePoint() {
    Random random = new Random(5);
    int with = 0;
    for (int i = 0; i < 400; i++) {
      long[] noise =
          LongStream.range(0, 50).map(_ -> Math.round(1e6 * random.nextGaussian())).toArray();
      with += at(noise).isEmpty() ? 0 : 1;
    }
    System.out.println("series of 50 independent values with a change point: " + with + " of 400");
    assertThat(with).isLessThanOrEqualTo(20);
  }
}
