package dev.lightfoot.report.layout;

import dev.lightfoot.analysis.distance.Distance;
import dev.lightfoot.analysis.distance.Distances;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Where the bars of a run would end if nothing but light in fibre took time: one tick in each bar
/// that waits for the server.
///
/// @param last how far away the server of the last hop is that has a tick
/// @param ticks instants on the axis of the bars
public record LightTicks(Distance.Known last, List<Long> ticks) {
  public LightTicks {
    ticks = List.copyOf(ticks);
  }

  /// Those of a run's bars.
  ///
  /// @param hops the exchanges that the bars are of
  static Optional<LightTicks> of(
      List<PhaseBar.Bar> bars, List<Exchange> hops, Distances distances) {
    List<Optional<Distance.Known>> known =
        hops.stream().map(hop -> distances.of(hop).known()).toList();
    Optional<Distance.Known> last = Optional.empty();
    List<Long> ticks = new ArrayList<>();
    for (PhaseBar.Bar bar : bars) {
      Optional<Distance.Known> hop = known.get(bar.hop());
      long nanos =
          hop.map(Distance.Known::lightNanos).orElse(0L)
              * trips(bar.phase(), bar.trips(), bar.failed());
      if (nanos > 0 && nanos <= bar.durationNanos()) {
        ticks.add(bar.startNanos() + nanos);
        last = hop;
      }
    }
    return last.map(each -> new LightTicks(each, ticks));
  }

  /// How many trips to the server itself a bar stands for. Those within a wait go on behind it.
  ///
  /// @param counted the trips that were seen in it
  /// @param failed whether it did not succeed
  public static int trips(Phase phase, OptionalInt counted, boolean failed) {
    if (failed) {
      return 0;
    }
    return switch (phase) {
      case TCP, WAIT -> 1;
      case TLS, QUIC -> Math.max(1, counted.orElse(1));
      case BLOCKED, DNS, PROXY, SEND, RECEIVE -> 0;
    };
  }
}
