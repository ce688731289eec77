package dev.lightfoot.analysis.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.catalogue.JudgedRuns;
import dev.lightfoot.analysis.finding.Finding;
import dev.lightfoot.analysis.finding.Reason;
import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.analysis.finding.RuleAnswer;
import dev.lightfoot.analysis.finding.Severity;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Header;
import dev.lightfoot.model.MadePage;
import dev.lightfoot.model.ResponseFacts;
import dev.lightfoot.model.RunState;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class CutMidwayTest {
  private static final Rule RULE = Rule.CUT_MIDWAY;

  private static MadePage page(int status, String type, Optional<String> cut) {
    return page(status, type, cut, Exchange.SOCKET);
  }

  private static MadePage page(int status, String type, Optional<String> cut, String source) {
    MadePage page = new MadePage();
    page.ask("/list.csv", 0)
        .until(100)
        .builder()
        .source(source)
        .status(OptionalInt.of(status))
        .response(
            Optional.of(
                new ResponseFacts(
                    90,
                    12_000,
                    OptionalLong.empty(),
                    List.of(new Header("content-type", type)),
                    cut)));
    return page;
  }

  private static RuleAnswer by(int status, String type, String cut) {
    return JudgedRuns.by(RULE, page(status, type, Optional.of(cut)).probe(RunState.COLD));
  }

  @Test
  void anAnswerThatBreaksOffIsARisk() {
    for (String cut :
        List.of(
            ResponseFacts.Cut.CLOSED_EARLY,
            ResponseFacts.Cut.TIMEOUT,
            ResponseFacts.Cut.UNDECODABLE)) {
      Finding found =
          JudgedRuns.one(RULE, page(200, "text/csv", Optional.of(cut)).probe(RunState.COLD));
      assertThat(found.severity()).isEqualTo(Severity.HIGH);
      assertThat(found.saving()).isEmpty();
      assertThat(JudgedRuns.variant(found)).isEqualTo(cut);
    }
  }

  @Test
  void aWholeAnswerIsInOrder() {
    assertThat(JudgedRuns.by(RULE, page(200, "text/csv", Optional.empty()).probe(RunState.COLD)))
        .isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void ourOwnLimitsAreNotTheServers() {
    for (String cut :
        List.of(
            ResponseFacts.Cut.TOO_LARGE, ResponseFacts.Cut.RATIO, ResponseFacts.Cut.CANCELLED)) {
      assertThat(by(200, "text/csv", cut)).isEqualTo(RuleAnswer.IN_ORDER);
    }
  }

  @Test
  void aStreamOfEventsNeverEnds() {
    assertThat(by(200, "text/event-stream", ResponseFacts.Cut.TIMEOUT))
        .isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void aRecordingThatEndsBeforeTheAnswerSaysNothingOfIt() {
    MadePage page = page(200, "text/csv", Optional.of(ResponseFacts.Cut.TIMEOUT), Exchange.BROWSER);
    assertThat(JudgedRuns.by(RULE, page.probe(RunState.COLD))).isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void anErrorThatBreaksOffIsAnErrorAnyway() {
    assertThat(by(500, "text/csv", ResponseFacts.Cut.CLOSED_EARLY))
        .isEqualTo(JudgedRuns.not(Reason.Kind.NOTHING_TO_LOOK_AT));
  }
}
