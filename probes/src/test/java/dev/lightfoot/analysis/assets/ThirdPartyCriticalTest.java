package dev.lightfoot.analysis.assets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.catalogue.JudgedRuns;
import dev.lightfoot.analysis.finding.Finding;
import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.analysis.finding.RuleAnswer;
import dev.lightfoot.model.Initiator;
import dev.lightfoot.model.MadePage;
import dev.lightfoot.model.page.ResourceType;
import org.junit.jupiter.api.Test;

final class ThirdPartyCriticalTest {
  private static final Rule RULE = Rule.THIRD_PARTY_CRITICAL;

  private static MadePage page(long end, boolean third) {
    MadePage page = new MadePage();
    page.document(100);
    MadePage.Asked tag =
        page.askFor("https://tag.test/t.js", 110)
            .of(ResourceType.SCRIPT)
            .by(Initiator.Type.PARSER, 0);
    if (third) {
      tag.third();
    }
    tag.until(end);
    return page.loaded(end);
  }

  @Test
  void aStrangerThatThePageWaitsForIsNamed() {
    Finding found = JudgedRuns.one(RULE, page(170, true).run());
    assertThat(found.subject().service()).isEqualTo("tag.test");
    assertThat(found.saving()).contains(JudgedRuns.saving(1, 0, 30, 60));
  }

  @Test
  void oneThatIsQuickIsInOrder() {
    assertThat(JudgedRuns.by(RULE, page(120, true).run())).isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void theSitesOwnHostsAreNoStrangers() {
    assertThat(JudgedRuns.by(RULE, page(170, false).run())).isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void oneThatThePageDoesNotWaitForIsInOrder() {
    MadePage page = page(170, true);
    page.ask("/slow.png", 110).by(Initiator.Type.PARSER, 0).until(300);
    assertThat(JudgedRuns.by(RULE, page.loaded(300).run())).isEqualTo(RuleAnswer.IN_ORDER);
  }
}
