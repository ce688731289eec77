package dev.lightfoot.analysis.assets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.catalogue.JudgedRuns;
import dev.lightfoot.analysis.finding.Finding;
import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.analysis.finding.RuleAnswer;
import dev.lightfoot.model.Initiator;
import dev.lightfoot.model.MadePage;
import dev.lightfoot.model.RequestFacts;
import dev.lightfoot.model.page.ResourceType;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DuplicateRequestTest {
  private static final Rule RULE = Rule.DUPLICATE_REQUEST;

  private static MadePage.Asked fetch(MadePage page, long at, Initiator.Type by) {
    return page.ask("/a.js", at)
        .of(ResourceType.SCRIPT)
        .by(by, 0)
        .until(at + 50)
        .answered(200, 900);
  }

  private static MadePage page() {
    MadePage page = new MadePage();
    page.document(100).answered(200, 900);
    fetch(page, 110, Initiator.Type.PARSER);
    return page;
  }

  @Test
  void theSameFileFetchedAgainCostsItsTrips() {
    MadePage page = page();
    fetch(page, 170, Initiator.Type.SCRIPT);
    Finding found = JudgedRuns.one(RULE, page.loaded(220).run());
    assertThat(found.subject().route()).isEqualTo("GET /a.js");
    assertThat(found.saving().orElseThrow().trips()).isEqualTo(1);
    assertThat(found.saving().orElseThrow().nanos()).isEqualTo(50_000_000);
  }

  @Test
  void aFileThatIsFetchedOnceIsInOrder() {
    assertThat(JudgedRuns.by(RULE, page().run())).isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void whatWasOnlyConfirmedOrComesInPartsIsInOrder() {
    MadePage page = page();
    fetch(page, 170, Initiator.Type.SCRIPT).answered(304, 0);
    fetch(page, 230, Initiator.Type.SCRIPT).answered(206, 900);
    assertThat(JudgedRuns.by(RULE, page.run())).isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void aScriptThatAsksAgainAfterASecondWantsNews() {
    MadePage page = page();
    fetch(page, 1_170, Initiator.Type.SCRIPT);
    assertThat(JudgedRuns.by(RULE, page.run())).isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void requestsWithAndWithoutCookiesHaveToDiffer() {
    MadePage page = page();
    fetch(page, 170, Initiator.Type.SCRIPT)
        .builder()
        .request(new RequestFacts(90, 30, 0, List.of()));
    assertThat(JudgedRuns.by(RULE, page.run())).isEqualTo(RuleAnswer.IN_ORDER);
  }
}
