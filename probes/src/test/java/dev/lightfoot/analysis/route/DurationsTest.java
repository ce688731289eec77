package dev.lightfoot.analysis.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.OptionalLong;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class DurationsTest {
  @Test
  void percentilesOfAFewAreThoseOfType7() {
    Durations durations = new Durations();
    for (int i = 100; i >= 1; i--) {
      durations.add(i * 1_000_003L);
    }
    // type 7 of 1 to 100: 50.5, 95.05, 99.01
    assertThat(durations.p50()).hasValue(50 * 1_000_003L + 500_002);
    assertThat(durations.p95()).hasValue(95 * 1_000_003L + 50_000);
    assertThat(durations.p99()).hasValue(99 * 1_000_003L + 10_000);
    assertThat(durations.totalNanos()).isEqualTo(5050 * 1_000_003L);
  }

  @Test
  void percentilesNeedData() {
    Durations durations = new Durations();
    assertThat(durations.p50()).isEmpty();
    for (int i = 1; i <= 99; i++) {
      durations.add(i);
      assertThat(durations.p95().isPresent()).isEqualTo(i >= 20);
      assertThat(durations.p99()).isEmpty();
    }
    durations.add(100);
    assertThat(durations.p99()).isEqualTo(OptionalLong.of(99));
  }

  @Test
  void percentilesOfManyAreOffByLessThanOneInTwoHundred() {
    Random random = new Random(1);
    long[] all = new long[200_000];
    Durations durations = new Durations();
    for (int i = 0; i < all.length; i++) {
      all[i] = (long) Math.exp(12 + 4 * random.nextGaussian());
      durations.add(all[i]);
    }
    Arrays.sort(all);
    assertThat(durations.p50().orElseThrow()).isCloseTo(all[99_999], near(all[99_999]));
    assertThat(durations.p95().orElseThrow()).isCloseTo(all[189_999], near(all[189_999]));
    assertThat(durations.p99().orElseThrow()).isCloseTo(all[197_999], near(all[197_999]));
    assertThat(durations.longestNanos()).isEqualTo(all[199_999]);
  }

  @Test
  void theSmallestAndTheLargestHaveTheirPlace() {
    Durations durations = new Durations();
    for (int i = 0; i < 1_001; i++) {
      durations.add(i % 2 == 0 ? -5 : Long.MAX_VALUE / 2_000);
    }
    assertThat(durations.p50()).hasValue(0);
    assertThat(durations.p99().orElseThrow())
        .isCloseTo(Long.MAX_VALUE / 2_000, near(Long.MAX_VALUE / 2_000));
  }

  private static Offset<Long> near(long value) {
    return within(value / 200);
  }
}
