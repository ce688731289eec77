package dev.lightfoot.analysis.sent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.catalogue.JudgedRuns;
import dev.lightfoot.analysis.finding.Finding;
import dev.lightfoot.analysis.finding.Reason;
import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.analysis.finding.RuleAnswer;
import dev.lightfoot.model.Header;
import dev.lightfoot.model.MadePage;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.ResponseFacts;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunState;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class NotCompressedTest {
  private static final Rule RULE = Rule.NOT_COMPRESSED;

  private static MadePage.Asked asked(MadePage page, long bytes, String... lines) {
    return page.ask("/a.css", 0)
        .on(1, false, "h2", 20)
        .took(Phase.WAIT, 50, 1)
        .took(Phase.RECEIVE, 40, 0)
        .answered(200, bytes, lines);
  }

  private static Run probe(long bytes, String... lines) {
    MadePage page = new MadePage();
    asked(page, bytes, lines);
    return page.probe(RunState.COLD);
  }

  @Test
  void plainTextThatNeedsMoreFlightsCostsThem() {
    MadePage page = new MadePage();
    page.ask("/a.css", 0)
        .on(1, false, "h2", 20)
        .took(Phase.WAIT, 50, 1)
        .took(Phase.RECEIVE, 40, 2)
        .answered(200, 60_000, "content-type", "text/css; charset=utf-8");
    Finding found = JudgedRuns.one(RULE, page.probe(RunState.COLD));
    assertThat(found.saving()).contains(JudgedRuns.saving(1, 20, 28, 40));
    assertThat(found.subject().route()).isEqualTo("GET /a.css");
  }

  @Test
  void whereNoFlightWasSeenOnlyTheBytesAreSaved() {
    assertThat(JudgedRuns.one(RULE, probe(60_000, "content-type", "application/json")).saving())
        .contains(JudgedRuns.saving(0, 0, 28, 40));
  }

  @Test
  void compressedTextIsInOrder() {
    assertThat(
            JudgedRuns.by(
                RULE, probe(60_000, "content-type", "text/css", "content-encoding", "br")))
        .isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void textThatGrewWhenItWasReadWasCompressed() {
    MadePage page = new MadePage();
    asked(page, 60_000)
        .builder()
        .response(
            Optional.of(
                new ResponseFacts(
                    200,
                    60_000,
                    OptionalLong.of(200_000),
                    List.of(new Header("content-type", "text/css")),
                    Optional.empty())));
    assertThat(JudgedRuns.by(RULE, page.probe(RunState.COLD))).isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void whatMayNotBeTransformedIsInOrder() {
    assertThat(
            JudgedRuns.by(
                RULE, probe(60_000, "content-type", "text/css", "cache-control", "no-transform")))
        .isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void aShortTextIsInOrder() {
    assertThat(JudgedRuns.by(RULE, probe(1_300, "content-type", "text/css")))
        .isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void imagesPartsAndStreamsOfEventsAreNoText() {
    MadePage page = new MadePage();
    page.ask("/a", 0).until(50).answered(206, 60_000, "content-type", "text/css");
    page.ask("/b", 0).until(50).answered(200, 60_000, "content-type", "image/png");
    page.ask("/c", 0).until(50).answered(200, 60_000, "content-type", "text/event-stream");
    assertThat(JudgedRuns.by(RULE, page.probe(RunState.COLD)))
        .isEqualTo(JudgedRuns.not(Reason.Kind.NOTHING_TO_LOOK_AT));
  }
}
