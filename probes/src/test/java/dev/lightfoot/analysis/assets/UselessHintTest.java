package dev.lightfoot.analysis.assets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.catalogue.JudgedRuns;
import dev.lightfoot.analysis.finding.Finding;
import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.analysis.finding.RuleAnswer;
import dev.lightfoot.model.Initiator;
import dev.lightfoot.model.MadePage;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.page.PageLoad;
import dev.lightfoot.model.page.ResourceType;
import java.util.List;
import org.junit.jupiter.api.Test;

final class UselessHintTest {
  private static final Rule RULE = Rule.USELESS_HINT;

  private static MadePage page(Initiator.Type first) {
    MadePage page = new MadePage();
    page.document(100).answered(200, 900);
    page.ask("/a.woff2", 110)
        .of(ResourceType.FONT)
        .by(first, 0)
        .on(1, true, "h2", 20)
        .until(150)
        .answered(200, 900);
    return page;
  }

  private static MadePage fetchedAgain(Initiator.Type first) {
    MadePage page = page(first);
    page.ask("/a.woff2", 170)
        .of(ResourceType.FONT)
        .by(Initiator.Type.CSS, 0)
        .on(1, true, "h2", 20)
        .until(210)
        .answered(200, 900);
    return page.loaded(210);
  }

  @Test
  void aFileThatWasAskedForAheadAndAgainCostsATrip() {
    for (Initiator.Type hint : List.of(Initiator.Type.LINK_HEADER, Initiator.Type.EARLY_HINTS)) {
      Finding found = JudgedRuns.one(RULE, fetchedAgain(hint).run());
      assertThat(found.saving()).contains(JudgedRuns.saving(1, 20, 40, 40));
    }
  }

  @Test
  void itKeepsTheDuplicateForItself() {
    assertThat(
            JudgedRuns.all(Rule.DUPLICATE_REQUEST, fetchedAgain(Initiator.Type.LINK_HEADER).run()))
        .isEmpty();
    assertThat(JudgedRuns.all(Rule.DUPLICATE_REQUEST, fetchedAgain(Initiator.Type.PARSER).run()))
        .hasSize(1);
    assertThat(JudgedRuns.by(RULE, fetchedAgain(Initiator.Type.PARSER).run()))
        .isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void aHintThatFitsIsInOrder() {
    assertThat(JudgedRuns.by(RULE, page(Initiator.Type.LINK_HEADER).run()))
        .isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void aLinkThatThePageDidNotUseIsAHintToo() {
    Run run = fetchedAgain(Initiator.Type.PRELOAD_SCANNER).run();
    PageLoad load = run.page().orElseThrow();
    Run unused =
        run.as(
            new PageLoad(
                load.engine(),
                load.viewport(),
                load.documentExchange(),
                load.marks(),
                List.of(),
                List.of(),
                List.of("https://shop.test/a.woff2"),
                List.of(),
                load.source()));
    assertThat(JudgedRuns.all(RULE, unused)).hasSize(1);
  }
}
