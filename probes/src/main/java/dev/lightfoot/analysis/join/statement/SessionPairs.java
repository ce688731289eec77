package dev.lightfoot.analysis.join.statement;

import dev.lightfoot.analysis.join.statement.Statements.Pair;
import dev.lightfoot.model.span.RoundTrips;
import dev.lightfoot.model.span.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Gives each call the entry of the session that serves its thread or trace: where others send the
/// same at the same time, several entries fit one call, but one session alone fits them all.
final class SessionPairs {
  private static final int ENOUGH_CALLS = 5;

  private final List<Span> calls;
  private final IdentityHashMap<Span, List<Span>> fitting = new IdentityHashMap<>();
  private final Function<Span, List<Span>> within;
  private final Map<String, Map<String, Integer>> served = new HashMap<>();

  /// @param calls by start
  /// @param fitting the entries that may be a call's other half, by start
  /// @param within all entries of its time, whatever they say, by start
  SessionPairs(
      List<Span> calls, Function<Span, List<Span>> fitting, Function<Span, List<Span>> within) {
    this.calls = calls;
    this.within = within;
    for (Span call : calls) {
      this.fitting.put(call, fitting.apply(call));
      Map<String, Integer> sessions = served.computeIfAbsent(caller(call), _ -> new HashMap<>());
      sessions(fits(call)).forEach(session -> sessions.merge(session, 1, Integer::sum));
    }
  }

  private List<Span> fits(Span call) {
    return fitting.getOrDefault(call, List.of());
  }

  private static Set<String> sessions(List<Span> entries) {
    return entries.stream().map(SpanRoles::recorder).collect(Collectors.toSet());
  }

  /// The thread and trace that made it.
  static String caller(Span call) {
    return call.traceId().orElse("") + SpanRoles.recorder(call);
  }

  /// What was paired.
  ///
  /// @param halves that say the same, by the calls' start; without the calls that two sessions fit
  ///   equally well. A batch has as many entries as it has operations
  /// @param driversOwn calls, and what their drivers sent of their own
  record Found(List<Pair> halves, List<Pair> driversOwn) {
    /// How many calls have another half. What a driver sent of its own is none: an entry that is
    /// left over at a wrong offset looks just like that.
    int calls() {
      return (int) halves.stream().map(pair -> pair.call().spanId()).distinct().count();
    }

    List<Pair> all() {
      return Stream.concat(halves.stream(), driversOwn.stream()).toList();
    }
  }

  Found find() {
    Set<Span> taken = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Pair> pairs = new ArrayList<>();
    for (Span call : calls) {
      List<Span> left = left(fits(call), taken);
      session(call, left).ifPresent(session -> take(call, left, session, taken, pairs));
    }
    // a pipeline has a name of its own: its operations are what its session did meanwhile
    for (Span call : calls) {
      if (RoundTrips.of(call).operations() > 1 && fits(call).isEmpty()) {
        List<Span> left = left(within.apply(call), taken);
        session(call, left)
            .filter(session -> served(call).containsKey(session))
            .ifPresent(session -> take(call, left, session, taken, pairs));
      }
    }
    return new Found(List.copyOf(pairs), driversOwn(pairs, taken));
  }

  /// What a driver sent of its own within a call, such as the BEGIN before a first statement: its
  /// session did nothing else meanwhile. Only in calls that took as long as two trips at least, and
  /// nothing that a call without other half says, too: that would count it twice.
  private List<Pair> driversOwn(List<Pair> pairs, Set<Span> taken) {
    List<Pair> own = new ArrayList<>();
    Map<String, Set<String>> open = open(pairs);
    OptionalLong floor = floor(pairs);
    for (Pair pair : pairs) {
      long trips = floor.isEmpty() ? 1 : way(pair) / Math.max(1, floor.getAsLong());
      if (trips > 1 && RoundTrips.of(pair.call()).operations() == 1) {
        left(within.apply(pair.call()), taken).stream()
            .filter(entry -> SpanRoles.recorder(entry).equals(SpanRoles.recorder(pair.entry())))
            .filter(
                entry ->
                    !StatementText.says(entry, open.getOrDefault(caller(pair.call()), Set.of())))
            .limit(trips - 1)
            .forEach(
                entry -> {
                  taken.add(entry);
                  own.add(new Pair(pair.call(), entry));
                });
      }
    }
    return own;
  }

  /// By caller, what its calls without other half say.
  private Map<String, Set<String>> open(List<Pair> pairs) {
    Set<Span> paired = Collections.newSetFromMap(new IdentityHashMap<>());
    pairs.forEach(pair -> paired.add(pair.call()));
    Map<String, Set<String>> open = new HashMap<>();
    for (Span call : left(calls, paired)) {
      StatementText.template(call)
          .ifPresent(text -> open.computeIfAbsent(caller(call), _ -> new HashSet<>()).add(text));
    }
    return open;
  }

  /// What the cheapest call's way took; empty where too few are known.
  private static OptionalLong floor(List<Pair> pairs) {
    return pairs.size() < ENOUGH_CALLS
        ? OptionalLong.empty()
        : pairs.stream().mapToLong(SessionPairs::way).min();
  }

  private static long way(Pair pair) {
    return Math.max(0, pair.call().time().durationNanos() - pair.entry().time().durationNanos());
  }

  private static List<Span> left(List<Span> entries, Set<Span> taken) {
    return entries.stream().filter(entry -> !taken.contains(entry)).toList();
  }

  private static void take(
      Span call, List<Span> left, String session, Set<Span> taken, List<Pair> pairs) {
    left.stream()
        .filter(entry -> SpanRoles.recorder(entry).equals(session))
        .limit(RoundTrips.of(call).operations())
        .forEach(
            entry -> {
              taken.add(entry);
              pairs.add(new Pair(call, entry));
            });
  }

  private Map<String, Integer> served(Span call) {
    return served.getOrDefault(caller(call), Map.of());
  }

  private Optional<String> session(Span call, List<Span> entries) {
    Map<String, Integer> sessions = served(call);
    Set<String> here = sessions(entries);
    int most = here.stream().mapToInt(session -> sessions.getOrDefault(session, 0)).max().orElse(0);
    List<String> best =
        here.stream().filter(session -> sessions.getOrDefault(session, 0) == most).toList();
    return best.size() == 1 ? Optional.of(best.getFirst()) : Optional.empty();
  }
}
