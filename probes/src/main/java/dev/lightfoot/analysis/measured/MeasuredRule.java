package dev.lightfoot.analysis.measured;

import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.analysis.finding.RuleAnswer;

/// One rule about what the client measured: a function without memory.
public interface MeasuredRule {
  Rule rule();

  /// What it says of that snapshot.
  RuleAnswer judge(MeasuredSnapshot facts);
}
