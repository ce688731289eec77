package dev.lightfoot.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.ledger.FirstByteFit;
import dev.lightfoot.model.RunState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class FitWordsTest {
  private static String said(long... rttAndFirstByteMicros) {
    List<FirstByteFit.Point> points = new ArrayList<>();
    for (int i = 0; i < rttAndFirstByteMicros.length; i += 2) {
      points.add(
          new FirstByteFit.Point(
              i / 2,
              "192.0.2." + i + ":443",
              rttAndFirstByteMicros[i] * 1_000,
              rttAndFirstByteMicros[i + 1] * 1_000,
              1));
    }
    return new FitWords(List.of())
        .sentences(FirstByteFit.through(Optional.of(RunState.COLD), points))
        .getFirst();
  }

  @Test
  void aRestThatIsShownAsNothingIsNotLessThanNothing() {
    assertThat(said(10_000, 29_990, 20_000, 59_990, 40_000, 119_990))
        .startsWith("First byte = 0.0")
        .doesNotContain("less than no time");
  }

  @Test
  void aRestBelowNothingSpeaksAgainstThePoints() {
    assertThat(said(10_000, 25_000, 20_000, 55_000, 40_000, 115_000))
        .startsWith("First byte = 3.00 × RTT − 5.0")
        .contains("less than no time");
  }
}
