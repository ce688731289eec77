package dev.lightfoot.analysis.finding;

import java.util.List;

/// What one rule says of all that was looked at.
public sealed interface RuleAnswer {

  /// It found these, at least one.
  record Found(List<Finding> findings) implements RuleAnswer {
    public Found {
      findings = List.copyOf(findings);
      if (findings.isEmpty()) {
        throw new IllegalArgumentException("a rule that found nothing is in order");
      }
    }
  }

  /// It had what it needs and something to look at, and found nothing.
  record InOrder() implements RuleAnswer {}

  /// It could not look.
  record NotApplicable(Reason reason) implements RuleAnswer {}

  RuleAnswer IN_ORDER = new InOrder();

  /// Found, or in order where there are none.
  static RuleAnswer of(List<Finding> findings) {
    return findings.isEmpty() ? IN_ORDER : new Found(findings);
  }

  static RuleAnswer notApplicable(Reason.Kind kind) {
    return new NotApplicable(Reason.of(kind));
  }
}
