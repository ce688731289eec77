package dev.lightfoot.analysis.cache;

import dev.lightfoot.analysis.finding.Fact;
import dev.lightfoot.analysis.finding.Reason;
import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.analysis.finding.RuleAnswer;
import dev.lightfoot.analysis.finding.Saving;
import dev.lightfoot.analysis.served.Call;
import dev.lightfoot.analysis.served.CallGroup;
import dev.lightfoot.analysis.served.ServedRequest;
import dev.lightfoot.analysis.served.ServedRule;
import dev.lightfoot.analysis.served.ServedTraces;
import dev.lightfoot.analysis.served.Showing;
import dev.lightfoot.analysis.served.Verdict;
import dev.lightfoot.model.span.Layer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The cache answers no sooner than the database that it stands for: medians of at least five gets
/// and of three runs of the query that follows misses, each while no other call of the request ran.
/// Rendered parts of pages are left out: they cost the application more than their query. Facts:
/// `get`, `queryTime`, `query`, `hitShare`.
public final class CacheSlowerThanSource implements ServedRule {
  private static final int ENOUGH_GETS = 5;
  private static final int ENOUGH_QUERIES = 3;

  @Override
  public Rule rule() {
    return Rule.CACHE_SLOWER_THAN_SOURCE;
  }

  /// What is known of one thing that is looked up.
  private record Times(long get, long query, String template, double misses) {
    /// What one get less brings.
    long nanos() {
      return Math.round((get - query) * (1 - misses) + get * misses);
    }
  }

  @Override
  public RuleAnswer judge(ServedTraces traces) {
    Verdict verdict = new Verdict(rule());
    boolean any = false;
    for (ServedRequest request : traces.tracedCalling(Layer.CACHE)) {
      any |= !CacheCalls.gets(request, traces, verdict).isEmpty();
    }
    Set<Call> alone = null;
    for (List<Lookup> same : Lookups.byWhat(traces)) {
      if (same.stream().filter(Lookup::isMiss).limit(ENOUGH_QUERIES).count() == ENOUGH_QUERIES) {
        alone = alone == null ? alone(traces) : alone;
        judge(same, alone, traces, verdict);
      }
    }
    return verdict.answer(any ? Reason.Kind.TOO_FEW : traces.withoutTraced(Layer.CACHE));
  }

  /// Calls during which no other of the same request ran.
  private static Set<Call> alone(ServedTraces traces) {
    Set<Call> alone = new HashSet<>();
    for (ServedRequest request : traces.tracedCalling()) {
      long reached = Long.MIN_VALUE;
      List<Call> calls = request.calls();
      for (int i = 0; i < calls.size(); i++) {
        Call call = calls.get(i);
        boolean free = i + 1 == calls.size() || calls.get(i + 1).startNanos() >= call.endNanos();
        if (call.timed() && call.lasted() && free && call.startNanos() >= reached) {
          alone.add(call);
        }
        reached = Math.max(reached, call.endNanos());
      }
    }
    return alone;
  }

  private void judge(List<Lookup> same, Set<Call> alone, ServedTraces traces, Verdict verdict) {
    List<Long> gets = new ArrayList<>();
    List<Long> queries = new ArrayList<>();
    String template = "";
    int misses = 0;
    for (Lookup lookup : same) {
      if (FragmentsOneByOne.isFragment(lookup.request(), lookup.get())) {
        return;
      }
      if (alone.contains(lookup.get())) {
        gets.add(lookup.get().nanos());
      }
      if (lookup.isMiss() && lookup.source().isPresent()) {
        misses++;
        List<Call> asked = lookup.isTriple() ? lookup.queries() : lookup.next();
        template = lookup.source().get().text().template();
        if (alone.containsAll(asked)) {
          queries.add(asked.stream().mapToLong(Call::nanos).sum());
        }
      }
    }
    if (gets.size() < ENOUGH_GETS || queries.size() < ENOUGH_QUERIES) {
      return;
    }
    verdict.looked();
    Times times = new Times(median(gets), median(queries), template, (double) misses / same.size());
    if (times.get >= times.query && times.get > 0) {
      show(same, times, traces, verdict);
    }
  }

  private void show(List<Lookup> same, Times times, ServedTraces traces, Verdict verdict) {
    Map<ServedRequest, List<Call>> byRequest = new LinkedHashMap<>();
    for (Lookup lookup : same) {
      if (!traces.claims().isTaken(lookup.get())) {
        byRequest.computeIfAbsent(lookup.request(), _ -> new ArrayList<>()).add(lookup.get());
      } else {
        verdict.taken();
      }
    }
    for (Map.Entry<ServedRequest, List<Call>> entry : byRequest.entrySet()) {
      CallGroup group = new CallGroup(entry.getKey(), entry.getValue());
      if (CacheCalls.costs(group)) {
        verdict.show(showing(group, same.getFirst().what(), times, traces));
      }
    }
  }

  private static Showing showing(CallGroup group, String what, Times times, ServedTraces traces) {
    List<Fact> facts =
        List.of(
            Fact.time("get", times.get),
            Fact.time("queryTime", times.query),
            Fact.name("query", times.template),
            Fact.share("hitShare", 1 - times.misses));
    long path = group.pathNanos();
    int trips = times.misses >= 0.5 ? group.trips() : 0;
    Saving saving = Saving.within(path, trips, 0, times.nanos() * group.pathTrips(), path);
    return Showing.of(group, traces, saving, facts).about(what);
  }

  private static long median(Collection<Long> values) {
    List<Long> sorted = values.stream().sorted().toList();
    return sorted.get((sorted.size() - 1) / 2);
  }
}
