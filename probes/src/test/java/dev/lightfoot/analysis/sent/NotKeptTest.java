package dev.lightfoot.analysis.sent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.catalogue.JudgedRuns;
import dev.lightfoot.analysis.finding.Finding;
import dev.lightfoot.analysis.finding.Reason;
import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.analysis.finding.RuleAnswer;
import dev.lightfoot.analysis.finding.Severity;
import dev.lightfoot.model.Header;
import dev.lightfoot.model.Initiator;
import dev.lightfoot.model.MadePage;
import dev.lightfoot.model.RequestFacts;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.page.ResourceType;
import dev.lightfoot.model.span.Evidence;
import java.util.List;
import org.junit.jupiter.api.Test;

final class NotKeptTest {
  private static final Rule RULE = Rule.NOT_KEPT;

  private static MadePage page(String file, long bytes, String... lines) {
    return page("https://shop.test" + file, ResourceType.IMAGE, bytes, lines);
  }

  private static MadePage page(String url, ResourceType type, long bytes, String... lines) {
    MadePage page = new MadePage();
    page.document(100);
    page.askFor(url, 110)
        .of(type)
        .by(Initiator.Type.PARSER, 0)
        .on(1, true, "h2", 20)
        .until(150)
        .answered(200, bytes, lines);
    return page.loaded(150);
  }

  private static RuleAnswer by(String... lines) {
    return JudgedRuns.by(RULE, page("/a.png", 900, lines).run());
  }

  @Test
  void aFileThatSaysNothingIsAskedForAgain() {
    Finding found = JudgedRuns.one(RULE, page("/a.png", 900, "etag", "\"1\"").run());
    assertThat(found.saving()).contains(JudgedRuns.saving(1, 0, 20, 40));
    assertThat(found.grade()).isEqualTo(Evidence.INFERRED);
    assertThat(found.severity()).isEqualTo(Severity.MEDIUM);
    assertThat(JudgedRuns.variant(found)).isEqualTo("unsaid");
  }

  @Test
  void oneThatMayNotBeKeptIsAskedForAgain() {
    for (String control : List.of("no-store", "no-cache", "max-age=0", "private, max-age=0")) {
      Finding found =
          JudgedRuns.one(
              RULE, page("/a.png", 900, "cache-control", control, "last-modified", "x").run());
      assertThat(JudgedRuns.variant(found)).isEqualTo("forbidden");
    }
    assertThat(by("expires", "0")).isInstanceOf(RuleAnswer.Found.class);
  }

  @Test
  void oneThatWasAskedForInAWarmLoadIsMeasured() {
    Run cold = page("/a.png", 900, "etag", "\"1\"").run();
    MadePage again = new MadePage();
    again.document(100);
    again
        .ask("/a.png", 110)
        .by(Initiator.Type.PARSER, 0)
        .on(1, true, "h2", 20)
        .until(150)
        .answered(304, 0, "etag", "\"1\"");
    Run seen = again.loaded(150).run();
    Run warm =
        new Run(
            RunState.WARM,
            seen.startedAt(),
            seen.error(),
            false,
            seen.leftOut(),
            seen.exchanges(),
            seen.spans(),
            seen.alignments(),
            seen.page());
    Finding found = JudgedRuns.one(RULE, cold, warm);
    assertThat(found.grade()).isEqualTo(Evidence.MEASURED);
    assertThat(found.saving()).contains(JudgedRuns.saving(1, 20, 20, 40));
  }

  @Test
  void whatSaysHowLongItMayBeKeptIsInOrder() {
    assertThat(by("cache-control", "public, max-age=60")).isEqualTo(RuleAnswer.IN_ORDER);
    assertThat(by("cache-control", "immutable")).isEqualTo(RuleAnswer.IN_ORDER);
    assertThat(by("last-modified", "Mon, 02 Nov 2026 10:00:00 GMT")).isEqualTo(RuleAnswer.IN_ORDER);
    assertThat(
            by("date", "Mon, 23 Nov 2026 10:00:00 GMT", "expires", "Tue, 24 Nov 2026 10:00:00 GMT"))
        .isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void apisWorkersAndBeaconsAreNoFiles() {
    Reason.Kind nothing = Reason.Kind.NOTHING_TO_LOOK_AT;
    assertThat(
            JudgedRuns.by(
                RULE, page("https://shop.test/api", ResourceType.FETCH, 900, "a", "b").run()))
        .isEqualTo(JudgedRuns.not(nothing));
    assertThat(
            JudgedRuns.by(
                RULE, page("https://ads.test/t", ResourceType.SCRIPT, 900, "a", "b").run()))
        .isEqualTo(JudgedRuns.not(nothing));
    assertThat(JudgedRuns.by(RULE, page("/1.gif?visit=7", 43, "a", "b").run()))
        .isEqualTo(JudgedRuns.not(nothing));
    MadePage worker = new MadePage();
    worker.document(100);
    worker
        .ask("/sw.js", 110)
        .of(ResourceType.SCRIPT)
        .until(150)
        .answered(200, 900, "cache-control", "no-cache")
        .builder()
        .request(new RequestFacts(90, 0, 0, List.of(new Header("Service-Worker", "script"))));
    assertThat(JudgedRuns.by(RULE, worker.run())).isEqualTo(JudgedRuns.not(nothing));
  }

  @Test
  void anotherSitesAnswerToAQuestionIsNoFile() {
    MadePage page =
        page("https://ads.test/bid.js?id=7", ResourceType.SCRIPT, 900, "cache-control", "no-store");
    assertThat(JudgedRuns.by(RULE, page.run()))
        .isEqualTo(JudgedRuns.not(Reason.Kind.NOTHING_TO_LOOK_AT));
  }

  @Test
  void aFileWithoutHeaderLinesCannotTell() {
    assertThat(by()).isEqualTo(JudgedRuns.not(Reason.Kind.NOTHING_TO_LOOK_AT));
  }
}
