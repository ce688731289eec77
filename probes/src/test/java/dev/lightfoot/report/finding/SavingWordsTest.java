package dev.lightfoot.report.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.finding.Saving;
import dev.lightfoot.report.words.Numbers;
import org.junit.jupiter.api.Test;

class SavingWordsTest {
  private static final long MILLI = 1_000_000;

  private static String of(int trips, double low, double mid, double high) {
    Saving saving =
        new Saving(trips, (long) (low * MILLI), (long) (mid * MILLI), (long) (high * MILLI));
    return Numbers.plain(SavingWords.of(saving));
  }

  @Test
  void tripsComeBeforeTheRangeAndWhatIsMostLikely() {
    assertThat(of(49, 60.2, 98.4, 110.3)).isEqualTo("49 trips, 60 to 110 ms, most likely 98 ms");
  }

  @Test
  void smallTimesHaveATenth() {
    assertThat(of(1, 1, 2.3, 3)).isEqualTo("1 trip, 1.0 to 3.0 ms, most likely 2.3 ms");
  }

  @Test
  void nineAndNinetySevenHundredthsIsNotWrittenAsTenWithATenth() {
    assertThat(of(1, 2, 5, 9.97)).isEqualTo("1 trip, 2 to 10 ms, most likely 5 ms");
  }

  @Test
  void noRangeIsWrittenWhereNothingIsOpen() {
    assertThat(of(1, 40, 40, 40)).isEqualTo("1 trip, 40 ms");
  }

  @Test
  void aSavingWithoutTripsIsATime() {
    assertThat(of(0, 60, 85, 168)).isEqualTo("60 to 168 ms, most likely 85 ms");
  }

  @Test
  void tripsOffTheCriticalPathSaveNoTime() {
    assertThat(of(3, 0, 0, 0)).isEqualTo("3 trips");
  }

  @Test
  void aSavingOfNothingSaysSo() {
    assertThat(of(0, 0, 0, 0)).isEqualTo("nothing in this measurement");
  }

  @Test
  void itIsSaidWhereTheNumbersComeFrom() {
    Saving estimated = new Saving(1, 40 * MILLI, 40 * MILLI, 40 * MILLI);
    assertThat(SavingWords.sourced(estimated)).isEqualTo("1 trip, 40 ms (estimated, not replayed)");
    Saving replayed = new Saving(1, 40 * MILLI, 40 * MILLI, 40 * MILLI, Saving.From.REPLAY);
    assertThat(SavingWords.sourced(replayed))
        .isEqualTo("1 trip, 40 ms (replayed with the change made)");
  }

  @Test
  void aColumnOfRangesHasNoUnit() {
    assertThat(SavingWords.range(new Saving(1, 40 * MILLI, 41 * MILLI, 44 * MILLI)))
        .isEqualTo("40–44");
  }
}
