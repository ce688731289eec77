package dev.lightfoot.report.layout;

import static dev.lightfoot.report.words.Sentences.say;

import dev.lightfoot.model.DnsQuery;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// A question to a resolver as the tables show it: questions under way at the same time are waited
/// for together, so that their trips count once, as in the bill.
///
/// @param trips round trips that it added; empty where they cannot be seen
/// @param sentWith the question it was sent together with, where it added no trip
public record AskedQuestion(DnsQuery query, OptionalInt trips, Optional<DnsQuery> sentWith) {

  /// The questions of one lookup, in the order in which they were asked. The types of a name do not
  /// wait for each other; a question waits for those of its own type before it (an alias, a second
  /// try), and the first for a name for all that had ended.
  public static List<AskedQuestion> inOrder(List<DnsQuery> queries) {
    List<AskedQuestion> asked = new ArrayList<>();
    Map<String, Integer> byType = new HashMap<>();
    Map<String, Integer> beforeName = new HashMap<>();
    Optional<DnsQuery> counting = Optional.empty();
    long end = Long.MIN_VALUE;
    int counted = 0;
    for (DnsQuery query : sorted(queries)) {
      String type = query.type().orElse("");
      boolean alone = query.startNanos() >= end && !beforeName.containsKey(query.name());
      int sameType = byType.getOrDefault(type, 0);
      beforeName.putIfAbsent(query.name(), alone ? counted : sameType);
      int start = beforeName.getOrDefault(query.name(), 0);
      int depth = Math.max(start, sameType) + query.trips().orElse(0);
      int more = Math.max(0, depth - counted);
      boolean together = !alone && more == 0;
      asked.add(
          new AskedQuestion(
              query,
              query.trips().isEmpty() ? OptionalInt.empty() : OptionalInt.of(more),
              together ? counting : Optional.empty()));
      counting = together ? counting : Optional.of(query);
      byType.merge(type, depth, Math::max);
      counted += more;
      end = Math.max(end, query.startNanos() + query.durationNanos());
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
