package dev.lightfoot.analysis.database;

import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.analysis.finding.RuleAnswer;
import dev.lightfoot.analysis.served.Call;
import dev.lightfoot.analysis.served.CallGroup;
import dev.lightfoot.analysis.served.ServedRequest;
import dev.lightfoot.analysis.served.ServedRule;
import dev.lightfoot.analysis.served.ServedTraces;
import dev.lightfoot.analysis.served.Verdict;
import dev.lightfoot.model.span.Layer;
import java.util.List;

/// A COUNT, SUM or EXISTS for one row after another. Facts as those of [RepeatedQuery].
public final class CountPerRow implements ServedRule {
  @Override
  public Rule rule() {
    return Rule.COUNT_PER_ROW;
  }

  @Override
  public RuleAnswer judge(ServedTraces traces) {
    Verdict verdict = new Verdict(rule());
    for (ServedRequest request : traces.calling(Layer.DATABASE)) {
      List<Call> calls = Queries.open(request, traces, verdict);
      calls = Queries.mayLoop(calls);
      calls.removeIf(call -> !call.text().isAggregate());
      for (CallGroup group : Queries.byTemplate(request, calls)) {
        if (Queries.isLoop(group)) {
          verdict.show(RepeatedQuery.showing(group, traces));
          traces.claims().take(rule(), group.calls());
        }
      }
    }
    return verdict.answer(traces.without(Layer.DATABASE));
  }
}
