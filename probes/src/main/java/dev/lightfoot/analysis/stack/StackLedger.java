package dev.lightfoot.analysis.stack;

import dev.lightfoot.analysis.chain.RedirectChain;
import dev.lightfoot.analysis.ledger.Floors;
import dev.lightfoot.analysis.ledger.Ledger;
import dev.lightfoot.analysis.ledger.LedgerBuilder;
import dev.lightfoot.analysis.ledger.Peer;
import dev.lightfoot.analysis.ledger.ServerPart;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.PhaseTiming;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// The ledger of a chain of hops whose servers were looked into: what lies on the critical path
/// inside the wait is billed to the layers that it was spent in, each nanosecond once.
public final class StackLedger {
  private final Run run;
  private final Floors floors;
  private final Peers peers;

  private StackLedger(Run run, StackFloors floors) {
    this.run = run;
    this.floors = floors.floors();
    this.peers = floors.peers();
  }

  /// The bill of the run's chain of hops; that of [LedgerBuilder] where no server was looked into.
  ///
  /// @param runs all runs of the snapshot: they give the floors
  public static Ledger build(Run run, List<Run> runs) {
    return build(run, StackFloors.of(runs));
  }

  /// The bill of the run's chain of hops, see [#build(Run, List)].
  public static Ledger build(Run run, StackFloors floors) {
    return LedgerBuilder.build(
        RedirectChain.of(run), floors.floors(), new StackLedger(run, floors)::parts);
  }

  /// What a part is billed to.
  private record Account(Layer layer, Peer peer) {}

  private static final class Sum {
    int trips;
    OptionalLong rtt = OptionalLong.empty();
    long total;
    long work;
  }

  private List<ServerPart> parts(Exchange exchange) {
    if (exchange.serverSpans().isEmpty()
        || !(exchange.phases().timing(Phase.WAIT).orElse(null)
            instanceof PhaseTiming.Measured wait)) {
      return List.of();
    }
    PlacedTree placed = PlacedTree.of(run, exchange);
    WaitEnd end =
        new WaitEnd(placed, exchange, wait, WaitEnd.wayNanos(wait, floors.nanos(exchange)));
    Map<Account, Sum> sums = new LinkedHashMap<>();
    for (int i = 0; i < placed.tree().size(); i++) {
      if (end.criticalNanos(i) > 0) {
        add(placed, end, i, sums);
      }
    }
    List<ServerPart> parts = new ArrayList<>();
    sums.forEach(
        (account, sum) ->
            parts.add(
                new ServerPart(
                    account.layer(),
                    account.peer(),
                    sum.trips == 0 ? OptionalInt.empty() : OptionalInt.of(sum.trips),
                    sum.rtt,
                    sum.total,
                    sum.work)));
    // the outermost is the one whose length is known least
    parts.sort(Comparator.comparing(ServerPart::layer).reversed());
    return parts;
  }

  private void add(PlacedTree placed, WaitEnd end, int at, Map<Account, Sum> sums) {
    boolean own = placed.isOwnOfCall(at);
    int billed = own ? placed.tree().parent(at) : at;
    Span span = placed.span(billed);
    Sum sum = sums.computeIfAbsent(new Account(span.layer(), peer(placed, billed)), _ -> new Sum());
    long nanos = end.criticalNanos(at);
    sum.total += nanos;
    if (own || !placed.isTrip(at)) {
      long dark = placed.dark(at).stream().mapToLong(end::within).sum();
      sum.work += Math.max(0, nanos - dark);
    }
    if (placed.isTrip(at) && !end.isLater(at)) {
      sum.trips += placed.trips(at);
      sum.rtt = peers.floor(span);
    }
  }

  private static Peer peer(PlacedTree placed, int at) {
    Span span = placed.span(at);
    Peer recorder =
        new Peer.Named(
            span.attributes()
                .get(AttributeNames.SERVICE_NAME)
                .or(() -> span.attributes().get(AttributeNames.FORMAT))
                .orElse(span.layer().label()));
    boolean called = span.layer() == Layer.DATABASE || span.layer() == Layer.CACHE;
    return called ? placed.peer(at).orElse(recorder) : recorder;
  }
}
