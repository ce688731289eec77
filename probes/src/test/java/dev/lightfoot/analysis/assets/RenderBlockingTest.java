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
import dev.lightfoot.model.page.PageLoad;
import dev.lightfoot.model.page.PageMarks;
import dev.lightfoot.model.page.ResourceType;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class RenderBlockingTest {
  private static final Rule RULE = Rule.RENDER_BLOCKING;

  private static MadePage page(long end, ResourceType type, long bytes, String url) {
    MadePage page = new MadePage();
    page.document(100);
    page.ask("/a.css", 110)
        .of(ResourceType.STYLESHEET)
        .blocking()
        .by(Initiator.Type.PARSER, 0)
        .until(150)
        .answered(200, 900);
    page.askFor(url, 110)
        .of(type)
        .blocking()
        .by(Initiator.Type.PARSER, 0)
        .until(end)
        .answered(200, bytes);
    return page;
  }

  private static MadePage script(long end) {
    return page(end, ResourceType.SCRIPT, 90_000, "https://shop.test/a.js");
  }

  @Test
  void theLastThatBlocksDrawingCostsWhatItComesLater() {
    Finding found = JudgedRuns.one(RULE, script(250).loaded(260).run());
    assertThat(found.saving()).contains(JudgedRuns.saving(0, 0, 100, 100));
    assertThat(JudgedRuns.variant(found)).isEqualTo("script");
  }

  @Test
  void oneThatComesWithTheOthersIsInOrder() {
    assertThat(JudgedRuns.by(RULE, script(169).loaded(260).run())).isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void aSmallStyleSheetOfThePagesOwnIsTheFirstView() {
    ResourceType sheet = ResourceType.STYLESHEET;
    String own = "https://shop.test/b.css";
    assertThat(JudgedRuns.by(RULE, page(250, sheet, 13_000, own).loaded(260).run()))
        .isEqualTo(RuleAnswer.IN_ORDER);
    assertThat(JudgedRuns.all(RULE, page(250, sheet, 15_000, own).loaded(260).run())).hasSize(1);
    assertThat(
            JudgedRuns.all(
                RULE, page(250, sheet, 13_000, "https://cdn.test/b.css").loaded(260).run()))
        .hasSize(1);
  }

  @Test
  void whatComesAfterTheFirstPictureDidNotHoldItUp() {
    Run run = script(250).loaded(260).run();
    PageLoad load = run.page().orElseThrow();
    PageMarks marks =
        new PageMarks(
            OptionalLong.of(180_000_000L),
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalLong.of(260_000_000L));
    Run painted =
        run.as(
            new PageLoad(
                load.engine(),
                load.viewport(),
                load.documentExchange(),
                marks,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                load.source()));
    assertThat(JudgedRuns.by(RULE, painted)).isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void aFileThatDoesNotSayWhatBlocksCannotTell() {
    MadePage page = new MadePage();
    page.document(100);
    page.ask("/a.js", 110).of(ResourceType.SCRIPT).until(250);
    assertThat(JudgedRuns.by(RULE, page.run())).isEqualTo(JudgedRuns.not(Reason.Kind.NOT_RECORDED));
  }
}
