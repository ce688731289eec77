package dev.lightfoot.report.layout.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class TrendTest {
  private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private static TrendPoint point(int hour, long millis) {
    long nanos = millis * 1_000_000;
    return new TrendPoint(
        "id" + hour, START.plus(Duration.ofHours(hour)), nanos, nanos - 5, nanos + 5, 10);
  }

  @Test
  void pointsStandInOrderOfTimeAndLevelsBetweenChanges() {
    List<TrendPoint> points =
        List.of(point(5, 162), point(1, 100), point(2, 104), point(3, 102), point(4, 160));
    Trend trend = Trend.of(points, _ -> List.of(3));
    assertThat(trend.points())
        .extracting(TrendPoint::id)
        .containsExactly("id1", "id2", "id3", "id4", "id5");
    assertThat(trend.levels())
        .containsExactly(new TrendLevel(0, 3, 102_000_000), new TrendLevel(3, 5, 161_000_000));
    assertThat(trend.lastChange().orElseThrow().nanos()).isEqualTo(59_000_000);
  }

  @Test
  void withoutAChangeThereIsOneLevel() {
    Trend trend = Trend.of(List.of(point(1, 100), point(2, 104)), _ -> List.of());
    assertThat(trend.levels()).containsExactly(new TrendLevel(0, 2, 102_000_000));
    assertThat(trend.lastChange()).isEmpty();
    assertThat(trend.searchedInPart()).isFalse();
  }

  @Test
  void changesAreLookedForAmongTheNewestOnly() {
    List<TrendPoint> many = new ArrayList<>();
    IntStream.range(0, 700).forEach(hour -> many.add(point(hour, hour < 650 ? 100 : 150)));
    AtomicInteger searched = new AtomicInteger();
    Trend trend =
        Trend.of(
            many,
            values -> {
              searched.set(values.length);
              return List.of(450);
            });
    assertThat(searched).hasValue(Trend.MOST_SEARCHED);
    assertThat(trend.searchedInPart()).isTrue();
    assertThat(trend.levels())
        .containsExactly(
            new TrendLevel(0, 650, 100_000_000), new TrendLevel(650, 700, 150_000_000));
  }

  @Test
  void oneSlowRunDoesNotPressTheOthersDown() {
    TrendPoint slow = new TrendPoint("slow", START, 100_000_000, 90_000_000, 30_000_000_000L, 10);
    assertThat(Trend.of(List.of(slow), _ -> List.of()).axis().endNanos()).isEqualTo(200_000_000);
  }

  @Test
  void aLoneSnapshotStandsInTheMiddle() {
    Trend trend = Trend.of(List.of(point(4, 100)), _ -> List.of());
    assertThat(Duration.between(trend.from(), trend.to())).isEqualTo(Duration.ofHours(2));
  }

  @Test
  void ticksStandAtRoundLocalTimesAndAreNoMoreThanThereIsRoomFor() {
    for (int hours : new int[] {1, 5, 30, 24 * 9, 24 * 40, 24 * 400, 24 * 4_000}) {
      for (int most : new int[] {1, 3, 8}) {
        TimeTicks ticks =
            TimeTicks.between(START, START.plus(Duration.ofHours(hours)), BERLIN, most);
        assertThat(ticks.at()).hasSizeLessThanOrEqualTo(most + 1).isSorted();
        assertThat(ticks.labels()).hasSameSizeAs(ticks.at());
      }
    }
    TimeTicks days = TimeTicks.between(START, START.plus(Duration.ofDays(6)), BERLIN, 6);
    assertThat(days.labels()).containsExactly("2 Nov", "3 Nov", "4 Nov", "5 Nov", "6 Nov", "7 Nov");
    assertThat(days.at().getFirst()).isEqualTo(Instant.parse("2026-11-01T23:00:00Z"));
  }
}
