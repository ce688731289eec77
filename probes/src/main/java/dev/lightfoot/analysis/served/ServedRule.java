package dev.lightfoot.analysis.served;

import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.analysis.finding.RuleAnswer;

/// One rule over what servers recorded. It keeps nothing from one judgement to the next.
public interface ServedRule {
  Rule rule();

  /// What it says of these. It takes the calls that it found wasteful, so that a rule of a lower
  /// rank leaves them alone: [Claims].
  RuleAnswer judge(ServedTraces traces);
}
