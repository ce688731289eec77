package dev.lightfoot.probe;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Which hosts to resolve, by which resolvers, and how often.
///
/// @param hosts names in ASCII
/// @param resolvers who is asked, in turn
/// @param runs lookups of each host by each resolver
/// @param addressFamily which addresses are asked for
/// @param certificateAuthorities a PEM file of roots to trust in addition, for DoH
public record LookupPlan(
    List<String> hosts,
    List<ResolverChoice> resolvers,
    int runs,
    AddressFamily addressFamily,
    Optional<Path> certificateAuthorities) {
  public LookupPlan {
    hosts = List.copyOf(hosts);
    resolvers = List.copyOf(resolvers);
    if (runs < 1 || runs > ProbePlan.MAX_RUNS) {
      throw new IllegalArgumentException("runs must be 1 to " + ProbePlan.MAX_RUNS + ": " + runs);
    }
  }
}
