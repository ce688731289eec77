package dev.lightfoot.analysis.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.catalogue.JudgedRuns;
import dev.lightfoot.analysis.finding.Finding;
import dev.lightfoot.analysis.finding.Reason;
import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.analysis.finding.RuleAnswer;
import dev.lightfoot.model.Initiator;
import dev.lightfoot.model.MadePage;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.page.ResourceType;
import org.junit.jupiter.api.Test;

final class OldProtocolTest {
  private static final Rule RULE = Rule.OLD_PROTOCOL;

  /// A document and so many images, asked for at once; from the seventh on they wait.
  private static MadePage page(int images, String protocol, long blocked) {
    MadePage page = new MadePage();
    page.ask("/", 0).of(ResourceType.DOCUMENT).on(1, false, protocol, 20).took(Phase.WAIT, 100, 1);
    for (int i = 0; i < images; i++) {
      MadePage.Asked asked = page.ask("/" + i + ".png", 100).by(Initiator.Type.PARSER, 0);
      if (i >= 6) {
        asked.took(Phase.BLOCKED, blocked, 0);
      }
      asked.on(1 + i % 6, true, protocol, 20).took(Phase.WAIT, 50, 1);
    }
    return page;
  }

  @Test
  void theSeventhRequestQueues() {
    Finding found = JudgedRuns.one(RULE, page(8, "http/1.1", 50).loaded(200).run());
    assertThat(found.count()).isEqualTo(2);
    assertThat(found.saving()).contains(JudgedRuns.saving(1, 0, 25, 50));
  }

  @Test
  void http2DoesNotQueue() {
    assertThat(JudgedRuns.by(RULE, page(8, "h2", 50).loaded(200).run()))
        .isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void sixRequestsAreInOrder() {
    assertThat(JudgedRuns.by(RULE, page(5, "http/1.1", 50).loaded(200).run()))
        .isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void aQueueShorterThanARoundTripIsInOrder() {
    assertThat(JudgedRuns.by(RULE, page(8, "http/1.1", 9).loaded(200).run()))
        .isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void aProbeIsNoPage() {
    assertThat(JudgedRuns.by(RULE, page(8, "http/1.1", 50).probe(RunState.COLD)))
        .isEqualTo(JudgedRuns.not(Reason.Kind.NO_PAGE));
  }
}
