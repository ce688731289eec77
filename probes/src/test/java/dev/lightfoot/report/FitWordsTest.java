package dev.lightfoot.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.ledger.FirstByteFit;
import dev.lightfoot.model.RunState;
import dev.lightfoot.report.words.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class FitWordsTest {
  private static String said(long... rttAndFirstByteMicros) {
    return sentences(rttAndFirstByteMicros).getFirst();
  }

  private static List<String> sentences(long... rttAndFirstByteMicros) {
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
        .sentences(FirstByteFit.through(Optional.of(RunState.COLD), points));
  }

  @Test
  void aRestThatIsShownAsNothingIsNotLessThanNothing() {
    assertThat(said(10_000, 29_990, 20_000, 59_990, 40_000, 119_990))
        .isEqualTo("First byte = 3.00 × RTT: about 3 round trips; all of it grows with distance.");
  }

  @Test
  void nothingIsPartOfNothing() {
    assertThat(sentences(10_000, 30_000, 20_000, 60_000, 40_000, 120_000).get(1))
        .endsWith("3 cold points.");
    assertThat(Numbers.plain(sentences(10_000, 35_000, 20_000, 65_000, 40_000, 125_000).get(1)))
        .endsWith("such as a resolver, are part of the 5.0 ms.");
  }

  @Test
  void aRestBelowNothingSpeaksAgainstThePoints() {
    assertThat(said(10_000, 25_000, 20_000, 55_000, 40_000, 115_000))
        .startsWith("First byte = 3.00 × RTT − 5.0")
        .contains("less than no time");
  }
}
