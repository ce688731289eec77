package dev.lightfoot.report.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.catalogue.Examination;
import dev.lightfoot.analysis.finding.Finding;
import dev.lightfoot.analysis.served.Recorded;
import org.junit.jupiter.api.Test;

/// What is said of one statement that several machines are asked.
final class SeveralMachinesTest {
  @Test
  void theMachinesAreNamed() {
    Recorded request = Recorded.request("/", 200);
    for (int i = 0; i < 40; i++) {
      request.query("SELECT a FROM b WHERE c = " + i, 3, "server.address", "db-" + i % 2);
    }
    Finding found = Examination.of(Recorded.all(request)).list().getFirst();
    assertThat(FindingWords.redacted().says(found))
        .contains("runs the same statement 40 times, with 40 different values")
        .endsWith("each of them again and again: postgresql at db-0, postgresql at db-1.");
  }
}
