package dev.lightfoot.analysis.sent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.catalogue.JudgedRuns;
import dev.lightfoot.analysis.finding.Finding;
import dev.lightfoot.analysis.finding.Reason;
import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.analysis.finding.RuleAnswer;
import dev.lightfoot.model.MadePage;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class EdgeMissTest {
  private static final Rule RULE = Rule.EDGE_MISS;

  private static Run probe(String verdict, String... lines) {
    List<String> all = new ArrayList<>(List.of(lines));
    all.addAll(List.of("x-cache", verdict));
    MadePage page = new MadePage();
    page.ask("/", 0)
        .on(1, false, "h2", 20)
        .took(Phase.TCP, 20, 1)
        .took(Phase.WAIT, 120, 1)
        .answered(200, 900, all.toArray(String[]::new));
    return page.probe(RunState.COLD);
  }

  @Test
  void anEdgeThatNeverHasItCostsTheWayToTheOrigin() {
    Finding found = JudgedRuns.one(RULE, probe("MISS"), probe("BYPASS"), probe("MISS"));
    assertThat(found.saving()).contains(JudgedRuns.saving(0, 50, 100, 100));
    assertThat(found.traces()).isEqualTo(3);
  }

  @Test
  void aFirstMissThenHitsIsHowItShouldBe() {
    assertThat(JudgedRuns.by(RULE, probe("MISS"), probe("HIT"), probe("HIT")))
        .isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void whatMustBePrivateIsNotLookedAt() {
    Run own = probe("MISS", "cache-control", "private");
    Run session = probe("MISS", "set-cookie", "a=b");
    assertThat(JudgedRuns.by(RULE, own, own, own))
        .isEqualTo(JudgedRuns.not(Reason.Kind.NOTHING_TO_LOOK_AT));
    assertThat(JudgedRuns.by(RULE, session, session, session))
        .isEqualTo(JudgedRuns.not(Reason.Kind.NOTHING_TO_LOOK_AT));
  }

  @Test
  void itTakesThreeRuns() {
    assertThat(JudgedRuns.by(RULE, probe("MISS"), probe("MISS")))
        .isEqualTo(JudgedRuns.not(Reason.Kind.TOO_FEW));
  }
}
