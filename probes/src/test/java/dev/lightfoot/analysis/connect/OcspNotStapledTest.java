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
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class OcspNotStapledTest {
  private static final Rule RULE = Rule.OCSP_NOT_STAPLED;
  private static final String RESPONDER = "http://ocsp.lab.test";

  private static Run probe(MadeTls tls) {
    MadePage page = new MadePage();
    page.ask("/", 0)
        .on(1, false, "h2", 40)
        .took(Phase.TCP, 40, 1)
        .took(Phase.TLS, 45, 1)
        .took(Phase.WAIT, 60, 1)
        .builder()
        .tls(tls.facts());
    return page.probe(RunState.COLD);
  }

  @Test
  void aResponderThatIsNotStapledMayCostThreeTrips() {
    Finding found =
        JudgedRuns.one(RULE, probe(MadeTls.of("TLSv1.3").responder(RESPONDER, Optional.empty())));
    assertThat(found.saving()).contains(JudgedRuns.saving(0, 0, 0, 120));
    assertThat(found.severity()).isEqualTo(Severity.LOW);
  }

  @Test
  void aStapledAnswerIsInOrder() {
    assertThat(
            JudgedRuns.by(
                RULE, probe(MadeTls.of("TLSv1.3").responder(RESPONDER, Optional.of("good")))))
        .isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void whereNoResponderIsNamedThereIsNothingToPay() {
    assertThat(JudgedRuns.by(RULE, probe(MadeTls.of("TLSv1.3")))).isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void aResumedSessionShowsNoCertificate() {
    MadeTls resumed = MadeTls.of("TLSv1.3").responder(RESPONDER, Optional.empty()).offering(true);
    assertThat(JudgedRuns.by(RULE, probe(resumed)))
        .isEqualTo(JudgedRuns.not(Reason.Kind.NOTHING_TO_LOOK_AT));
  }
}
