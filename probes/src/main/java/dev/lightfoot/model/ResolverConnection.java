package dev.lightfoot.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// How the connection to a resolver came to be that a [DnsQuery] over TCP or HTTPS needed first.
/// Its phases lie within the query's time.
///
/// @param address literal address and port of the resolver; empty where none connected
/// @param phases `dns`, `tcp` and `tls` as far as it came; instants from the start of the run
/// @param tlsVersion `TLSv1.3` or `TLSv1.2`; empty without TLS
/// @param queries what was asked to find the resolver itself
public record ResolverConnection(
    Optional<String> address, Phases phases, Optional<String> tlsVersion, List<DnsQuery> queries) {
  public ResolverConnection {
    queries = List.copyOf(queries);
  }

  /// First packet until the connection could carry a question; empty where it never could.
  public OptionalLong durationNanos() {
    boolean failed =
        phases.byPhase().values().stream().anyMatch(PhaseTiming.Failed.class::isInstance);
    return failed ? OptionalLong.empty() : OptionalLong.of(phases.totalNanos());
  }
}
