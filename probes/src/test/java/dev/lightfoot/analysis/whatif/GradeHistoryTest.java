package dev.lightfoot.analysis.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lightfoot.model.prediction.Prediction;
import dev.lightfoot.model.prediction.Predictions;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class GradeHistoryTest {
  private static List<Prediction> graded(long... millis) {
    return Arrays.stream(millis).mapToObj(each -> Predictions.measured(each, "batch=x")).toList();
  }

  @Test
  void aKindIsTalliedWithItsFailures() {
    GradeHistory.Tally tally =
        new GradeHistory(graded(300, 310, 340)).byKind().getOrDefault("batch", none());
    assertThat(tally.n()).isEqualTo(3);
    assertThat(tally.inside()).isEqualTo(2);
    assertThat(tally.medianError()).isEqualTo(10 / 310.0, within(1e-9));
    assertThat(tally.medianBias()).isEqualTo(-10 / 310.0, within(1e-9));
  }

  @Test
  void aWordInCapitalsIsOfTheSameKind() {
    assertThat(Predictions.of("BATCH=x", "rtt.database=2ms").kinds())
        .containsExactly("batch", "rtt");
  }

  private static GradeHistory.Tally none() {
    return new GradeHistory.Tally(0, 0, 0, 0);
  }

  @Test
  void missesWidenWhatComesUntilNineOfTenHadLainInside() {
    // 40 beside where 20 was allowed
    assertThat(new GradeHistory(graded(300, 301, 340)).factor(List.of("batch"))).isEqualTo(2);
    assertThat(new GradeHistory(graded(300, 301, 302)).factor(List.of("batch"))).isEqualTo(1);
    assertThat(new GradeHistory(graded(300, 301, 340)).factor(List.of("tls"))).isEqualTo(1);
  }

  @Test
  void twoGradesSayTooLittle() {
    assertThat(new GradeHistory(graded(200, 500)).factor(List.of("batch"))).isEqualTo(1);
  }

  @Test
  void whatWaitsForAGradeIsNoneOfIt() {
    assertThat(new GradeHistory(List.of(Predictions.of("batch=x"))).byKind()).isEmpty();
  }
}
