package dev.lightfoot.app.ui.detail;

import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.HostFacts;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.PhaseTiming;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What details are shown of: one request with what its redirects led to, without secrets.
///
/// @param hops in order; empty where none was made
/// @param hosts what DNS says of their hosts
/// @param measured when they were made
/// @param known whether that is final: nothing more will come of them
public record Hops(List<Exchange> hops, List<HostFacts> hosts, Instant measured, boolean known) {
  /// Nothing, of which nothing is known.
  public static final Hops NONE = new Hops(List.of(), List.of(), Instant.EPOCH, false);

  public Hops {
    hops = List.copyOf(hops);
    hosts = List.copyOf(hosts);
  }

  /// Whether one of them went through that phase to its end: where nothing is known of it all the
  /// same, whoever measured it did not record it.
  boolean passed(Phase phase) {
    return hops.stream()
        .anyMatch(
            hop ->
                hop.phases()
                    .timing(phase)
                    .filter(PhaseTiming.Measured.class::isInstance)
                    .isPresent());
  }

  /// Where the redirects led.
  public Optional<Exchange> last() {
    return hops.isEmpty() ? Optional.empty() : Optional.of(hops.getLast());
  }
}
