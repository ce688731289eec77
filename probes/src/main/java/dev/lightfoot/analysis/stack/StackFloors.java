package dev.lightfoot.analysis.stack;

import dev.lightfoot.analysis.ledger.Floors;
import dev.lightfoot.model.Run;
import java.util.List;

/// The floors that all runs of a snapshot show, in front of the server and behind it, and what they
/// say of the servers' clocks. Whoever builds many of its stacks and bills takes them once.
public final class StackFloors {
  private final Floors floors;
  private final Peers peers;
  private final ClockPairs clocks;

  private StackFloors(Floors floors, Peers peers, ClockPairs clocks) {
    this.floors = floors;
    this.peers = peers;
    this.clocks = clocks;
  }

  /// Those of these runs.
  public static StackFloors of(List<Run> runs) {
    return new StackFloors(Floors.of(runs), Peers.of(runs), ClockPairs.of(runs));
  }

  /// Those in front of the server.
  public Floors floors() {
    return floors;
  }

  Peers peers() {
    return peers;
  }

  ClockPairs clocks() {
    return clocks;
  }
}
