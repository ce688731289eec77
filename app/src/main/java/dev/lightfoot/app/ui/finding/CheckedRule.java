package dev.lightfoot.app.ui.finding;

import dev.lightfoot.analysis.finding.Reason;
import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.report.finding.FindingNames;

/// A rule that found nothing.
///
/// @param looksFor what it looks for
/// @param reason why it could not look; empty where it could
record CheckedRule(Rule rule, String looksFor, String reason) {
  static CheckedRule inOrder(Rule rule) {
    return new CheckedRule(rule, FindingNames.of(rule), "");
  }

  static CheckedRule notApplicable(Rule rule, Reason reason) {
    return new CheckedRule(rule, FindingNames.of(rule), FindingNames.of(reason));
  }
}
