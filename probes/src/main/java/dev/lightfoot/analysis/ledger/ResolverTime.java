package dev.lightfoot.analysis.ledger;

import dev.lightfoot.model.DnsQuery;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// How a resolution's time divides between servers that did not answer, the one that did, this
/// computer, and the wait for the addresses of the other family.
///
/// @param answered the server that answered first; the first one asked where none did
/// @param silent the first server that did not answer before it; empty where every one did
/// @param silentNanos from the first question until the answered one was asked; 0 where every
///   server answered
/// @param ownNanos for which this computer had asked for one family and not yet for the one whose
///   answer came last
/// @param late the first question that was still open when the resolution was over; empty where
///   none was waited for in vain
/// @param waitedNanos for that one alone, when every other answer was there
record ResolverTime(
    Optional<String> answered,
    Optional<String> silent,
    long silentNanos,
    long ownNanos,
    Optional<DnsQuery> late,
    long waitedNanos) {

  /// @param endNanos when the addresses were used
  static ResolverTime of(List<DnsQuery> queries, long endNanos) {
    List<DnsQuery> inOrder =
        queries.stream().sorted(Comparator.comparingLong(DnsQuery::startNanos)).toList();
    Optional<DnsQuery> answer =
        inOrder.stream().filter(query -> query.rcode().isPresent()).findFirst();
    Optional<String> first = inOrder.stream().map(DnsQuery::server).findFirst();
    if (answer.isEmpty()) {
      return new ResolverTime(first, Optional.empty(), 0, 0, Optional.empty(), 0);
    }
    Optional<DnsQuery> unheard =
        inOrder.stream()
            .filter(query -> query.rcode().isEmpty() && isBefore(query, answer.get()))
            .findFirst();
    return new ResolverTime(
        Optional.of(answer.get().server()),
        unheard.map(DnsQuery::server),
        unheard.map(query -> answer.get().startNanos() - query.startNanos()).orElse(0L),
        own(inOrder, answer.get(), endNanos),
        late(inOrder, endNanos),
        late(inOrder, endNanos).map(_ -> endNanos - lastAnswer(inOrder, endNanos)).orElse(0L));
  }

  private static long own(List<DnsQuery> queries, DnsQuery first, long endNanos) {
    Optional<DnsQuery> last =
        queries.stream()
            .filter(query -> query.rcode().isPresent() && end(query) <= endNanos)
            .max(Comparator.comparingLong(ResolverTime::end));
    return queries.stream()
        .filter(query -> last.isPresent() && query.type().equals(last.get().type()))
        .mapToLong(query -> Math.max(0, query.startNanos() - first.startNanos()))
        .findFirst() // its first question: what comes after was asked when that one was lost
        .orElse(0);
  }

  private static Optional<DnsQuery> late(List<DnsQuery> queries, long endNanos) {
    return lastAnswer(queries, endNanos) == endNanos
        ? Optional.empty()
        : queries.stream()
            .filter(query -> query.startNanos() < endNanos && end(query) > endNanos)
            .findFirst();
  }

  /// When the last answer in time was there; the end itself where none was.
  private static long lastAnswer(List<DnsQuery> queries, long endNanos) {
    return queries.stream()
        .filter(query -> query.rcode().isPresent() && end(query) <= endNanos)
        .mapToLong(ResolverTime::end)
        .max()
        .orElse(endNanos);
  }

  private static long end(DnsQuery query) {
    return query.startNanos() + query.durationNanos();
  }

  /// Given up before the other one was asked.
  private static boolean isBefore(DnsQuery query, DnsQuery answer) {
    return end(query) <= answer.startNanos();
  }
}
