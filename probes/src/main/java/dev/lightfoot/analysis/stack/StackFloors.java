package dev.lightfoot.analysis.stack;

import dev.lightfoot.analysis.ledger.Floors;
import dev.lightfoot.model.Run;
import java.util.List;

/// The floors that all runs of a snapshot show, in front of the server and behind it. Whoever
/// builds many of its stacks and bills takes them once.
public final class StackFloors {
  private final Floors floors;
  private final Peers peers;

  private StackFloors(Floors floors, Peers peers) {
    this.floors = floors;
    this.peers = peers;
  }

  /// Those of these runs.
  public static StackFloors of(List<Run> runs) {
    return new StackFloors(Floors.of(runs), Peers.of(runs));
  }

  /// Those in front of the server.
  public Floors floors() {
    return floors;
  }

  Peers peers() {
    return peers;
  }
}
