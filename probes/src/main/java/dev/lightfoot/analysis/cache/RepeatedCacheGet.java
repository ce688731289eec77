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
import dev.lightfoot.model.span.Layer;
import java.util.ArrayList;
import java.util.List;

/// One get for one item after another. Five are enough where they take time, twenty always. Facts:
/// `keys`, how many different ones, where they are known; the variant is `same` where it is one key
/// each time, else `items`.
public final class RepeatedCacheGet implements ServedRule {
  private static final int ENOUGH = 5;

  @Override
  public Rule rule() {
    return Rule.REPEATED_CACHE_GET;
  }

  @Override
  public RuleAnswer judge(ServedTraces traces) {
    Verdict verdict = new Verdict(rule());
    for (ServedRequest request : traces.calling(Layer.CACHE)) {
      List<Call> gets = CacheCalls.gets(request, traces, verdict);
      if (CacheCalls.reads(request, traces)) {
        verdict.looked();
      }
      for (CallGroup group : CacheCalls.byOperation(request, gets)) {
        if (group.trips() >= ENOUGH && CacheCalls.costs(group)) {
          verdict.show(showing(group, traces));
          traces.claims().take(rule(), group.calls());
        }
      }
    }
    return verdict.answer(traces.without(Layer.CACHE));
  }

  private static Showing showing(CallGroup group, ServedTraces traces) {
    long floor = traces.floors().nanos(group.request(), group.calls().getFirst());
    return Showing.of(group, traces, group.merged(floor), RepeatedCacheGet::facts);
  }

  private static List<Fact> facts(CallGroup group) {
    List<String> keys =
        group.calls().stream().flatMap(call -> CacheCalls.key(call).stream()).toList();
    long distinct = keys.stream().distinct().count();
    boolean known = keys.size() == group.calls().size();
    boolean same = known && distinct == 1 && keys.size() > 1;
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.word("variant", same ? "same" : "items"));
    if (known) {
      facts.add(Fact.count("keys", distinct));
    }
    return facts;
  }
}
