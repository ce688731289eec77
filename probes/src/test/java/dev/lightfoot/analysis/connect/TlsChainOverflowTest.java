package dev.lightfoot.analysis.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.catalogue.JudgedRuns;
import dev.lightfoot.analysis.finding.Finding;
import dev.lightfoot.analysis.finding.Reason;
import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.analysis.finding.RuleAnswer;
import dev.lightfoot.analysis.finding.Severity;
import dev.lightfoot.model.MadePage;
import dev.lightfoot.model.MadeTls;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunState;
import org.junit.jupiter.api.Test;

final class TlsChainOverflowTest {
  private static final Rule RULE = Rule.TLS_CHAIN_OVERFLOW;

  private static Run probe(MadeTls tls, int trips) {
    MadePage page = new MadePage();
    page.ask("/", 0)
        .on(1, false, "h2", 40)
        .took(Phase.TCP, 40, 1)
        .took(Phase.TLS, 45L * trips, trips)
        .took(Phase.WAIT, 60, 1)
        .builder()
        .tls(tls.facts());
    return page.probe(RunState.COLD);
  }

  @Test
  void aChainLargerThanTheFirstFlightCostsTheTripsThatItTook() {
    Finding found = JudgedRuns.one(RULE, probe(MadeTls.of("TLSv1.3").flight(16_000, 15_000), 2));
    assertThat(found.saving()).contains(JudgedRuns.saving(1, 40, 40, 40));
    assertThat(JudgedRuns.variant(found)).isEqualTo("trips");
  }

  @Test
  void whereNoFurtherTripWasSeenItCostsNothingHere() {
    Finding found = JudgedRuns.one(RULE, probe(MadeTls.of("TLSv1.3").flight(16_000, 15_000), 1));
    assertThat(found.saving()).contains(JudgedRuns.saving(0, 0, 0, 0));
    assertThat(found.severity()).isEqualTo(Severity.LOW);
    assertThat(JudgedRuns.variant(found)).isEqualTo("bytes");
  }

  @Test
  void anExtraTripWithCertificatesThatFillASmallWindowIsTheirs() {
    assertThat(JudgedRuns.one(RULE, probe(MadeTls.of("TLSv1.2").flight(5_000, 4_000), 3)).saving())
        .contains(JudgedRuns.saving(1, 40, 40, 40));
  }

  @Test
  void anExtraTripWithoutMuchToSendHasAnotherCause() {
    assertThat(JudgedRuns.by(RULE, probe(MadeTls.of("TLSv1.3").flight(3_000, 2_500), 2)))
        .isEqualTo(RuleAnswer.IN_ORDER);
    assertThat(JudgedRuns.by(RULE, probe(MadeTls.of("TLSv1.3").flight(9_000, 4_000), 2)))
        .isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void aRetryIsAnotherRules() {
    assertThat(JudgedRuns.by(RULE, probe(MadeTls.of("TLSv1.3").retrying().flight(5_000, 4_000), 2)))
        .isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void aShortChainIsInOrder() {
    assertThat(JudgedRuns.by(RULE, probe(MadeTls.of("TLSv1.2"), 2))).isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void aResumedSessionSendsNoChain() {
    assertThat(JudgedRuns.by(RULE, probe(MadeTls.of("TLSv1.3").offering(true), 1)))
        .isEqualTo(JudgedRuns.not(Reason.Kind.NOTHING_TO_LOOK_AT));
  }
}
