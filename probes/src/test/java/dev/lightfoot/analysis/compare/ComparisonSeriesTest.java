package dev.lightfoot.analysis.compare;

import static dev.lightfoot.analysis.compare.GeneratedRuns.START;
import static dev.lightfoot.analysis.compare.GeneratedRuns.waits;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.model.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ComparisonSeriesTest {
  private static Snapshot noisy(Random random, int hours, double middle) {
    double[] times =
        IntStream.range(0, 20).mapToDouble(_ -> middle + 2 * random.nextGaussian()).toArray();
    return waits(START.plusHours(hours), times);
  }

  @Test
  void theTotalsOfAllAreOneFamily() {
    Random random = new Random(1);
    Snapshot baseline = noisy(random, 0, 50);
    List<Snapshot> others = new ArrayList<>();
    for (int i = 1; i <= 5; i++) {
      others.add(noisy(random, i, i == 3 ? 60 : 50));
    }
    List<Comparison> series = ComparisonSeries.of(baseline, others).comparisons();
    assertThat(series)
        .extracting(each -> each.total().verdict())
        .containsExactly(
            Verdict.NO_CHANGE_SHOWN,
            Verdict.NO_CHANGE_SHOWN,
            Verdict.SLOWER,
            Verdict.NO_CHANGE_SHOWN,
            Verdict.NO_CHANGE_SHOWN);
    for (int i = 0; i < others.size(); i++) {
      Estimate inSeries = series.get(i).total().estimate().orElseThrow();
      Estimate alone = Comparison.of(baseline, others.get(i)).total().estimate().orElseThrow();
      assertThat(inSeries.p()).isEqualTo(alone.p());
      assertThat(inSeries.pAdjusted()).isGreaterThanOrEqualTo(alone.pAdjusted());
    }
    assertThat(series.get(2).total().estimate().orElseThrow().pAdjusted())
        .isEqualTo(5 * series.get(2).total().estimate().orElseThrow().p());
  }

  @Test
  void oneAloneIsTheComparisonOfTwo() {
    Random random = new Random(2);
    Snapshot a = noisy(random, 0, 50);
    Snapshot b = noisy(random, 1, 55);
    assertThat(ComparisonSeries.of(a, List.of(b)).comparisons())
        .containsExactly(Comparison.of(a, b));
    assertThat(ComparisonSeries.of(a, List.of()).comparisons()).isEmpty();
  }
}
