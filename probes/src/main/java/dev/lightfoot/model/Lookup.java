package dev.lightfoot.model;

import dev.lightfoot.model.dns.DnsAnswer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// One resolution of a host by one resolver: A and AAAA at the same time, aliases followed.
///
/// @param durationNanos first question sent until the addresses were known or it failed
/// @param trips dependent round trips; empty where they cannot be seen
/// @param addresses in the order to try them; none where it failed
/// @param error why there are none; empty where there are
/// @param queries every question, its instants from the start of this lookup
public record Lookup(
    long durationNanos,
    OptionalInt trips,
    List<String> addresses,
    Optional<RunError> error,
    List<DnsQuery> queries) {
  public Lookup {
    addresses = List.copyOf(addresses);
    queries = List.copyOf(queries);
  }

  /// Whether the resolver answered, be it that the name does not exist or has no address.
  public boolean answered() {
    return error.isEmpty()
        || error.get().errorType().equals(ErrorType.NXDOMAIN.label())
        || error.get().errorType().equals(ErrorType.NO_ADDRESS.label());
  }

  /// `NOERROR`, `NXDOMAIN`, …; empty where no answer came or it cannot be seen.
  public Optional<String> rcode() {
    return queries.stream().flatMap(query -> query.rcode().stream()).findFirst();
  }

  /// The shortest time to live among the answers, in seconds; empty where it failed.
  public OptionalLong ttlSeconds() {
    return queries.stream()
        .filter(_ -> error.isEmpty())
        .flatMap(query -> query.answers().stream())
        .mapToLong(DnsAnswer::ttlSeconds)
        .min();
  }
}
