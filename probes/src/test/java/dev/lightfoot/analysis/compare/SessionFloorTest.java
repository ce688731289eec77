package dev.lightfoot.analysis.compare;

import static dev.lightfoot.analysis.compare.GeneratedRuns.START;
import static dev.lightfoot.analysis.compare.GeneratedRuns.nanos;
import static dev.lightfoot.analysis.compare.GeneratedRuns.waits;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.summary.Spread;
import dev.lightfoot.model.Snapshot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Sessions that lie apart though nothing changed: each is off by something of its own (standard
/// deviation 3 ms), which its twenty runs (1 ms) cannot show, so that only sessions before them can
/// say how far two lie apart.
final class SessionFloorTest {
  private static final int PAIRS = 1_000;
  private static final int RUNS = 20;
  private static final double MIDDLE_MILLIS = 45;
  private static final double SESSIONS_MILLIS = 3;
  private static final double RUNS_MILLIS = 1;

  private static double[] session(Random random, double slower) {
    double middle = MIDDLE_MILLIS + slower + SESSIONS_MILLIS * random.nextGaussian();
    double[] millis = new double[RUNS];
    Arrays.setAll(millis, _ -> middle + RUNS_MILLIS * random.nextGaussian());
    return millis;
  }

  private static long median(double[] millis) {
    long[] nanos = Arrays.stream(millis).mapToLong(GeneratedRuns::nanos).toArray();
    return Spread.of(nanos).orElseThrow().medianNanos();
  }

  /// How many of the pairs have a verdict.
  private static int verdicts(int earlier, double slower) {
    Random random = new Random(20_261_130 + earlier);
    int verdicts = 0;
    for (int i = 0; i < PAIRS; i++) {
      List<Long> medians = new ArrayList<>();
      for (int session = 0; session < earlier; session++) {
        medians.add(median(session(random, 0)));
      }
      Snapshot a = waits(START, session(random, 0));
      Snapshot b = waits(START.plusMinutes(10), session(random, slower));
      Comparison found = Comparison.of(a, b, CompareChoice.DEFAULT.after(medians));
      assertThat(found.order().sessions()).isEqualTo(earlier < 3 ? 0 : earlier);
      Verdict verdict = found.total().verdict();
      verdicts += verdict == Verdict.FASTER || verdict == Verdict.SLOWER ? 1 : 0;
    }
    System.out.printf(
        "sessions %.0f ms apart, %d before them, B slower by %.0f ms: %d of %d have a verdict%n",
        SESSIONS_MILLIS, earlier, slower, verdicts, PAIRS);
    return verdicts;
  }

  /// Such an interval holds 95 % by construction, so that 1 000 pairs may show a few more.
  @ParameterizedTest
  @CsvSource({"3", "5", "10"})
  void fromThreeEarlierSessionsOnAVerdictIsRareWhereNothingChanged(int earlier) {
    double chance = 3 * Math.sqrt(Shifts.LEVEL * (1 - Shifts.LEVEL) / PAIRS);
    assertThat(verdicts(earlier, 0) / (double) PAIRS).isLessThanOrEqualTo(Shifts.LEVEL + chance);
  }

  /// What the floor is for: the runs of the two cannot tell.
  @Test
  void withoutEarlierSessionsMostSuchPairsHaveOne() {
    assertThat(verdicts(0, 0)).isGreaterThan(PAIRS / 4);
    assertThat(verdicts(2, 0)).isGreaterThan(PAIRS / 4);
  }

  @Test
  void aChangeFarBeyondTheSessionsIsStillFound() {
    assertThat(verdicts(10, 20)).isGreaterThan(PAIRS * 95 / 100);
  }

  @Test
  void theFloorOfTheTotalIsThatOfTheSessions() {
    List<Long> medians = List.of(nanos(45), nanos(46), nanos(47));
    double[] millis = new double[RUNS];
    Arrays.setAll(millis, i -> 45 + 0.01 * i);
    Comparison found =
        Comparison.of(
            waits(START, millis),
            waits(START.plusMinutes(10), millis),
            CompareChoice.DEFAULT.after(medians));
    // t(2) = 4.303, standard deviation 1 ms, and two sessions
    assertThat(found.total().floorNanos()).isBetween(nanos(6.08), nanos(6.09));
  }
}
