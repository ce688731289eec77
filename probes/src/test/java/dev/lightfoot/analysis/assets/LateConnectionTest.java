package dev.lightfoot.analysis.assets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.catalogue.JudgedRuns;
import dev.lightfoot.analysis.finding.Finding;
import dev.lightfoot.analysis.finding.Reason;
import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.analysis.finding.RuleAnswer;
import dev.lightfoot.model.Initiator;
import dev.lightfoot.model.MadePage;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.page.ResourceType;
import org.junit.jupiter.api.Test;

final class LateConnectionTest {
  private static final Rule RULE = Rule.LATE_CONNECTION;

  /// A font of another host, needed that long after the document.
  private static MadePage page(long needed, boolean connected) {
    MadePage page = new MadePage();
    page.document(100);
    MadePage.Asked font =
        page.askFor("https://fonts.test/a.woff2", needed)
            .of(ResourceType.FONT)
            .third()
            .by(Initiator.Type.CSS, 0)
            .on(2, connected, "h2", 20);
    if (!connected) {
      font.took(Phase.DNS, 10, 1).took(Phase.TCP, 20, 1).took(Phase.TLS, 20, 1);
    }
    font.took(Phase.WAIT, 30, 1);
    return page.loaded(needed + (connected ? 30 : 80));
  }

  @Test
  void aConnectionThatCouldHaveBeenReadyCostsItsHandshakes() {
    Finding found = JudgedRuns.one(RULE, page(200, false).run());
    assertThat(found.subject().service()).isEqualTo("fonts.test");
    assertThat(found.saving()).contains(JudgedRuns.saving(3, 20, 50, 50));
    assertThat(JudgedRuns.variant(found)).isEqualTo("font");
  }

  @Test
  void aHostThatIsNeededAtOnceLeavesNothingToOverlap() {
    assertThat(JudgedRuns.by(RULE, page(140, false).run())).isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void aPreconnectThatWasUsedIsInOrder() {
    assertThat(JudgedRuns.by(RULE, page(200, true).run())).isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void whatThePageDoesNotWaitForIsInOrder() {
    MadePage page = page(200, false);
    page.ask("/slow.png", 110).by(Initiator.Type.PARSER, 0).until(400);
    assertThat(JudgedRuns.by(RULE, page.loaded(400).run())).isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void aPageOfOneHostHasNothingToLookAt() {
    MadePage page = new MadePage();
    page.document(100);
    assertThat(JudgedRuns.by(RULE, page.run()))
        .isEqualTo(JudgedRuns.not(Reason.Kind.NOTHING_TO_LOOK_AT));
  }

  @Test
  void theStrangersRuleLeavesItAlone() {
    assertThat(JudgedRuns.all(Rule.THIRD_PARTY_CRITICAL, page(200, false).run())).isEmpty();
  }
}
