package dev.lightfoot.analysis.place;

import dev.lightfoot.analysis.finding.Fact;
import dev.lightfoot.analysis.finding.Reason;
import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.analysis.finding.RuleAnswer;
import dev.lightfoot.analysis.served.Call;
import dev.lightfoot.analysis.served.CallGroup;
import dev.lightfoot.analysis.served.PeerName;
import dev.lightfoot.analysis.served.ServedRequest;
import dev.lightfoot.analysis.served.ServedRule;
import dev.lightfoot.analysis.served.ServedTraces;
import dev.lightfoot.analysis.served.Showing;
import dev.lightfoot.analysis.served.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A service and what it calls say that they are in different regions: by the resources of their
/// recorders, or by the name of the called host. Facts: `peer`, `ownRegion`, `otherRegion`, and
/// those of [FarPeers].
public final class OtherRegion implements ServedRule {
  @Override
  public Rule rule() {
    return Rule.OTHER_REGION;
  }

  /// Calls of one request to one machine elsewhere.
  private record Elsewhere(CallGroup group, Regions.Apart regions, Object peer) {}

  @Override
  public RuleAnswer judge(ServedTraces traces) {
    Verdict verdict = new Verdict(rule());
    Regions regions = new Regions();
    Map<Object, Long> least = new HashMap<>();
    List<Elsewhere> found = new ArrayList<>();
    boolean any = false;
    for (ServedRequest request : traces.tracedCalling()) {
      any |= !request.calls().isEmpty();
      Map<List<Object>, List<Call>> peers = new LinkedHashMap<>();
      for (Call call : request.calls()) {
        if (!regions.known(request, call)) {
          continue;
        }
        verdict.looked();
        regions
            .apart(request, call)
            .ifPresent(
                apart -> {
                  List<Object> peer = List.of(request.service(), call.layer(), call.peer(), apart);
                  peers.computeIfAbsent(peer, _ -> new ArrayList<>()).add(call);
                  if (call.lasted()) {
                    least.merge(peer, call.tripNanos(), Math::min);
                  }
                });
      }
      peers.forEach(
          (peer, calls) ->
              found.add(
                  new Elsewhere(
                      new CallGroup(request, calls), (Regions.Apart) peer.getLast(), peer)));
    }
    found.forEach(each -> verdict.show(showing(each, least, traces)));
    return verdict.answer(any ? Reason.Kind.NOT_RECORDED : Reason.Kind.NOTHING_TO_LOOK_AT);
  }

  private static Showing showing(Elsewhere each, Map<Object, Long> least, ServedTraces traces) {
    Call first = each.group.calls().getFirst();
    long floor = least.getOrDefault(each.peer, 0L);
    List<Fact> facts = new ArrayList<>(FarPeers.facts(first, floor));
    facts.removeIf(fact -> fact.name().equals("variant"));
    facts.add(Fact.name("ownRegion", each.regions.caller()));
    facts.add(Fact.name("otherRegion", each.regions.called()));
    return Showing.of(each.group, traces, FarPeers.nearer(each.group, floor), facts)
        .about(PeerName.of(first));
  }
}
