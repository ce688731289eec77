package dev.lightfoot.report.layout.page;

import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.PhaseTiming;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// One phase of a request.
///
/// @param startNanos from the start of the run
/// @param trips counted in it; empty where they cannot be seen
/// @param failed whether it did not succeed
public record PageBar(
    Phase phase, long startNanos, long durationNanos, OptionalInt trips, boolean failed) {

  /// The phases of that exchange that took place, in wire order.
  public static List<PageBar> of(Exchange exchange) {
    List<PageBar> bars = new ArrayList<>();
    for (Map.Entry<Phase, PhaseTiming> each : exchange.phases().byPhase().entrySet()) {
      switch (each.getValue()) {
        case PhaseTiming.Measured it ->
            bars.add(
                new PageBar(each.getKey(), it.startNanos(), it.durationNanos(), it.trips(), false));
        case PhaseTiming.Failed it ->
            bars.add(
                new PageBar(each.getKey(), it.startNanos(), it.durationNanos(), it.trips(), true));
        case PhaseTiming.NotApplicable _ -> {}
      }
    }
    return bars;
  }

  /// Where it ends.
  public long endNanos() {
    return startNanos + durationNanos;
  }
}
