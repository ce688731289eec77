package dev.lightfoot.analysis.stack;

import dev.lightfoot.analysis.chain.RedirectChain;
import dev.lightfoot.analysis.clock.ClockBound;
import dev.lightfoot.analysis.join.JoinedBy;
import dev.lightfoot.analysis.ledger.Floors;
import dev.lightfoot.analysis.ledger.Peer;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.PhaseTiming;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.connection.Connection;
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/// Makes the [Stack] of a run that was joined with what servers recorded.
public final class StackBuilder {
  private final Run run;
  private final RedirectChain chain;
  private final Floors floors;
  private final Peers peers;
  private final ClockPairs clocks;
  private final List<StackRow> rows = new ArrayList<>();
  private final List<JoinedExchange> exchanges = new ArrayList<>();
  private final List<StackRemark> impossible = new ArrayList<>();
  private final LayerCounts layers = new LayerCounts();
  private long wait;
  private long distance;
  private long explained;

  private StackBuilder(Run run, StackFloors floors) {
    this.run = run;
    this.chain = RedirectChain.of(run);
    this.floors = floors.floors();
    this.peers = floors.peers();
    this.clocks = floors.clocks();
  }

  /// The stack of one run's chain of hops.
  ///
  /// @param run the run, its spans joined
  /// @param runs all runs of the snapshot: they give the floors
  public static Stack build(Run run, List<Run> runs) {
    return build(run, StackFloors.of(runs));
  }

  /// The stack of one run's chain of hops.
  ///
  /// @param run the run, its spans joined
  public static Stack build(Run run, StackFloors floors) {
    StackBuilder builder = new StackBuilder(run, floors);
    for (int i = 0; i < run.exchanges().size(); i++) {
      if (builder.chain.holds(run.exchanges().get(i))) {
        builder.add(i, run.exchanges().get(i));
      }
    }
    return builder.stack();
  }

  private void add(int at, Exchange exchange) {
    if (exchange.phases().timing(Phase.WAIT).orElse(null)
        instanceof PhaseTiming.Measured measured) {
      PlacedTree placed = PlacedTree.of(run, exchange, clocks);
      exchanges.add(joined(at, placed));
      rows.add(waitRow(exchange, measured));
      RowMaker maker = new RowMaker(placed, peers);
      rows.addAll(maker.rows());
      List<StackRemark> overlong = new Overlong(placed, maker).remarks();
      impossible.addAll(overlong);
      explain(exchange, measured, placed, overlong.isEmpty());
    }
  }

  private JoinedExchange joined(int at, PlacedTree placed) {
    Optional<JoinedBy> by =
        placed.tree().spans().stream()
            .flatMap(span -> span.attributes().get(AttributeNames.JOINED).stream())
            .flatMap(label -> JoinedBy.ofLabel(label).stream())
            .min(JoinedBy::compareTo);
    Optional<String> key =
        switch (by.orElse(JoinedBy.TIME)) {
          case TRACE_ID -> first(placed, Span::traceId);
          case REQUEST_ID ->
              first(placed, span -> span.attributes().get(AttributeNames.REQUEST_ID));
          case LIKENESS, STATEMENT, TIME -> Optional.empty();
        };
    return new JoinedExchange(at, by, key, placed.tree().size());
  }

  private static Optional<String> first(PlacedTree placed, Function<Span, Optional<String>> what) {
    return placed.tree().spans().stream().flatMap(span -> what.apply(span).stream()).findFirst();
  }

  private StackRow waitRow(Exchange exchange, PhaseTiming.Measured measured) {
    long length = measured.durationNanos();
    StackBar bar = new StackBar(measured.startNanos(), length, 0);
    boolean alone = chain.hops().size() == 1;
    RowLabel label =
        new RowLabel.ClientWait(alone ? Optional.empty() : Optional.of(exchange.url()));
    int trips = measured.trips().orElse(1);
    OptionalLong floor = floors.nanos(exchange);
    long way = WaitEnd.wayNanos(measured, floor);
    return new StackRow(
        0,
        label,
        Layer.REQUEST,
        measured.evidence(),
        List.of(bar),
        false,
        1,
        false,
        trips,
        floor,
        length,
        OptionalLong.empty(),
        way,
        List.of(),
        way,
        exchange.connection().flatMap(Connection::address).map(Peer.Named::new),
        List.of(),
        Optional.empty(),
        0,
        List.of());
  }

  /// The wait holds the way there and back, then what the outermost servers recorded, then what no
  /// record explains.
  ///
  /// @param possible whether what was recorded can be as it is; else it explains nothing
  private void explain(
      Exchange exchange, PhaseTiming.Measured measured, PlacedTree placed, boolean possible) {
    long length = measured.durationNanos();
    long way = WaitEnd.wayNanos(measured, floors.nanos(exchange));
    WaitEnd end = new WaitEnd(placed, exchange, measured, way);
    long dark = 0;
    for (int i = 0; i < placed.tree().size(); i++) {
      dark += placed.dark(i).stream().mapToLong(end::within).sum();
    }
    wait += length;
    distance += way;
    explained += way + (possible ? Math.max(0, end.recordedNanos() - dark) : 0);
    layers.add(placed, end);
  }

  private Stack stack() {
    List<ClockBound> clocks =
        run.alignments().stream()
            .map(a -> new ClockBound(a.clock(), a.lowNanos(), a.highNanos(), a.requests()))
            .toList();
    StackRemarks remarks = new StackRemarks(run, rows, clocks, exchanges);
    List<StackRemark> contradictions = new ArrayList<>(impossible);
    contradictions.addAll(remarks.contradictions());
    List<LayerTotal> totals = layers.totals();
    return new Stack(
        rows,
        totals,
        clocks,
        exchanges,
        contradictions,
        remarks.notes(totals),
        wait,
        distance,
        explained);
  }
}
