package dev.lightfoot.analysis.ledger;

import dev.lightfoot.model.DnsQuery;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// How a resolution's time divides between servers that did not answer and the one that did.
///
/// @param answered the server that answered first; the first one asked where none did
/// @param silent the first server that did not answer before it; empty where every one did
/// @param silentNanos from the first question until the answered one was asked; 0 where every
///   server answered
record ResolverTime(Optional<String> answered, Optional<String> silent, long silentNanos) {

  static ResolverTime of(List<DnsQuery> queries) {
    List<DnsQuery> inOrder =
        queries.stream().sorted(Comparator.comparingLong(DnsQuery::startNanos)).toList();
    Optional<DnsQuery> answer =
        inOrder.stream().filter(query -> query.rcode().isPresent()).findFirst();
    Optional<String> first = inOrder.stream().map(DnsQuery::server).findFirst();
    if (answer.isEmpty()) {
      return new ResolverTime(first, Optional.empty(), 0);
    }
    Optional<DnsQuery> unheard =
        inOrder.stream()
            .filter(query -> query.rcode().isEmpty() && isBefore(query, answer.get()))
            .findFirst();
    return new ResolverTime(
        Optional.of(answer.get().server()),
        unheard.map(DnsQuery::server),
        unheard.map(query -> answer.get().startNanos() - query.startNanos()).orElse(0L));
  }

  /// Given up before the other one was asked.
  private static boolean isBefore(DnsQuery query, DnsQuery answer) {
    return query.startNanos() + query.durationNanos() <= answer.startNanos();
  }
}
