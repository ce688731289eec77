package dev.lightfoot.analysis.place;

import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.analysis.finding.RuleAnswer;
import dev.lightfoot.analysis.served.ServedRule;
import dev.lightfoot.analysis.served.ServedTraces;
import dev.lightfoot.model.span.Layer;

/// The nearest call to the database takes longer than the zones of a region are apart: more than
/// 2.5 ms.
public final class FarDatabase implements ServedRule {
  private static final long WIDE_NANOS = 2_500_000;

  @Override
  public Rule rule() {
    return Rule.FAR_DATABASE;
  }

  @Override
  public RuleAnswer judge(ServedTraces traces) {
    return new FarPeers(rule(), Layer.DATABASE, WIDE_NANOS, (group, _) -> group.passesLarge())
        .judge(traces);
  }
}
