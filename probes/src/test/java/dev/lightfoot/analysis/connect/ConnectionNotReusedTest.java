package dev.lightfoot.analysis.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.catalogue.JudgedRuns;
import dev.lightfoot.analysis.finding.Finding;
import dev.lightfoot.analysis.finding.FindingSubject;
import dev.lightfoot.analysis.finding.Reason;
import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.analysis.finding.RuleAnswer;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Initiator;
import dev.lightfoot.model.LeftOut;
import dev.lightfoot.model.MadePage;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.page.ResourceType;
import dev.lightfoot.model.span.Layer;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ConnectionNotReusedTest {
  private static final Rule RULE = Rule.CONNECTION_NOT_REUSED;

  private static MadePage.Asked opened(MadePage page, String path, long at, int connection) {
    return page.ask(path, at)
        .on(connection, false, "http/1.1", 40)
        .took(Phase.TCP, 40, 1)
        .took(Phase.TLS, 45, 1)
        .took(Phase.WAIT, 45, 1)
        .answered(200, 500);
  }

  private static MadePage.Asked reused(MadePage page, String path, long at, int connection) {
    return page.ask(path, at)
        .on(connection, true, "http/1.1", 40)
        .took(Phase.WAIT, 45, 1)
        .answered(200, 500);
  }

  /// A document, then a file on a connection of its own.
  private static MadePage two(String... lines) {
    MadePage page = new MadePage();
    opened(page, "/", 0, 1).of(ResourceType.DOCUMENT).answered(200, 500, lines);
    opened(page, "/a.css", 150, 2).of(ResourceType.STYLESHEET).by(Initiator.Type.PARSER, 0);
    return page;
  }

  @Test
  void aFreeConnectionThatIsMadeAgainCostsItsHandshakes() {
    Finding found = JudgedRuns.one(RULE, two().loaded(280).run());
    assertThat(found.subject())
        .isEqualTo(new FindingSubject("shop.test", "", Optional.of(Layer.TCP), ""));
    assertThat(found.saving()).contains(JudgedRuns.saving(2, 80, 85, 85));
    assertThat(JudgedRuns.variant(found)).isEqualTo("run");
  }

  @Test
  void aServerThatSaysThatItClosesIsNamed() {
    assertThat(
            JudgedRuns.variant(JudgedRuns.one(RULE, two("connection", "close").loaded(280).run())))
        .isEqualTo("close");
  }

  @Test
  void aConnectionThatIsUsedAgainIsInOrder() {
    MadePage page = new MadePage();
    opened(page, "/", 0, 1).of(ResourceType.DOCUMENT);
    reused(page, "/a.css", 150, 1);
    assertThat(JudgedRuns.by(RULE, page.run())).isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void aSecondConnectionWhileTheFirstIsBusyIsRight() {
    MadePage page = new MadePage();
    opened(page, "/", 0, 1).of(ResourceType.DOCUMENT);
    opened(page, "/a.css", 100, 2);
    assertThat(JudgedRuns.by(RULE, page.run())).isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void oneThatServesOthersLaterWasKept() {
    MadePage page = two();
    reused(page, "/b.css", 300, 1);
    assertThat(JudgedRuns.by(RULE, page.run())).isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void fontsUseConnectionsWithoutCredentials() {
    MadePage page = new MadePage();
    opened(page, "/", 0, 1).of(ResourceType.DOCUMENT);
    reused(page, "/a.css", 140, 1);
    opened(page, "/a.woff2", 200, 2).of(ResourceType.FONT);
    assertThat(JudgedRuns.by(RULE, page.run())).isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void anotherProtocolNeedsAnotherConnection() {
    MadePage page = new MadePage();
    opened(page, "/", 0, 1).of(ResourceType.DOCUMENT);
    opened(page, "/a.css", 150, 2).builder().protocol(Optional.of("h3"));
    assertThat(JudgedRuns.by(RULE, page.run())).isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void aServerThatFailedMayClose() {
    MadePage page = new MadePage();
    opened(page, "/", 0, 1).of(ResourceType.DOCUMENT).answered(500, 500);
    opened(page, "/a.css", 150, 2);
    assertThat(JudgedRuns.by(RULE, page.run())).isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void whatIsIdleForAMinuteMayClose() {
    MadePage page = new MadePage();
    opened(page, "/", 0, 1).of(ResourceType.DOCUMENT);
    opened(page, "/a.css", 61_000, 2);
    assertThat(JudgedRuns.by(RULE, page.run())).isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void aFileThatDoesNotSayWhichConnectionWasUsedCannotTell() {
    MadePage page = two();
    page.ask("/b.css", 300).until(340).answered(200, 500);
    assertThat(JudgedRuns.by(RULE, page.run()))
        .isEqualTo(JudgedRuns.not(Reason.Kind.NOTHING_TO_LOOK_AT));
  }

  @Test
  void aWarmRunThatShakesHandsAnewFoundItsConnectionClosed() {
    MadePage page = new MadePage();
    opened(page, "/", 0, 1);
    Run warm = page.probe(RunState.WARM).with(Optional.of(LeftOut.NOT_KEPT));
    Finding found = JudgedRuns.one(RULE, warm);
    assertThat(found.saving()).contains(JudgedRuns.saving(2, 80, 85, 85));
    assertThat(JudgedRuns.variant(found)).isEqualTo("warm");
  }

  @Test
  void aWarmRunOnItsKeptConnectionIsInOrder() {
    MadePage page = new MadePage();
    reused(page, "/", 0, 1);
    assertThat(JudgedRuns.by(RULE, page.probe(RunState.WARM))).isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void whatAFileCallsWarmIsNoKeptConnection() {
    MadePage page = new MadePage();
    opened(page, "/", 0, 1).builder().source(Exchange.IMPORTED);
    assertThat(JudgedRuns.by(RULE, page.probe(RunState.WARM)))
        .isEqualTo(JudgedRuns.not(Reason.Kind.NOTHING_TO_LOOK_AT));
  }
}
