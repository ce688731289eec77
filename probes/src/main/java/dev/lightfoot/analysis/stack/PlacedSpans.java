package dev.lightfoot.analysis.stack;

import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Run;
import java.util.ArrayList;
import java.util.List;

/// What servers recorded for an exchange, on the run's own clock, each span before its children and
/// siblings by their start.
public final class PlacedSpans {
  private PlacedSpans() {}

  /// The spans of that exchange; empty where no server was looked into.
  public static List<PlacedSpan> of(Run run, Exchange exchange, StackFloors floors) {
    if (exchange.serverSpans().isEmpty()) {
      return List.of();
    }
    PlacedTree placed = PlacedTree.of(run, exchange, floors.clocks());
    List<PlacedSpan> all = new ArrayList<>();
    for (int i = 0; i < placed.tree().size(); i++) {
      StackBar bar = placed.bar(i);
      all.add(
          new PlacedSpan(
              placed.span(i),
              placed.tree().parent(i),
              bar.startNanos(),
              bar.durationNanos(),
              placed.floating(i),
              placed.isTrip(i) ? placed.trips(i) : 0,
              floors.peers().floor(placed.span(i)),
              placed.peer(i),
              placed.isOwnOfCall(i)));
    }
    return all;
  }
}
