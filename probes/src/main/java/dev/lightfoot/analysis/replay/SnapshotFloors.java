package dev.lightfoot.analysis.replay;

import dev.lightfoot.analysis.ledger.Floors;
import dev.lightfoot.analysis.page.PageHosts;
import dev.lightfoot.analysis.stack.StackFloors;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.Run;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How near everything is that a snapshot's runs ask, taken once for all of them.
///
/// @param floors in front of the servers
/// @param behind behind them
/// @param connectByHost the shortest connect to each host
record SnapshotFloors(Floors floors, StackFloors behind, Map<String, Long> connectByHost) {
  static SnapshotFloors of(List<Run> runs) {
    Map<String, Long> connects = new HashMap<>();
    for (Run run : runs) {
      for (Exchange exchange : run.exchanges()) {
        long nanos = exchange.phases().durationNanos(Phase.TCP);
        if (nanos > 0) {
          connects.merge(PageHosts.of(exchange.url()), nanos, Math::min);
        }
      }
    }
    StackFloors behind = StackFloors.of(runs);
    return new SnapshotFloors(behind.floors(), behind, connects);
  }
}
