package dev.lightfoot.analysis.served;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.finding.Finding;
import dev.lightfoot.analysis.finding.Reason;
import dev.lightfoot.analysis.finding.RuleAnswer;
import java.util.List;

/// What rules answer, for tests.
public final class Answers {
  private Answers() {}

  /// What that rule alone says of these requests.
  public static RuleAnswer judge(ServedRule rule, Recorded... requests) {
    return rule.judge(ServedTraces.of(Recorded.all(requests)));
  }

  /// The findings of an answer that has any.
  public static List<Finding> findings(RuleAnswer answer) {
    assertThat(answer).isInstanceOf(RuleAnswer.Found.class);
    return ((RuleAnswer.Found) answer).findings();
  }

  /// The finding of an answer that has one.
  public static Finding finding(RuleAnswer answer) {
    List<Finding> findings = findings(answer);
    assertThat(findings).hasSize(1);
    return findings.getFirst();
  }

  /// Why there is nothing to say.
  public static Reason.Kind reason(RuleAnswer answer) {
    assertThat(answer).isInstanceOf(RuleAnswer.NotApplicable.class);
    return ((RuleAnswer.NotApplicable) answer).reason().kind();
  }
}
