package dev.lightfoot.app.ui.detail;

import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.HostFacts;
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

  /// Where the redirects led.
  public Optional<Exchange> last() {
    return hops.isEmpty() ? Optional.empty() : Optional.of(hops.getLast());
  }
}
