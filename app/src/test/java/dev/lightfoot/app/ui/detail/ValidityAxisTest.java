package dev.lightfoot.app.ui.detail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValidityAxisTest {
  private static final double WIDTH = 700;
  private static final ValidityAxis.Room NOTHING = new ValidityAxis.Room(-10, -5);

  private final ValidityAxis axis =
      new ValidityAxis(
          Instant.parse("2026-01-01T00:00:00Z"),
          Instant.parse("2026-07-31T00:00:00Z"),
          Instant.parse("2026-03-20T00:00:00Z"));

  @Test
  void everyTickHasItsLabelWhereThereIsRoom() {
    assertThat(axis.labelled(WIDTH, NOTHING, ValidityAxisTest::sixALetter, 5))
        .isEqualTo(axis.ticks());
  }

  @ParameterizedTest
  @ValueSource(doubles = {60, 120, 240, 480})
  void noLabelMeetsThatOfTheMeasuring(double width) {
    ValidityAxis.Room taken = axis.measuredLabel(WIDTH, width);
    assertThat(rooms(axis.labelled(WIDTH, taken, ValidityAxisTest::sixALetter, 5)))
        .noneMatch(taken::meets);
  }

  @Test
  void noLabelMeetsAnother() {
    double narrow = 200;
    List<ValidityAxis.Tick> fitting =
        axis.labelled(narrow, NOTHING, ValidityAxisTest::sixALetter, 5);
    assertThat(fitting).hasSizeBetween(2, axis.ticks().size() - 1);
    for (int i = 1; i < fitting.size(); i++) {
      double before = axis.x(fitting.get(i - 1).at(), narrow) + ValidityAxis.INSET + 6 * 8;
      assertThat(axis.x(fitting.get(i).at(), narrow)).isGreaterThan(before);
    }
  }

  @Test
  void theLabelOfTheMeasuringStaysOnTheAxis() {
    ValidityAxis early = new ValidityAxis(axis.from(), axis.to(), axis.from());
    assertThat(early.measuredLabel(WIDTH, 100)).isEqualTo(new ValidityAxis.Room(0, 100));
  }

  private static double sixALetter(String text) {
    return 6.0 * text.length();
  }

  private List<ValidityAxis.Room> rooms(List<ValidityAxis.Tick> ticks) {
    return ticks.stream()
        .map(
            tick -> {
              double from = axis.x(tick.at(), WIDTH) + ValidityAxis.INSET;
              return new ValidityAxis.Room(from, from + sixALetter(tick.label()));
            })
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 400, 200, 8", // within the bar, before the line of now
    "150, 400, 200, 208", // after that line
    "150, 250, 200, 258", // after the bar, whose rest is too short
    "330, 390, 350, 222", // before the bar, at the right edge
  })
  void theWordsOfACertificateCrossNoEdge(double from, double to, double now, double begins) {
    assertThat(ValidityAxis.words(from, to, now, 400, 100)).hasValue(begins);
  }

  @Test
  void wordsThatNoEdgeSparesAreLeftOut() {
    assertThat(ValidityAxis.words(90, 330, 210, 400, 110)).isEmpty();
  }
}
