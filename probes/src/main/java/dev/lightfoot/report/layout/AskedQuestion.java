package dev.lightfoot.report.layout;

import static dev.lightfoot.report.words.Sentences.say;

import dev.lightfoot.model.DnsQuery;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// A question to a resolver as the tables show it: questions under way at the same time are waited
/// for together, so that their trips count once, as in the bill.
///
/// @param trips round trips that it added; empty where they cannot be seen
/// @param sentWith the question it was sent together with, where it added no trip
public record AskedQuestion(DnsQuery query, OptionalInt trips, Optional<DnsQuery> sentWith) {

  /// The questions of one lookup, in the order in which they were asked.
  public static List<AskedQuestion> inOrder(List<DnsQuery> queries) {
    List<AskedQuestion> asked = new ArrayList<>();
    Optional<DnsQuery> first = Optional.empty();
    long end = Long.MIN_VALUE;
    int counted = 0;
    for (DnsQuery query : sorted(queries)) {
      long ended = query.startNanos() + query.durationNanos();
      if (query.startNanos() >= end) {
        first = Optional.of(query);
        counted = query.trips().orElse(0);
        asked.add(new AskedQuestion(query, query.trips(), Optional.empty()));
      } else {
        int more = Math.max(0, query.trips().orElse(0) - counted);
        counted += more;
        asked.add(
            new AskedQuestion(
                query,
                query.trips().isEmpty() ? OptionalInt.empty() : OptionalInt.of(more),
                more == 0 ? first : Optional.empty()));
      }
      end = Math.max(end, ended);
    }
    return asked;
  }

  private static List<DnsQuery> sorted(List<DnsQuery> queries) {
    return queries.stream().sorted(Comparator.comparingLong(DnsQuery::startNanos)).toList();
  }

  /// Why it added no trip; empty where it did.
  public Optional<String> together() {
    return sentWith.map(other -> say("dns.together", other.type().orElse(other.name())));
  }
}
