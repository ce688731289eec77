package dev.lightfoot.analysis.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class PercentileBoundsTest {
  private static PercentileBounds ofFirst(int count, double percentile) {
    return PercentileBounds.of(percentile, LongStream.rangeClosed(1, count).toArray());
  }

  @Test
  void the95thPercentileTakes59Values() {
    assertThat(PercentileBounds.fewest(95)).isEqualTo(59);
    assertThat(ofFirst(58, 95).high()).isEmpty();
    assertThat(ofFirst(59, 95).high()).hasValue(59);
    assertThat(PercentileBounds.fewest(50)).isEqualTo(5);
    assertThat(ofFirst(4, 50)).isEqualTo(none());
    assertThat(ofFirst(5, 50))
        .isEqualTo(new PercentileBounds(OptionalLong.of(1), OptionalLong.of(5)));
    assertThat(PercentileBounds.fewest(99)).isEqualTo(299);
  }

  @Test
  void theBoundsAreOrderStatisticsOfTheBinomialDistribution() {
    assertThat(ofFirst(20, 50))
        .isEqualTo(new PercentileBounds(OptionalLong.of(6), OptionalLong.of(15)));
  }

  @Test
  void withoutAValueThereIsNoBound() {
    assertThat(PercentileBounds.of(50)).isEqualTo(none());
  }

  @Test
  void whatIsNoPercentileIsRefused() {
    assertThatThrownBy(() -> PercentileBounds.of(100, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> PercentileBounds.fewest(0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static PercentileBounds none() {
    return new PercentileBounds(OptionalLong.empty(), OptionalLong.empty());
  }
}
