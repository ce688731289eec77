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
import org.junit.jupiter.api.Test;

final class FarServerTest {
  private static final Rule RULE = Rule.FAR_SERVER;

  private static Run probe(long rtt, long server, String... lines) {
    MadePage page = new MadePage();
    page.ask("/", 0)
        .on(1, false, "h2", rtt)
        .took(Phase.TCP, rtt, 1)
        .took(Phase.TLS, rtt, 1)
        .took(Phase.WAIT, rtt + server, 1)
        .answered(200, 500, lines);
    return page.probe(RunState.COLD);
  }

  @Test
  void distanceThatIsMostOfTheTimeIsNamed() {
    Finding found = JudgedRuns.one(RULE, probe(80, 40));
    assertThat(found.saving()).contains(JudgedRuns.saving(0, 120, 150, 180));
    assertThat(found.severity()).isEqualTo(Severity.HIGH);
  }

  @Test
  void ofAPrivateAnswerOnlyTheHandshakesCanComeNearer() {
    assertThat(JudgedRuns.one(RULE, probe(80, 40, "cache-control", "private")).saving())
        .contains(JudgedRuns.saving(0, 120, 120, 120));
    assertThat(JudgedRuns.one(RULE, probe(80, 40, "set-cookie", "a=b")).saving())
        .contains(JudgedRuns.saving(0, 120, 120, 120));
  }

  @Test
  void aServerNearbyIsInOrder() {
    assertThat(JudgedRuns.by(RULE, probe(59, 0))).isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void aSlowServerIsNotAFarOne() {
    assertThat(JudgedRuns.by(RULE, probe(80, 300))).isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void anEdgeThatAnsweredIsAsNearAsItGets() {
    assertThat(JudgedRuns.by(RULE, probe(80, 0, "x-cache", "HIT"))).isEqualTo(RuleAnswer.IN_ORDER);
    assertThat(JudgedRuns.all(RULE, probe(80, 0, "x-cache", "MISS"))).hasSize(1);
  }

  @Test
  void withoutAFloorNobodyKnowsHowFarItIs() {
    MadePage page = new MadePage();
    page.ask("/", 0).until(500).answered(200, 500);
    assertThat(JudgedRuns.by(RULE, page.probe(RunState.COLD)))
        .isEqualTo(JudgedRuns.not(Reason.Kind.NO_FLOOR));
  }
}
