package dev.lightfoot.analysis.cache;

import dev.lightfoot.analysis.finding.Fact;
import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.analysis.finding.RuleAnswer;
import dev.lightfoot.analysis.served.Call;
import dev.lightfoot.analysis.served.CallGroup;
import dev.lightfoot.analysis.served.ServedRequest;
import dev.lightfoot.analysis.served.ServedRule;
import dev.lightfoot.analysis.served.ServedTraces;
import dev.lightfoot.analysis.served.Showing;
import dev.lightfoot.analysis.served.Verdict;
import dev.lightfoot.analysis.trace.SpanTree;
import dev.lightfoot.model.span.Layer;
import java.util.List;

/// Rendered parts of a page are fetched singly: three or more gets by a template, or of keys that
/// are named so.
public final class FragmentsOneByOne implements ServedRule {
  private static final int ENOUGH = 3;

  @Override
  public Rule rule() {
    return Rule.FRAGMENTS_ONE_BY_ONE;
  }

  @Override
  public RuleAnswer judge(ServedTraces traces) {
    Verdict verdict = new Verdict(rule());
    for (ServedRequest request : traces.tracedCalling(Layer.CACHE)) {
      List<Call> gets = CacheCalls.gets(request, traces, verdict);
      if (CacheCalls.reads(request, traces)) {
        verdict.looked();
      }
      List<Call> fragments = gets.stream().filter(get -> isFragment(request, get)).toList();
      for (CallGroup group : CacheCalls.byOperation(request, fragments)) {
        if (group.trips() >= ENOUGH && CacheCalls.costs(group)) {
          long floor = traces.floors().nanos(request, group.calls().getFirst());
          verdict.show(
              Showing.of(group, traces, group.merged(floor), FragmentsOneByOne::fragments));
          traces.claims().take(rule(), group.calls());
        }
      }
    }
    return verdict.answer(traces.withoutTraced(Layer.CACHE));
  }

  private static List<Fact> fragments(CallGroup group) {
    return List.of(Fact.count("fragments", group.trips()));
  }

  static boolean isFragment(ServedRequest request, Call get) {
    return CacheCalls.key(get).filter(CacheKey::isFragment).isPresent()
        || (get.parent() != SpanTree.NONE
            && request.tree().span(get.parent()).layer() == Layer.TEMPLATE);
  }
}
