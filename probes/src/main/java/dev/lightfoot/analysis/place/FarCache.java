package dev.lightfoot.analysis.place;

import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.analysis.finding.RuleAnswer;
import dev.lightfoot.analysis.served.CallGroup;
import dev.lightfoot.analysis.served.ServedRule;
import dev.lightfoot.analysis.served.ServedTraces;
import dev.lightfoot.model.span.Layer;

/// The nearest call to the cache takes longer than a zone is wide: more than 1.5 ms.
public final class FarCache implements ServedRule {
  private static final long WIDE_NANOS = 1_500_000;

  @Override
  public Rule rule() {
    return Rule.FAR_CACHE;
  }

  @Override
  public RuleAnswer judge(ServedTraces traces) {
    return new FarPeers(
            rule(),
            Layer.CACHE,
            WIDE_NANOS,
            (group, floor) ->
                CallGroup.passesSmall(group.pathTrips() * floor.nanos(), group.request()))
        .judge(traces);
  }
}
