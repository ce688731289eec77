package dev.lightfoot.analysis.join;

import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Which logs carry ids, and when: there, a request is found by its id or not at all.
final class OwnIds {
  /// How far entries may be from a request to show how it would have been logged: an hour, for what
  /// a log holds is changed now and then.
  static final long THAT_TIME_NANOS = 3_600_000_000_000L;

  private final Pool pool;
  private final Map<String, List<Span>> traced = new HashMap<>();
  private final Map<String, List<Span>> numbered = new HashMap<>();
  private final Map<String, Set<String>> numbers = new HashMap<>();
  private final Map<List<String>, Boolean> alike = new HashMap<>();
  private final Map<String, TreeSet<Integer>> notLogged = new LinkedHashMap<>();

  /// @param spans everything that was read
  OwnIds(Pool pool, Iterable<Span> spans) {
    this.pool = pool;
    for (Span span : spans) {
      if (span.traceId().isPresent()) {
        traced.computeIfAbsent(log(span), _ -> new ArrayList<>()).add(span);
      }
      number(span)
          .ifPresent(
              id -> {
                numbered.computeIfAbsent(log(span), _ -> new ArrayList<>()).add(span);
                numbers.computeIfAbsent(log(span), _ -> new HashSet<>()).add(id);
              });
    }
  }

  private String log(Span span) {
    return pool.clock(span) + "\n" + pool.log(span);
  }

  /// Whether that log would hold an id of the request, had it been logged there; remembers it.
  boolean rulesOut(Request request, Span entry) {
    String log = log(entry);
    boolean found = pool.spans(request).stream().anyMatch(span -> log(span).equals(log));
    boolean named =
        (!request.traceIds().isEmpty() && atThatTime(traced.getOrDefault(log, List.of()), request))
            || (knowsItsNumber(request, log)
                && atThatTime(numbered.getOrDefault(log, List.of()), request));
    if (named && !found) {
      notLogged.computeIfAbsent(pool.log(entry), _ -> new TreeSet<>()).add(request.run() + 1);
    }
    return named && !found;
  }

  /// Whether the request has an id of the kind that this log holds: one that it was sent or
  /// answered with, or one that was logged for it elsewhere, where such ids are found in both logs.
  /// Ids that each program makes for itself say nothing of each other.
  private boolean knowsItsNumber(Request request, String log) {
    return !request.requestIds().isEmpty()
        || pool.spans(request).stream()
            .filter(span -> number(span).isPresent())
            .map(this::log)
            .distinct()
            .anyMatch(own -> alike.computeIfAbsent(List.of(own, log), this::areAlike));
  }

  private boolean areAlike(List<String> logs) {
    return !Collections.disjoint(
        numbers.getOrDefault(logs.getFirst(), Set.of()),
        numbers.getOrDefault(logs.getLast(), Set.of()));
  }

  private static Optional<String> number(Span span) {
    return span.attributes().get(AttributeNames.REQUEST_ID);
  }

  private static boolean atThatTime(List<Span> spans, Request request) {
    return spans.stream()
        .filter(Entry::isPlaced)
        .anyMatch(
            span ->
                Math.abs(span.time().atUnixNanos() - request.window().startNanos())
                    < THAT_TIME_NANOS);
  }

  /// What was ruled out.
  List<JoinRemark> remarks() {
    List<JoinRemark> remarks = new ArrayList<>();
    notLogged.forEach((log, runs) -> remarks.add(new JoinRemark.NotLogged(log, List.copyOf(runs))));
    return remarks;
  }
}
