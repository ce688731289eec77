package dev.lightfoot.analysis.assets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.catalogue.JudgedRuns;
import dev.lightfoot.analysis.finding.Finding;
import dev.lightfoot.analysis.finding.Reason;
import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.analysis.finding.RuleAnswer;
import dev.lightfoot.model.Initiator;
import dev.lightfoot.model.MadePage;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.page.ResourceType;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MissingResourceTest {
  private static final Rule RULE = Rule.MISSING_RESOURCE;

  private static Run page(int status, ResourceType type) {
    MadePage page = new MadePage();
    page.document(100).answered(200, 900);
    page.ask("/a.css", 110)
        .of(type)
        .by(Initiator.Type.PARSER, 0)
        .on(1, true, "h2", 20)
        .until(150)
        .answered(status, 90);
    return page.loaded(150).run();
  }

  @Test
  void aFileThatIsNotThereCostsATrip() {
    for (int status : List.of(404, 410)) {
      Finding found = JudgedRuns.one(RULE, page(status, ResourceType.STYLESHEET));
      assertThat(found.subject().route()).isEqualTo("GET /a.css");
      assertThat(found.saving()).contains(JudgedRuns.saving(1, 20, 40, 40));
    }
  }

  @Test
  void aFileThatIsThereOrForbiddenIsInOrder() {
    assertThat(JudgedRuns.by(RULE, page(200, ResourceType.STYLESHEET)))
        .isEqualTo(RuleAnswer.IN_ORDER);
    assertThat(JudgedRuns.by(RULE, page(403, ResourceType.STYLESHEET)))
        .isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void theDocumentItselfIsNoResource() {
    MadePage page = new MadePage();
    page.document(100).answered(404, 900);
    assertThat(JudgedRuns.by(RULE, page.loaded(100).run()))
        .isEqualTo(JudgedRuns.not(Reason.Kind.NOTHING_TO_LOOK_AT));
  }
}
