package dev.lightfoot.analysis.measured;

import dev.lightfoot.analysis.ledger.Floors;
import dev.lightfoot.analysis.page.PageHosts;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.PhaseTiming;
import dev.lightfoot.model.Run;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/// The floor round-trip time of the server of an exchange, also where only a file says how long
/// connecting took: the shortest of them is one round trip and little more.
final class PeerFloors {
  private final Floors floors;
  private final Map<String, Long> byHost = new HashMap<>();

  private PeerFloors(Floors floors) {
    this.floors = floors;
  }

  static PeerFloors of(List<Run> runs, Floors floors) {
    PeerFloors peers = new PeerFloors(floors);
    runs.forEach(run -> run.exchanges().forEach(peers::add));
    return peers;
  }

  private void add(Exchange exchange) {
    if (exchange.proxy().isEmpty()
        && exchange.phases().timing(Phase.TCP).orElse(null) instanceof PhaseTiming.Measured tcp
        && tcp.durationNanos() > 0) {
      byHost.merge(PageHosts.of(exchange.url()), tcp.durationNanos(), Math::min);
    }
  }

  /// Empty where it is not known, or where a proxy stands before the server.
  OptionalLong nanos(Exchange exchange) {
    OptionalLong seen = floors.nanos(exchange);
    if (seen.isPresent() || exchange.proxy().isPresent()) {
      return seen;
    }
    Long connected = byHost.get(PageHosts.of(exchange.url()));
    return connected == null ? OptionalLong.empty() : OptionalLong.of(connected);
  }
}
