package dev.lightfoot.report.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.acknowledge.Sifted;
import dev.lightfoot.analysis.finding.Finding;
import dev.lightfoot.analysis.finding.Proof;
import dev.lightfoot.analysis.served.ServedSpans;
import dev.lightfoot.model.acknowledgement.Acknowledgement;
import dev.lightfoot.model.acknowledgement.Target;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class FindingsTextTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final Finding SHOP =
      MadeFindings.extraTrip("shop.test", new Proof.OfLine("a.log", 61));
  private static final Finding OTHER = MadeFindings.extraTrip("cdn.test");

  private static Sifted sifted(Acknowledgement... known) {
    return Sifted.of(MadeFindings.with(SHOP, OTHER), List.of(known), DAY);
  }

  private static String text(Acknowledgement... known) {
    Sifted sifted = sifted(known);
    return FindingsText.of(
        sifted, FindingWords.redacted(), EvidencePlaces.of(sifted.all(), new ServedSpans()));
  }

  private static Acknowledgement known(LocalDate until, int count) {
    return new Acknowledgement(
        new Target.OfFinding(SHOP.fingerprint(), ""),
        "an old proxy",
        DAY.minusDays(20),
        Optional.of(until),
        OptionalInt.of(count));
  }

  @Test
  void theFirstLineCountsAndTheSecondNamesTheLargestSaving() {
    assertThat(text())
        .startsWith(
            """
            2 findings; 1 rule in order; 2 not applicable
            Largest saving: The TLS handshake takes a trip too many: 1 trip, 40 to 44 ms, most likely 41 ms
            Savings overlap: do not add them up.
            """);
  }

  @Test
  void aFindingHasItsPlaceSentenceSavingRemedyNameAndEvidence() {
    assertThat(text())
        .contains("Medium: The TLS handshake takes a trip too many\n")
        .contains("GET / · shop.test: 2 times a run, in 10 runs\n")
        .contains("  - Saves 1 trip, 40 to 44 ms, most likely 41 ms (estimated, not replayed)\n")
        .contains("  - Change: Enable TLS 1.3")
        .contains("  - What would disprove it: ")
        .contains("  - tls-extra-trip · " + SHOP.fingerprint() + " · measured\n")
        .contains("  · a.log, line 61\n");
  }

  @Test
  void rulesThatCouldNotLookAreListedByReason() {
    assertThat(text())
        .contains("Checked and found in order\nredirect\n")
        .contains("  - cannot tell: statement-text-cut: repeated-query\n")
        .contains("  - there are no records of servers: far-cache\n");
  }

  @Test
  void whatIsAcknowledgedIsFoldedToALine() {
    assertThat(text(known(DAY, 2)))
        .startsWith("1 finding; 1 rule in order; 2 not applicable; 1 acknowledged\n")
        .contains("shop.test: an old proxy, since 2026-11-03,\n    until 2026-11-23, up to 2 times")
        .doesNotContain("a.log, line 61");
  }

  @Test
  void whatReturnsSaysWhy() {
    assertThat(text(known(DAY, 1)))
        .contains("Acknowledged (an old proxy) when it happened once; now 2 times.");
    assertThat(text(known(DAY.minusDays(1), 2)))
        .contains("Acknowledged (an old proxy) until 2026-11-22.");
  }

  @Test
  void aSummaryNamesTheFirstAndWhereTheRestIs() {
    assertThat(FindingsSummary.of(sifted(), FindingWords.redacted(), Optional.of("a.log")))
        .isEqualTo(
            """
            2 findings; 1 rule in order; 2 not applicable
              - The TLS handshake takes a trip too many: saves 1 trip, 40 to 44 ms, most likely 41 ms · GET / ·
                cdn.test
              - The TLS handshake takes a trip too many: saves 1 trip, 40 to 44 ms, most likely 41 ms · GET / ·
                shop.test
            Evidence and remedies: lightfoot findings a.log
            """);
  }
}
