package dev.lightfoot.analysis.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.catalogue.JudgedRuns;
import dev.lightfoot.analysis.finding.Finding;
import dev.lightfoot.analysis.finding.Reason;
import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.analysis.finding.RuleAnswer;
import dev.lightfoot.analysis.finding.Saving;
import dev.lightfoot.analysis.finding.Severity;
import dev.lightfoot.model.MadePage;
import dev.lightfoot.model.span.Evidence;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class FirstByteWaitsTest {
  private static final Rule RULE = Rule.FIRST_BYTE_WAITS;

  /// 200 ms of work with two queries, the last one ending near its end.
  private static MadeStack view() {
    return new MadeStack(210).app(200, OptionalLong.empty()).call(15, 20).call(100, 95);
  }

  @Test
  void aPageThatIsSentWhenAllOfItIsReadyCouldSendItsHead() {
    Finding found = JudgedRuns.one(RULE, view().run());
    assertThat(found.saving().orElseThrow().trips()).isZero();
    assertThat(found.saving()).contains(new Saving(0, 57_500_000, 160_000_000, 190_000_000));
    assertThat(found.grade()).isEqualTo(Evidence.INFERRED);
    assertThat(found.severity()).isEqualTo(Severity.MEDIUM);
  }

  @Test
  void aHeadThatWasSentFirstIsInOrder() {
    MadeStack streamed =
        new MadeStack(60).app(200, OptionalLong.empty()).call(15, 20).call(100, 95).receiving(150);
    assertThat(JudgedRuns.by(RULE, streamed.run())).isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void aBodyThatComesPieceByPieceIsStreamed() {
    assertThat(JudgedRuns.by(RULE, view().receiving(40).run())).isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void workAfterTheLastCallIsAnotherCause() {
    MadeStack rendered =
        new MadeStack(210).app(200, OptionalLong.empty()).call(15, 20).call(40, 50);
    assertThat(JudgedRuns.by(RULE, rendered.run())).isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void aSingleCallMayDecideWhetherThereIsAPage() {
    MadeStack one = new MadeStack(210).app(200, OptionalLong.empty()).call(15, 180);
    assertThat(JudgedRuns.by(RULE, one.run())).isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void aQuickPageIsInOrder() {
    MadeStack quick = new MadeStack(100).app(90, OptionalLong.empty()).call(15, 20).call(40, 50);
    assertThat(JudgedRuns.by(RULE, quick.run())).isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void errorsSmallAnswersAndOtherTypesAreNotLookedAt() {
    for (MadeStack other :
        List.of(
            view().answered(404, "text/html", 20_000),
            view().answered(200, "text/html", 1_399),
            view().answered(200, "application/json", 20_000))) {
      assertThat(JudgedRuns.by(RULE, other.run()))
          .isEqualTo(JudgedRuns.not(Reason.Kind.NOTHING_TO_LOOK_AT));
    }
  }

  @Test
  void withoutTheServersRecordsNobodyKnows() {
    MadePage page = new MadePage();
    page.document(210).answered(200, 20_000, "content-type", "text/html");
    assertThat(JudgedRuns.by(RULE, page.run())).isEqualTo(JudgedRuns.not(Reason.Kind.NOT_JOINED));
  }
}
