package dev.lightfoot.analysis.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.catalogue.JudgedRuns;
import dev.lightfoot.analysis.finding.Finding;
import dev.lightfoot.analysis.finding.Reason;
import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.analysis.finding.RuleAnswer;
import dev.lightfoot.analysis.finding.Severity;
import dev.lightfoot.model.MadePage;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.connection.Connection;
import dev.lightfoot.model.connection.ConnectionAttempt;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class AddressInVainTest {
  private static final Rule RULE = Rule.ADDRESS_IN_VAIN;
  private static final long MILLI = 1_000_000;

  private static ConnectionAttempt attempt(String address, long start, long millis, String how) {
    return new ConnectionAttempt(address, start * MILLI, millis * MILLI, how, Optional.empty());
  }

  private static Run probe(ConnectionAttempt... attempts) {
    MadePage page = new MadePage();
    page.ask("/", 0)
        .took(Phase.TCP, 290, 1)
        .took(Phase.WAIT, 60, 1)
        .builder()
        .connection(
            Optional.of(
                new Connection(
                    1, false, Optional.of("192.0.2.1:443"), Optional.empty(), List.of(attempts))));
    return page.probe(RunState.COLD);
  }

  private static ConnectionAttempt won(long start) {
    return attempt("192.0.2.1:443", start, 40, ConnectionAttempt.CONNECTED);
  }

  @Test
  void anAddressThatDoesNotAnswerCostsTheTimeUntilTheNextIsTried() {
    Finding found =
        JudgedRuns.one(
            RULE,
            probe(attempt("[2001:db8::7]:443", 0, 290, ConnectionAttempt.ABANDONED), won(250)));
    assertThat(found.saving()).contains(JudgedRuns.saving(0, 250, 250, 250));
    assertThat(found.severity()).isEqualTo(Severity.HIGH);
    assertThat(JudgedRuns.variant(found)).isEqualTo("silent");
  }

  @Test
  void oneThatFailedLateIsCalledSo() {
    Finding found =
        JudgedRuns.one(
            RULE, probe(attempt("[2001:db8::7]:443", 0, 150, ConnectionAttempt.FAILED), won(150)));
    assertThat(JudgedRuns.variant(found)).isEqualTo("failed");
  }

  @Test
  void aRaceOfTwoIsNoLoss() {
    assertThat(
            JudgedRuns.by(
                RULE,
                probe(won(0), attempt("[2001:db8::7]:443", 30, 60, ConnectionAttempt.ABANDONED))))
        .isEqualTo(RuleAnswer.IN_ORDER);
    assertThat(
            JudgedRuns.by(
                RULE,
                probe(attempt("[2001:db8::7]:443", 0, 90, ConnectionAttempt.ABANDONED), won(50))))
        .isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void aFirstAddressThatAnswersIsInOrder() {
    assertThat(JudgedRuns.by(RULE, probe(won(0)))).isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void aFileThatNamesNoAttemptsCannotTell() {
    assertThat(JudgedRuns.by(RULE, probe()))
        .isEqualTo(JudgedRuns.not(Reason.Kind.NOTHING_TO_LOOK_AT));
  }
}
