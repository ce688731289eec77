package dev.lightfoot.analysis.chain;

import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.PhaseTiming;
import dev.lightfoot.model.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// The run's first request and what its redirects led to, hop by hop. Its hops follow one another,
/// so that their times add up; the other exchanges of a run may overlap them and each other.
///
/// A run of a probe is one chain, a page's run holds the chain of its document.
///
/// @param hops in order, each beginning at or after the end of the one before; empty where the run
///   made no request
public record RedirectChain(List<Exchange> hops) {
  public RedirectChain {
    hops = List.copyOf(hops);
  }

  /// The chain of that run.
  public static RedirectChain of(Run run) {
    List<Exchange> hops = new ArrayList<>();
    for (Exchange exchange : run.exchanges()) {
      if (hops.isEmpty() || follows(hops.getLast(), exchange)) {
        hops.add(exchange);
      }
    }
    return new RedirectChain(hops);
  }

  private static boolean follows(Exchange hop, Exchange next) {
    return next.redirectedFrom().equals(Optional.of(hop.url()))
        && next.startNanos() >= hop.endNanos();
  }

  /// Where the redirects led; empty where no request was made.
  public Optional<Exchange> last() {
    return hops.isEmpty() ? Optional.empty() : Optional.of(hops.getLast());
  }

  /// Whether that exchange is one of the hops.
  public boolean holds(Exchange exchange) {
    return hops.contains(exchange);
  }

  /// Wall time from the first hop's start to the last one's end; 0 where there is none.
  public long durationNanos() {
    return hops.isEmpty() ? 0 : hops.getLast().endNanos() - hops.getFirst().startNanos();
  }

  /// What no phase of any hop covers: phases + gap = wall time, exactly.
  public long gapNanos() {
    return durationNanos() - hops.stream().mapToLong(hop -> hop.phases().totalNanos()).sum();
  }

  /// Whether that phase took place in any hop, failed or not.
  public boolean took(Phase phase) {
    return hops.stream()
        .flatMap(hop -> hop.phases().timing(phase).stream())
        .anyMatch(timing -> !(timing instanceof PhaseTiming.NotApplicable));
  }

  /// Time in that phase over all hops.
  public long durationNanos(Phase phase) {
    return hops.stream().mapToLong(hop -> hop.phases().durationNanos(phase)).sum();
  }

  /// The counted trips of that phase over all hops, where any were seen.
  public OptionalInt trips(Phase phase) {
    OptionalInt trips = OptionalInt.empty();
    for (Exchange hop : hops) {
      OptionalInt counted = hop.phases().trips(phase);
      if (counted.isPresent()) {
        trips = OptionalInt.of(trips.orElse(0) + counted.getAsInt());
      }
    }
    return trips;
  }

  /// All counted trips.
  public int totalTrips() {
    return hops.stream().mapToInt(hop -> hop.phases().totalTrips()).sum();
  }
}
