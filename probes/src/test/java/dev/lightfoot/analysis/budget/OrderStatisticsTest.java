package dev.lightfoot.analysis.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OrderStatisticsTest {
  @ParameterizedTest
  @CsvSource({"50,5", "90,29", "95,59", "99,299", "10,29", "75,11"})
  void aPercentileTakesSoManyRuns(double percentile, int runs) {
    assertThat(OrderStatistics.needs(percentile)).isEqualTo(runs);
  }

  /// Ranks of one-sided bounds as binomial tables give them: of 20 values the 6th is not above the
  /// median (P(at least 6 below) = .9793, at least 7: .9423).
  @ParameterizedTest
  @CsvSource({
    "5,.5,1",
    "10,.5,2",
    "20,.5,6",
    "59,.95,53",
    "59,.05,1",
    "58,.05,0",
    "100,.5,42",
    "300,.95,279"
  })
  void theLowerBoundIsTheHighestRankWithThatConfidence(int runs, double share, int rank) {
    assertThat(OrderStatistics.lowRank(runs, share)).isEqualTo(rank);
  }

  @Test
  void boundsAreAmongTheRuns() {
    long[] twenty = LongStream.rangeClosed(1, 20).toArray();
    assertThat(OrderStatistics.of(twenty, 50)).isEqualTo(new OrderStatistics(6, 10, 15));
    assertThat(OrderStatistics.of(new long[] {5, 1, 4, 2, 3}, 50))
        .isEqualTo(new OrderStatistics(1, 3, 5));
  }

  @Test
  void withTheFewestRunsTheUpperBoundIsTheSlowest() {
    long[] runs = LongStream.rangeClosed(1, 59).toArray();
    assertThat(OrderStatistics.of(runs, 95).highNanos()).isEqualTo(59);
  }

  /// The bound is above the true percentile in at most 5 of 100 samples.
  @Test
  void theLowerBoundHoldsItsConfidence() {
    Random random = new Random(14);
    int wrong = 0;
    for (int i = 0; i < 4_000; i++) {
      long[] sample = new long[20];
      Arrays.setAll(sample, _ -> (long) (1_000_000 * Math.exp(random.nextGaussian())));
      wrong += OrderStatistics.of(sample, 50).lowNanos() > 1_000_000 ? 1 : 0;
    }
    assertThat(wrong).isBetween(40, 200);
  }
}
