package dev.lightfoot.analysis.stack;

import dev.lightfoot.analysis.join.statement.SpanRoles;
import dev.lightfoot.analysis.trace.SpanTree;
import dev.lightfoot.model.span.Span;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/// What travelled together, of the operations that only the called database or cache recorded: its
/// log holds each of a pipeline's for itself. What the same session sent so soon after the one
/// before cannot have waited for an answer from another machine.
final class Flights {
  /// The quickest networks take as long for a round trip; a pipeline's commands were seen 1 to 2 µs
  /// apart, some of them 16 to 49 on a busy machine.
  static final long TOGETHER_NANOS = 50_000;

  private Flights() {}

  /// Those of these spans, by position, that travelled with an earlier one. Coarse stamps show
  /// none.
  static Set<Integer> followers(SpanTree tree, IntStream ownAlone) {
    Set<Integer> followers = new HashSet<>();
    Map<String, Long> ends = new HashMap<>();
    List<Integer> byStart =
        ownAlone
            .filter(at -> tree.span(at).time().resolutionNanos() < TOGETHER_NANOS)
            .boxed()
            .sorted(Comparator.comparingLong(at -> tree.span(at).time().atUnixNanos()))
            .toList();
    for (int at : byStart) {
      Span span = tree.span(at);
      long start = span.time().atUnixNanos();
      Long before = ends.put(session(span), start + span.time().durationNanos());
      if (before != null && start - before < TOGETHER_NANOS) {
        followers.add(at);
      }
    }
    return followers;
  }

  private static String session(Span span) {
    return span.layer() + " " + SpanRoles.recorder(span);
  }
}
