package dev.lightfoot.analysis.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class SlowestOverTimeTest {
  private static final long START = 1_795_000_000_000_000_000L;

  private final SlowestOverTime slowest = new SlowestOverTime();

  @Test
  void theLongestOfEachStepIsKept() {
    slowest.add(START, 5);
    slowest.add(START + 100_000, 9);
    slowest.add(START + 3_000_000, 7);
    assertThat(slowest.between(START, START + 4_000_000, 4)).containsExactly(9L, 0L, 0L, 7L);
  }

  @Test
  void timeMayGrowToBothSides() {
    slowest.add(START, 5);
    slowest.add(START - 86_400_000_000_000L, 6);
    slowest.add(START + 86_400_000_000_000L, 7);
    List<Long> steps = slowest.between(slowest.fromUnixNanos(), slowest.toUnixNanos(), 3);
    assertThat(steps).containsExactly(6L, 5L, 7L);
    assertThat(slowest.fromUnixNanos()).isLessThanOrEqualTo(START - 86_400_000_000_000L);
    assertThat(slowest.toUnixNanos()).isGreaterThan(START + 86_400_000_000_000L);
  }

  @Test
  void inWhateverOrderTimesComeTheLongestOfAllIsThereAndNothingElse() {
    Random random = new Random(7);
    long longest = 0;
    for (int i = 0; i < 10_000; i++) {
      long nanos = random.nextInt(1_000_000);
      longest = Math.max(longest, nanos);
      slowest.add(START + random.nextLong(3_600_000_000_000L), nanos);
    }
    List<Long> steps = slowest.between(slowest.fromUnixNanos(), slowest.toUnixNanos(), 40);
    assertThat(steps).hasSize(40).contains(longest).allMatch(each -> each <= 1_000_000);
  }

  @Test
  void aCopyStaysAsItWas() {
    slowest.add(START, 5);
    SlowestOverTime copy = slowest.copy();
    slowest.add(START, 50);
    assertThat(copy.between(START, START + 1_000_000, 1)).containsExactly(5L);
  }

  @Test
  void nothingIsEmpty() {
    assertThat(slowest.isEmpty()).isTrue();
    assertThat(slowest.between(0, 0, 2)).containsExactly(0L, 0L);
  }
}
