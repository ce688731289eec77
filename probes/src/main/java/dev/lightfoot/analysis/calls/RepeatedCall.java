package dev.lightfoot.analysis.calls;

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
import dev.lightfoot.analysis.statement.CallText;
import dev.lightfoot.model.span.Layer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Another service is asked item by item: five calls or more of one method, host and path. The
/// variant is `same` where all ask the very same, else `items`.
public final class RepeatedCall implements ServedRule {
  private static final int ENOUGH = 5;

  @Override
  public Rule rule() {
    return Rule.REPEATED_CALL;
  }

  @Override
  public RuleAnswer judge(ServedTraces traces) {
    Verdict verdict = new Verdict(rule());
    for (ServedRequest request : traces.tracedCalling()) {
      Map<List<Object>, List<Call>> groups = new LinkedHashMap<>();
      for (Call call : request.calls()) {
        if (!isCall(call)) {
          continue;
        }
        if (traces.claims().isTaken(call)) {
          verdict.taken();
          continue;
        }
        verdict.looked();
        if (!call.isBatch() && !PagedCalls.isPart(call)) {
          groups
              .computeIfAbsent(List.of(call.text().template(), call.peer()), _ -> new ArrayList<>())
              .add(call);
        }
      }
      for (List<Call> calls : groups.values()) {
        CallGroup group = new CallGroup(request, calls);
        if (group.trips() >= ENOUGH && (group.passesLarge() || group.isMany())) {
          verdict.show(showing(group, traces));
          traces.claims().take(rule(), calls);
        }
      }
    }
    return verdict.answer(traces.withoutTraced(Layer.EXTERNAL));
  }

  /// A request to another service of which it is known what was asked; no message.
  static boolean isCall(Call call) {
    return call.layer() == Layer.EXTERNAL
        && (call.text().from() == CallText.Source.TEXT
            || call.span().attributes().get("rpc.system").isPresent()
            || call.span().attributes().get("rpc.method").isPresent());
  }

  private static Showing showing(CallGroup group, ServedTraces traces) {
    long floor = traces.floors().nanos(group.request(), group.calls().getFirst());
    return Showing.of(group, traces, group.merged(floor), RepeatedCall::facts);
  }

  private static List<Fact> facts(CallGroup group) {
    long different = group.calls().stream().map(call -> call.text().exact()).distinct().count();
    boolean known = group.calls().getFirst().text().from() == CallText.Source.TEXT;
    boolean same = known && different == 1 && group.calls().size() > 1;
    return List.of(Fact.word("variant", same ? "same" : "items"));
  }
}
