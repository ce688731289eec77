package dev.lightfoot.analysis.stack;

import dev.lightfoot.analysis.chain.RedirectChain;
import dev.lightfoot.analysis.ledger.Floors;
import dev.lightfoot.analysis.ledger.Ledger;
import dev.lightfoot.analysis.ledger.LedgerBuilder;
import dev.lightfoot.analysis.ledger.LedgerLine;
import dev.lightfoot.analysis.ledger.Peer;
import dev.lightfoot.analysis.ledger.ServerPart;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.PhaseTiming;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.CallerWork;
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
  private final ClockPairs clocks;

  private StackLedger(Run run, StackFloors floors) {
    this.run = run;
    this.floors = floors.floors();
    this.peers = floors.peers();
    this.clocks = floors.clocks();
  }

  /// The bill of the run's chain of hops; that of [LedgerBuilder] where no server was looked into.
  ///
  /// @param runs all runs of the snapshot: they give the floors
  public static Ledger build(Run run, List<Run> runs) {
    return build(run, StackFloors.of(runs));
  }

  /// The bill of the run's chain of hops, see [#build(Run, List)].
  public static Ledger build(Run run, StackFloors floors) {
    return of(run, floors).bill(RedirectChain.of(run));
  }

  /// What makes the bills of that run's exchanges.
  public static StackLedger of(Run run, StackFloors floors) {
    return new StackLedger(run, floors);
  }

  /// The bill of these hops.
  public Ledger bill(RedirectChain hops) {
    return LedgerBuilder.build(hops, floors, exchange -> opened(exchange).waited());
  }

  /// What servers did for an exchange beside what its wait waited for: calls that others were
  /// longer than, and what they did when the answer had begun to leave. None of it is in
  /// [#bill(RedirectChain)].
  public List<LedgerLine> beside(Exchange exchange) {
    return opened(exchange).beside().stream().map(ServerPart::line).toList();
  }

  /// What a part is billed to.
  private record Account(Layer layer, Peer peer) {}

  /// What servers did for one exchange.
  private record Opened(List<ServerPart> waited, List<ServerPart> beside) {
    static final Opened NOTHING = new Opened(List.of(), List.of());
  }

  private static final class Sum {
    int trips;
    boolean atLeast;
    OptionalLong rtt = OptionalLong.empty();
    long total;
    long work;
  }

  private Opened opened(Exchange exchange) {
    if (exchange.serverSpans().isEmpty()
        || !(exchange.phases().timing(Phase.WAIT).orElse(null)
            instanceof PhaseTiming.Measured wait)) {
      return Opened.NOTHING;
    }
    PlacedTree placed = PlacedTree.of(run, exchange, clocks);
    WaitEnd end =
        new WaitEnd(placed, exchange, wait, WaitEnd.wayNanos(wait, floors.nanos(exchange)));
    Map<Account, Sum> waited = new LinkedHashMap<>();
    Map<Account, Sum> beside = new LinkedHashMap<>();
    for (int i = 0; i < placed.tree().size(); i++) {
      add(placed, end, i, waited);
      addBeside(placed, end, i, beside);
    }
    return new Opened(parts(waited), parts(beside));
  }

  private static List<ServerPart> parts(Map<Account, Sum> sums) {
    List<ServerPart> parts = new ArrayList<>();
    sums.forEach(
        (account, sum) ->
            parts.add(
                new ServerPart(
                    account.layer(),
                    account.peer(),
                    sum.trips == 0 ? OptionalInt.empty() : OptionalInt.of(sum.trips),
                    sum.atLeast,
                    sum.rtt,
                    sum.total,
                    sum.work)));
    // the outermost is the one whose length is known least
    parts.sort(Comparator.comparing(ServerPart::layer).reversed());
    return parts;
  }

  private void add(PlacedTree placed, WaitEnd end, int at, Map<Account, Sum> sums) {
    long nanos = end.criticalNanos(at);
    if (nanos <= 0) {
      return;
    }
    Sum sum = sum(placed, at, sums);
    sum.total += nanos;
    if (placed.isOwnOfCall(at) || !placed.isTrip(at)) {
      long dark = placed.dark(at).stream().mapToLong(end::within).sum();
      sum.work += Math.max(0, nanos - dark);
    } else {
      sum.work += Math.min(nanos, CallerWork.nanos(placed.span(at)));
    }
    if (isWaitedTrip(placed, end, at)) {
      addTrips(placed, at, sum);
    }
  }

  /// What is not on the path at all: of what is, the rest is but the steps of two clocks.
  private void addBeside(PlacedTree placed, WaitEnd end, int at, Map<Account, Sum> sums) {
    long nanos = end.criticalNanos(at) > 0 ? 0 : placed.selfNanos(at);
    boolean trip = placed.isTrip(at) && !isWaitedTrip(placed, end, at);
    if (nanos <= 0 && !(trip && placed.trips(at) > 0)) {
      return;
    }
    Sum sum = sum(placed, at, sums);
    sum.total += nanos;
    sum.work +=
        placed.isOwnOfCall(at) || !placed.isTrip(at)
            ? nanos
            : Math.min(nanos, CallerWork.nanos(placed.span(at)));
    if (trip) {
      addTrips(placed, at, sum);
    }
  }

  private static boolean isWaitedTrip(PlacedTree placed, WaitEnd end, int at) {
    return end.criticalNanos(at) > 0 && placed.isTrip(at) && !end.isLater(at);
  }

  private static Sum sum(PlacedTree placed, int at, Map<Account, Sum> sums) {
    int billed = placed.isOwnOfCall(at) ? placed.tree().parent(at) : at;
    Account account = new Account(placed.span(billed).layer(), peer(placed, billed));
    return sums.computeIfAbsent(account, _ -> new Sum());
  }

  private void addTrips(PlacedTree placed, int at, Sum sum) {
    sum.trips += placed.trips(at);
    sum.atLeast |= placed.isAtLeast(at);
    sum.rtt = peers.floor(placed.span(at));
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
