package dev.lightfoot.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The accuracy harness against the real servers of the lab, with few runs: what does not depend on
/// how busy the machine is must hold here too. `probes/lab/accuracy.sh` measures the rest.
class AccuracyTest {
  private static final Path ROOT = Path.of(System.getProperty("lightfoot.root"));
  private static final Lab LAB = new Lab(ROOT);
  private static boolean wasUp;

  @TempDir private Path folder;

  @BeforeAll
  static void up() throws Exception {
    Optional<String> missing = Lab.missing();
    assumeTrue(missing.isEmpty(), () -> "no lab here: " + missing.orElseThrow());
    wasUp = LAB.isUp();
    LAB.up();
  }

  @AfterAll
  static void down() throws Exception {
    if (Lab.missing().isEmpty() && !wasUp) {
      LAB.down();
    }
  }

  private static Cell cell(String name) {
    return Cell.matrix().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private CellResult measure(String name, int runs, Path... before) throws Exception {
    return new CellMeasurement(LAB, Files.createDirectories(folder), Setting.IDLE)
        .make(cell(name), runs, List.of(before))
        .result();
  }

  private static double waitMedian(CellResult result) {
    return Objects.requireNonNull(result.lightfoot().get("wait")).medianMillis();
  }

  @Test
  void countedTripsEqualTheCapturesAndNothingIsLostBetweenPhases() throws Exception {
    for (String name :
        List.of(
            "http/1.1 plain at 20 ms",
            "TLS 1.2 full at 20 ms",
            "TLS 1.2 resumed at 20 ms",
            "TLS 1.3 resumed at 20 ms",
            "HelloRetryRequest at 20 ms",
            "h2 at 20 ms",
            "two redirects",
            "103 before 200",
            "long chain",
            "keep-alive",
            "Django page of 51 queries")) {
      CellResult result = measure(name, 2);
      assertThat(result.tripsDiffer()).as(name).isEmpty();
      assertThat(result.sumsExact()).as(name + ": phases + gap = wall time").isEqualTo(2);
    }
  }

  @Test
  void aStampTakenTwoMillisecondsLateTurnsTheCellRed() throws Exception {
    Path planted = PlantedFault.lateArrivals(ROOT).compileInto(folder.resolve("planted"));
    CellResult clean = measure("TLS 1.3 full at 20 ms", 5);
    CellResult late = measure("TLS 1.3 full at 20 ms", 5, planted);
    assertThat(late.misses(Setting.IDLE)).anyMatch(miss -> miss.startsWith("wait median"));
    double apart = waitMedian(late) - waitMedian(clean);
    assertThat(apart).as("the fault, as the harness sees it").isGreaterThan(1);
  }
}
