package dev.lightfoot.analysis.join.statement;

import dev.lightfoot.analysis.join.statement.Statements.Pair;
import dev.lightfoot.model.span.RoundTrips;
import dev.lightfoot.model.span.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What no offset pairs, because a stamp is off by more than its step, as where a clock was set
/// meanwhile: one session did for one thread's part of a trace, one after the other, exactly what
/// that asked for, and most of it is paired. Then the rest is paired in order; where text, number
/// or order differ, nothing is.
final class InOrder {
  private static final long AROUND_NANOS = 5_000_000;

  private final List<Span> entries;
  private final long offset;
  private final Map<String, List<Span>> callers;
  private final Map<String, Pair> byCall = new HashMap<>();
  private final Set<String> paired;

  /// @param calls by start
  /// @param entries by start
  /// @param halves what was paired at that offset
  InOrder(List<Span> calls, List<Span> entries, List<Pair> halves, long offset) {
    this.entries = entries;
    this.offset = offset;
    halves.forEach(pair -> byCall.put(pair.call().spanId(), pair));
    paired = halves.stream().map(pair -> pair.entry().spanId()).collect(Collectors.toSet());
    callers =
        calls.stream()
            .filter(call -> call.traceId().isPresent())
            .collect(Collectors.groupingBy(SessionPairs::caller));
  }

  /// The further pairs.
  List<Pair> rest() {
    return callers.values().stream().flatMap(calls -> rest(calls).stream()).toList();
  }

  private List<Pair> rest(List<Span> calls) {
    List<Pair> known =
        calls.stream()
            .flatMap(call -> Optional.ofNullable(byCall.get(call.spanId())).stream())
            .toList();
    Set<String> sessions =
        known.stream().map(pair -> SpanRoles.recorder(pair.entry())).collect(Collectors.toSet());
    if (known.size() == calls.size()
        || 2 * known.size() < calls.size()
        || sessions.size() != 1
        || !areOneByOne(calls)) {
      return List.of();
    }
    List<Span> own = meanwhile(calls, sessions.iterator().next());
    return own.size() == calls.size() ? rest(calls, own) : List.of();
  }

  private static boolean areOneByOne(List<Span> calls) {
    long end = Long.MIN_VALUE;
    for (Span call : calls) {
      if (call.time().atUnixNanos() < end || RoundTrips.of(call).operations() > 1) {
        return false;
      }
      end = Statements.end(call);
    }
    return true;
  }

  /// What the session did from shortly before the first call to shortly after the last.
  private List<Span> meanwhile(List<Span> calls, String session) {
    long from = calls.getFirst().time().atUnixNanos() + offset - AROUND_NANOS;
    long to = Statements.end(calls.getLast()) + offset + AROUND_NANOS;
    return entries.stream()
        .filter(entry -> Statements.end(entry) >= from && entry.time().atUnixNanos() <= to)
        .filter(entry -> SpanRoles.recorder(entry).equals(session))
        .toList();
  }

  private List<Pair> rest(List<Span> calls, List<Span> own) {
    List<Pair> rest = new ArrayList<>();
    for (int i = 0; i < calls.size(); i++) {
      Span call = calls.get(i);
      Span entry = own.get(i);
      Pair known = byCall.get(call.spanId());
      boolean agree =
          known == null
              ? !paired.contains(entry.spanId()) && sayTheSame(call, entry)
              : known.entry().spanId().equals(entry.spanId());
      if (!agree) {
        return List.of();
      }
      if (known == null) {
        rest.add(new Pair(call, entry));
      }
    }
    return rest;
  }

  private static boolean sayTheSame(Span call, Span entry) {
    return StatementText.template(call).isPresent()
        && StatementText.template(call).equals(StatementText.template(entry));
  }
}
