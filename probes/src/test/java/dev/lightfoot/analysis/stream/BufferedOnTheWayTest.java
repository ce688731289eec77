package dev.lightfoot.analysis.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.catalogue.JudgedRuns;
import dev.lightfoot.analysis.finding.Finding;
import dev.lightfoot.analysis.finding.Reason;
import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.analysis.finding.RuleAnswer;
import dev.lightfoot.analysis.finding.Saving;
import dev.lightfoot.analysis.finding.Severity;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class BufferedOnTheWayTest {
  private static final Rule RULE = Rule.BUFFERED_ON_THE_WAY;

  /// An application that sends its first byte 25 ms after the client asked and works until 205.
  private static MadeStack stream(long waitMillis) {
    return new MadeStack(waitMillis).app(200, OptionalLong.of(20));
  }

  @Test
  void aStreamThatIsHeldBackCostsWhatTheFirstByteComesLater() {
    Finding found = JudgedRuns.one(RULE, stream(210).run());
    assertThat(found.saving()).contains(new Saving(0, 87_500_000, 175_000_000, 175_000_000));
    assertThat(found.severity()).isEqualTo(Severity.HIGH);
  }

  @Test
  void aStreamThatIsPassedOnIsInOrder() {
    assertThat(JudgedRuns.by(RULE, stream(36).receiving(170).run())).isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void oneThatIsHeldBackForAWhileOnlyIsInOrder() {
    assertThat(JudgedRuns.by(RULE, stream(110).receiving(100).run()))
        .isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void aCodingFillsABlockFirst() {
    MadeStack coded = stream(210).coded("gzip");
    assertThat(JudgedRuns.by(RULE, coded.answered(200, "text/csv", 8_000).run()))
        .isEqualTo(JudgedRuns.not(Reason.Kind.NOT_RECORDED));
    assertThat(JudgedRuns.all(RULE, coded.answered(200, "text/csv", 9_000).run())).hasSize(1);
  }

  @Test
  void aSmallAnswerHasNothingToStream() {
    assertThat(JudgedRuns.by(RULE, stream(210).answered(200, "text/csv", 1_399).run()))
        .isEqualTo(JudgedRuns.not(Reason.Kind.NOT_RECORDED));
  }

  @Test
  void withoutTheApplicationsFirstByteNobodyKnows() {
    assertThat(JudgedRuns.by(RULE, new MadeStack(210).app(200, OptionalLong.empty()).run()))
        .isEqualTo(JudgedRuns.not(Reason.Kind.NOT_RECORDED));
  }
}
