package dev.lightfoot.analysis.assets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.catalogue.JudgedRuns;
import dev.lightfoot.analysis.finding.Finding;
import dev.lightfoot.analysis.finding.Reason;
import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.analysis.finding.RuleAnswer;
import dev.lightfoot.analysis.finding.Severity;
import dev.lightfoot.model.Initiator;
import dev.lightfoot.model.MadePage;
import dev.lightfoot.model.page.Resource;
import dev.lightfoot.model.page.ResourceType;
import dev.lightfoot.model.span.Evidence;
import org.junit.jupiter.api.Test;

final class LateDiscoveryTest {
  private static final Rule RULE = Rule.LATE_DISCOVERY;

  /// A style sheet that names another resource, 20 ms away.
  private static MadePage page(String path, ResourceType type, Initiator.Type by) {
    MadePage page = new MadePage();
    page.document(100);
    page.ask("/a.css", 110)
        .of(by == Initiator.Type.SCRIPT ? ResourceType.SCRIPT : ResourceType.STYLESHEET)
        .by(Initiator.Type.PRELOAD_SCANNER, 0)
        .on(1, true, "h2", 20)
        .until(160);
    page.ask(path, 165).of(type).by(by, 1).on(1, true, "h2", 20).until(220);
    return page.loaded(220);
  }

  @Test
  void whatOnlyAStyleSheetNamesIsFoundLate() {
    Finding found =
        JudgedRuns.one(RULE, page("/b.css", ResourceType.STYLESHEET, Initiator.Type.CSS).run());
    assertThat(found.subject().route()).isEqualTo("GET /b.css");
    assertThat(found.saving()).contains(JudgedRuns.saving(1, 20, 60, 60));
    assertThat(JudgedRuns.variant(found)).isEqualTo("stylesheet");
    assertThat(found.grade()).isEqualTo(Evidence.MEASURED);
  }

  @Test
  void whatAnotherChainNeedsAsLongIsNotGainedByIt() {
    MadePage page = page("/b.css", ResourceType.STYLESHEET, Initiator.Type.CSS);
    page.ask("/slow.png", 110).by(Initiator.Type.PARSER, 0).on(1, true, "h2", 20).until(200);
    assertThat(JudgedRuns.one(RULE, page.run()).saving())
        .contains(JudgedRuns.saving(1, 20, 20, 60));
  }

  @Test
  void whatTheCacheHadIsInOrder() {
    MadePage page = new MadePage();
    page.document(100);
    page.ask("/a.css", 110)
        .of(ResourceType.STYLESHEET)
        .by(Initiator.Type.PRELOAD_SCANNER, 0)
        .on(1, true, "h2", 20)
        .until(160);
    page.ask("/f.woff2", 165)
        .of(ResourceType.FONT)
        .by(Initiator.Type.CSS, 1)
        .delivered(Resource.Delivery.CACHE)
        .until(220);
    assertThat(JudgedRuns.by(RULE, page.loaded(220).run())).isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void whatTheDocumentNamesIsInOrder() {
    MadePage page = new MadePage();
    page.document(100);
    page.ask("/a.css", 110)
        .of(ResourceType.STYLESHEET)
        .by(Initiator.Type.PRELOAD_SCANNER, 0)
        .on(1, true, "h2", 20)
        .until(220);
    assertThat(JudgedRuns.by(RULE, page.loaded(220).run())).isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void lazyImagesAndWhatScriptsFetchAreNotLate() {
    assertThat(JudgedRuns.by(RULE, page("/b.png", ResourceType.IMAGE, Initiator.Type.SCRIPT).run()))
        .isEqualTo(RuleAnswer.IN_ORDER);
    assertThat(JudgedRuns.by(RULE, page("/api", ResourceType.OTHER, Initiator.Type.SCRIPT).run()))
        .isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void aFontThatNobodyDrewIsAssumed() {
    Finding found =
        JudgedRuns.one(RULE, page("/a.woff2", ResourceType.FONT, Initiator.Type.CSS).run());
    assertThat(found.grade()).isEqualTo(Evidence.INFERRED);
    assertThat(found.severity()).isEqualTo(Severity.MEDIUM);
  }

  @Test
  void whatThePageDoesNotWaitForIsInOrder() {
    MadePage page = page("/b.css", ResourceType.STYLESHEET, Initiator.Type.CSS);
    page.ask("/slow.png", 110).by(Initiator.Type.PARSER, 0).on(1, true, "h2", 20).until(300);
    assertThat(JudgedRuns.by(RULE, page.loaded(300).run())).isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void aFileThatNamesNoInitiatorsCannotTell() {
    MadePage page = new MadePage();
    page.document(100);
    assertThat(JudgedRuns.by(RULE, page.run())).isEqualTo(JudgedRuns.not(Reason.Kind.NOT_RECORDED));
  }
}
