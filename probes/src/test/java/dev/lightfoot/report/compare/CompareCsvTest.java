package dev.lightfoot.report.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.compare.Difference;
import dev.lightfoot.analysis.compare.Verdict;
import dev.lightfoot.report.csv.CompareCsv;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CompareCsvTest {
  private static final String REPAIRED = CompareCsv.of(CompareSamples.repaired());

  @Test
  void theTotalComesFirstWithAllItsNumbers() {
    assertThat(REPAIRED.lines().skip(1).findFirst().orElseThrow())
        .isEqualTo(
            "total,,,,,,,,317500000,196600000,-120900000,-123700000,-117800000,"
                + "1.0E-5,5.0E-5,-1.0,0.0,4400000,faster");
  }

  @Test
  void phasesAndLayersHaveARowEachAndLayersTheirTrips() {
    assertThat(REPAIRED.lines())
        .anyMatch(row -> row.startsWith("phase,wait,,,,,,,222000000,100600000,-121400000,"))
        .anyMatch(row -> row.startsWith("layer,database,,,51,2,,,110000000,5000000,-104900000,"))
        .anyMatch(row -> row.startsWith("layer,template,,,,,,,20000000,3000000,"));
  }

  @Test
  void thePartsOfWhatMovedTheTotalAddUpToIt() {
    long sum =
        REPAIRED
            .lines()
            .filter(row -> row.startsWith("part-"))
            .mapToLong(row -> Long.parseLong(row.split(",", -1)[10]))
            .sum();
    assertThat(sum).isEqualTo(-120_900_000);
  }

  @Test
  void whatIsNotTheSameIsSaid() {
    String csv =
        CompareCsv.of(
            CompareSamples.comparison(
                CompareSamples.IN_TURN,
                List.of(new Difference("resolver", "1.1.1.1", "system")),
                CompareSamples.shift(Verdict.FASTER, 3175, 1966, -1209, -1237, -1178)));
    assertThat(csv.lines()).anyMatch(row -> row.startsWith("about,resolver,1.1.1.1,system,"));
  }

  @Test
  void everyRowHasAsManyCellsAsTheHead() {
    assertThat(REPAIRED.lines().map(row -> row.split(",", -1).length).distinct())
        .containsExactly(19);
  }
}
