package dev.lightfoot.analysis.place;

import dev.lightfoot.analysis.distance.Nearness;
import dev.lightfoot.analysis.finding.Fact;
import dev.lightfoot.analysis.finding.Reason;
import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.analysis.finding.RuleAnswer;
import dev.lightfoot.analysis.finding.Saving;
import dev.lightfoot.analysis.served.Call;
import dev.lightfoot.analysis.served.CallGroup;
import dev.lightfoot.analysis.served.PeerFloor;
import dev.lightfoot.analysis.served.PeerName;
import dev.lightfoot.analysis.served.ServedRequest;
import dev.lightfoot.analysis.served.ServedTraces;
import dev.lightfoot.analysis.served.Showing;
import dev.lightfoot.analysis.served.Verdict;
import dev.lightfoot.model.span.Layer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

/// Looks for machines of one layer that are farther away than the width of a zone. Facts: `peer`,
/// `far`, the distance that the floor allows at most; the variant is `zone`, `region` or
/// `continent`.
final class FarPeers {
  /// A call to a machine of the same zone.
  static final long NEAR_NANOS = 500_000;

  /// Light in glass goes 200 km in a millisecond, and has to come back.
  private static final long NANOS_PER_METRE_BOTH_WAYS = 10;

  /// A clock must tell the floor from nothing.
  private static final int STEPS = 3;

  private final Rule rule;
  private final Layer layer;
  private final long wideNanos;
  private final BiPredicate<CallGroup, PeerFloor> costs;
  private final Regions regions = new Regions();

  /// @param wideNanos a floor above it is far
  /// @param costs whether the calls of a request cost enough
  FarPeers(Rule rule, Layer layer, long wideNanos, BiPredicate<CallGroup, PeerFloor> costs) {
    this.rule = rule;
    this.layer = layer;
    this.wideNanos = wideNanos;
    this.costs = costs;
  }

  RuleAnswer judge(ServedTraces traces) {
    Verdict verdict = new Verdict(rule);
    boolean any = false;
    for (ServedRequest request : traces.tracedCalling(layer)) {
      List<CallGroup> groups = byPeer(request);
      any |= !groups.isEmpty();
      if (groups.isEmpty() && layer == Layer.CACHE) {
        traces.blindness().ofCache(request.service()).ifPresent(verdict::blinded);
      }
      groups.forEach(group -> judge(group, traces, verdict));
    }
    return verdict.answer(any ? Reason.Kind.NO_FLOOR : traces.withoutTraced(layer));
  }

  private List<CallGroup> byPeer(ServedRequest request) {
    Map<Object, List<Call>> peers = new LinkedHashMap<>();
    for (Call call : request.calls()) {
      if (call.layer() == layer && call.timed()) {
        peers.computeIfAbsent(call.peer(), _ -> new ArrayList<>()).add(call);
      }
    }
    return peers.values().stream().map(calls -> new CallGroup(request, calls)).toList();
  }

  private void judge(CallGroup group, ServedTraces traces, Verdict verdict) {
    Call first = group.calls().getFirst();
    if (regions.apart(group.request(), first).isPresent()) {
      verdict.taken();
      return;
    }
    Optional<PeerFloor> known = traces.floors().of(group.request(), first);
    if (known.isEmpty()) {
      return;
    }
    PeerFloor floor = known.get();
    boolean far = floor.nanos() > wideNanos;
    if (far && (!floor.isDistance() || floor.nanos() < STEPS * floor.stepNanos())) {
      return; // slow work, or a clock that counts in steps: nobody can tell
    }
    verdict.looked();
    if (far && costs.test(group, floor)) {
      verdict.show(
          Showing.of(group, traces, nearer(group, floor.nanos()), facts(first, floor.nanos()))
              .about(PeerName.of(first)));
    }
  }

  /// What it brings to have the same calls answered from the same zone.
  static Saving nearer(CallGroup group, long floorNanos) {
    long trips = group.pathTrips();
    long mid = trips * Math.max(0, floorNanos - NEAR_NANOS);
    return Saving.within(group.pathNanos(), 0, mid / 2, mid, trips * floorNanos);
  }

  static List<Fact> facts(Call call, long floorNanos) {
    return List.of(
        Fact.word("variant", variant(floorNanos)),
        Fact.name("peer", PeerName.shown(call)),
        Fact.time("nearest", floorNanos),
        Fact.distance("far", floorNanos / NANOS_PER_METRE_BOTH_WAYS));
  }

  private static String variant(long floorNanos) {
    return switch (Nearness.of(floorNanos)) {
      case OTHER_CONTINENT -> "continent";
      case OTHER_REGION -> "region";
      default -> "zone";
    };
  }
}
