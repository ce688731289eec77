package dev.lightfoot.report.layout.page;

import dev.lightfoot.analysis.distance.Distance;
import dev.lightfoot.analysis.distance.Distances;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.report.layout.LightTicks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where the bars of one request would end if nothing but light in fibre took time: a tick in each
/// bar that waits for the server.
///
/// @param distance how far away the server is
/// @param ticks instants from the start of the run
/// @param floorNanos what light needs for all of them together
public record PageLight(Distance.Known distance, List<Long> ticks, long floorNanos) {
  public PageLight {
    ticks = List.copyOf(ticks);
  }

  /// That of a request; empty where a place is not known, or no bar waits for the server.
  static Optional<PageLight> of(Exchange request, Distances distances) {
    return distances.knowsOrigin()
        ? distances.of(request).known().flatMap(known -> of(request, known))
        : Optional.empty();
  }

  private static Optional<PageLight> of(Exchange request, Distance.Known known) {
    List<Long> ticks = new ArrayList<>();
    long floor = 0;
    for (PageBar bar : PageBar.of(request)) {
      long nanos = known.lightNanos() * LightTicks.trips(bar.phase(), bar.trips(), bar.failed());
      if (nanos > 0 && nanos <= bar.durationNanos()) {
        ticks.add(bar.startNanos() + nanos);
        floor += nanos;
      }
    }
    return ticks.isEmpty() ? Optional.empty() : Optional.of(new PageLight(known, ticks, floor));
  }
}
