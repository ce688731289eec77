package dev.lightfoot.analysis.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.catalogue.JudgedRuns;
import dev.lightfoot.analysis.finding.Finding;
import dev.lightfoot.analysis.finding.Reason;
import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.analysis.finding.RuleAnswer;
import dev.lightfoot.model.MadePage;
import dev.lightfoot.model.MadeTls;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunState;
import org.junit.jupiter.api.Test;

final class TlsNotResumedTest {
  private static final Rule RULE = Rule.TLS_NOT_RESUMED;

  private static Run probe(RunState state, MadeTls tls, long millis, int trips) {
    MadePage page = new MadePage();
    page.ask("/", 0)
        .on(1, false, "h2", 40)
        .took(Phase.TCP, 40, 1)
        .took(Phase.TLS, millis, trips)
        .took(Phase.WAIT, 60, 1)
        .builder()
        .tls(tls.facts());
    return page.probe(state);
  }

  private static Run refused(String version, long millis, int trips) {
    return probe(RunState.RESUMED, MadeTls.of(version).offering(false), millis, trips);
  }

  private static Run taken(String version, long millis) {
    return probe(RunState.RESUMED, MadeTls.of(version).offering(true), millis, 1);
  }

  @Test
  void aRefusedSessionOfTls12CostsATrip() {
    Finding found = JudgedRuns.one(RULE, refused("TLSv1.2", 95, 2), refused("TLSv1.2", 95, 2));
    assertThat(found.saving()).contains(JudgedRuns.saving(1, 40, 40, 55));
    assertThat(JudgedRuns.variant(found)).isEqualTo("always");
    assertThat(found.traces()).isEqualTo(2);
  }

  @Test
  void oneOfTls13CostsNoTrip() {
    assertThat(JudgedRuns.one(RULE, refused("TLSv1.3", 50, 1), refused("TLSv1.3", 50, 1)).saving())
        .contains(JudgedRuns.saving(0, 0, 0, 0));
  }

  @Test
  void aShareOfServersThatRefuseIsToldWithWhatTheOthersTook() {
    Finding found =
        JudgedRuns.one(
            RULE, refused("TLSv1.3", 50, 1), taken("TLSv1.3", 42), refused("TLSv1.3", 50, 1));
    assertThat(found.saving()).contains(JudgedRuns.saving(0, 0, 8, 8));
    assertThat(JudgedRuns.variant(found)).isEqualTo("sometimes");
  }

  @Test
  void oneRefusalIsNone() {
    assertThat(JudgedRuns.by(RULE, refused("TLSv1.2", 95, 2), taken("TLSv1.2", 45)))
        .isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void sessionsThatAreTakenUpAreInOrder() {
    assertThat(JudgedRuns.by(RULE, taken("TLSv1.3", 42), taken("TLSv1.3", 42)))
        .isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void itTakesTwoResumedRuns() {
    Run cold = probe(RunState.COLD, MadeTls.of("TLSv1.2"), 95, 2);
    assertThat(JudgedRuns.by(RULE, cold)).isEqualTo(JudgedRuns.not(Reason.Kind.NO_SUCH_RUN));
    assertThat(JudgedRuns.by(RULE, cold, refused("TLSv1.2", 95, 2)))
        .isEqualTo(JudgedRuns.not(Reason.Kind.TOO_FEW));
  }
}
