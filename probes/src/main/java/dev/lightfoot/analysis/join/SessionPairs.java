package dev.lightfoot.analysis.join;

import dev.lightfoot.analysis.join.Statements.Pair;
import dev.lightfoot.model.span.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Gives each call the entry of the session that serves its thread or trace: where others send the
/// same at the same time, several entries fit one call, but one session alone fits them all.
final class SessionPairs {
  private final List<Span> calls;
  private final IdentityHashMap<Span, List<Span>> fitting = new IdentityHashMap<>();
  private final Map<String, Map<String, Integer>> served = new HashMap<>();

  /// @param calls by start
  /// @param fitting the entries that may be a call's other half, by start
  SessionPairs(List<Span> calls, Function<Span, List<Span>> fitting) {
    this.calls = calls;
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
    return entries.stream().map(TimeJoin::recorder).collect(Collectors.toSet());
  }

  private static String caller(Span call) {
    return call.traceId().orElse("") + TimeJoin.recorder(call);
  }

  /// By the calls' start; without the calls that two sessions fit equally well.
  List<Pair> pairs() {
    Set<Span> taken = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Pair> pairs = new ArrayList<>();
    for (Span call : calls) {
      List<Span> left = fits(call).stream().filter(entry -> !taken.contains(entry)).toList();
      session(call, left)
          .flatMap(
              session ->
                  left.stream()
                      .filter(entry -> TimeJoin.recorder(entry).equals(session))
                      .findFirst())
          .ifPresent(
              entry -> {
                taken.add(entry);
                pairs.add(new Pair(call, entry));
              });
    }
    return pairs;
  }

  private Optional<String> session(Span call, List<Span> entries) {
    Map<String, Integer> sessions = served.getOrDefault(caller(call), Map.of());
    Set<String> here = sessions(entries);
    int most = here.stream().mapToInt(session -> sessions.getOrDefault(session, 0)).max().orElse(0);
    List<String> best =
        here.stream().filter(session -> sessions.getOrDefault(session, 0) == most).toList();
    return best.size() == 1 ? Optional.of(best.getFirst()) : Optional.empty();
  }
}
