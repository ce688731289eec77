package dev.lightfoot.analysis.cache;

import dev.lightfoot.analysis.finding.Fact;
import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.analysis.finding.RuleAnswer;
import dev.lightfoot.analysis.finding.Saving;
import dev.lightfoot.analysis.served.Call;
import dev.lightfoot.analysis.served.CallGroup;
import dev.lightfoot.analysis.served.Question;
import dev.lightfoot.analysis.served.ServedRequest;
import dev.lightfoot.analysis.served.ServedRule;
import dev.lightfoot.analysis.served.ServedTraces;
import dev.lightfoot.analysis.served.Showing;
import dev.lightfoot.analysis.served.Verdict;
import dev.lightfoot.model.span.Layer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Ask the cache, then the database, then store: in three requests or more and in half of those
/// that ask, or three times in one request; or ask for a key that nobody ever stores. Facts:
/// `misses`, of `gets` in all requests; `query`; the variant is `loop`, `single` or `unfilled`.
///
/// Where no key was seen to miss twice it may be a cold cache that is filled once: inferred. So is
/// what nobody stores: that it is not there may be the answer that was hoped for.
public final class CacheMissThenQuery implements ServedRule {
  private static final int ENOUGH = 3;

  private static final Comparator<Call> BY_START =
      Comparator.comparingLong(Call::startNanos).thenComparingInt(Call::number);

  @Override
  public Rule rule() {
    return Rule.CACHE_MISS_THEN_QUERY;
  }

  @Override
  public RuleAnswer judge(ServedTraces traces) {
    Verdict verdict = new Verdict(rule());
    for (ServedRequest request : traces.tracedCalling(Layer.CACHE)) {
      if (!CacheCalls.gets(request, traces, verdict).isEmpty()) {
        verdict.looked();
      }
    }
    for (List<Lookup> same : Lookups.byWhat(traces)) {
      if (same.stream().allMatch(Lookup::isUnfilled)) {
        unfilled(same, traces, verdict);
      } else {
        judge(same, traces, verdict);
      }
    }
    return verdict.answer(traces.withoutTraced(Layer.CACHE));
  }

  private void judge(List<Lookup> same, ServedTraces traces, Verdict verdict) {
    Map<ServedRequest, List<Lookup>> missing = new LinkedHashMap<>();
    Set<ServedRequest> asking = new HashSet<>();
    int misses = 0;
    for (Lookup lookup : same) {
      asking.add(lookup.request());
      if (lookup.isTriple() && !traces.claims().isTaken(lookup.get())) {
        missing.computeIfAbsent(lookup.request(), _ -> new ArrayList<>()).add(lookup);
        misses++;
      }
    }
    boolean mostly = misses * 2 >= same.size();
    boolean often = missing.size() >= ENOUGH && missing.size() * 2 >= asking.size();
    boolean again = missesAgain(missing);
    for (List<Lookup> triples : missing.values()) {
      if (mostly && (often || triples.size() >= ENOUGH)) {
        Showing showing = showing(triples, same.size(), misses, traces);
        verdict.show(again ? showing : showing.inferred());
      }
    }
  }

  /// Never there and never stored, though the same is asked of the database each time.
  private void unfilled(List<Lookup> same, ServedTraces traces, Verdict verdict) {
    Map<ServedRequest, List<Lookup>> asking = new LinkedHashMap<>();
    for (Lookup lookup : same) {
      if (!traces.claims().isTaken(lookup.get())) {
        asking.computeIfAbsent(lookup.request(), _ -> new ArrayList<>()).add(lookup);
      }
    }
    Question query = same.getFirst().next().getFirst().question();
    boolean alike = same.stream().allMatch(lookup -> lookup.next(query).isPresent());
    if (alike && asking.size() >= ENOUGH && missesAgain(asking)) {
      Unfilled found = new Unfilled(same.size(), query, mayBeLacking(query, same, traces));
      for (List<Lookup> lookups : asking.values()) {
        verdict.show(unfilled(lookups, found, traces).inferred());
      }
    }
  }

  /// What all requests have in common.
  ///
  /// @param gets of all of them
  /// @param query that follows each
  /// @param mayBeLacking whether its answer may be what the cache has not
  private record Unfilled(int gets, Question query, boolean mayBeLacking) {}

  /// Whether a query's answer may be what the cache has not: it is asked after those misses only,
  /// and for one key always the same, as far as its values are known. The main query of a page that
  /// looks at a flag first is neither.
  private static boolean mayBeLacking(Question query, List<Lookup> same, ServedTraces traces) {
    Set<Call> after = new HashSet<>();
    Map<String, String> exact = new HashMap<>();
    for (Lookup lookup : same) {
      after.addAll(lookup.next());
      String asked = lookup.next(query).map(call -> call.text().exact()).orElse("");
      Optional<String> key = CacheCalls.key(lookup.get());
      if (key.isPresent() && !asked.equals(exact.computeIfAbsent(key.get(), _ -> asked))) {
        return false;
      }
    }
    return traces.tracedCalling().stream()
        .flatMap(request -> request.calls().stream())
        .filter(call -> call.question().equals(query))
        .allMatch(after::contains);
  }

  private Showing unfilled(List<Lookup> lookups, Unfilled found, ServedTraces traces) {
    ServedRequest request = lookups.getFirst().request();
    List<Call> asked = new ArrayList<>();
    List<Call> all = new ArrayList<>();
    for (Lookup lookup : lookups) {
      asked.add(lookup.get());
      all.add(lookup.get());
      lookup.next(found.query()).ifPresent(all::add);
    }
    all.sort(BY_START);
    traces.claims().take(rule(), asked);
    CallGroup group = new CallGroup(request, asked);
    long time = group.pathNanos();
    long most = found.mayBeLacking() ? new CallGroup(request, all).pathNanos() : time;
    return Showing.of(
            group,
            traces,
            Saving.within(most, group.trips(), 0, time, most),
            List.of(
                Fact.word("variant", "unfilled"),
                Fact.count("gets", found.gets()),
                Fact.count("misses", found.gets()),
                Fact.name("query", found.query().template())))
        .about(lookups.getFirst().what())
        .times(lookups.size())
        .by(all);
  }

  /// Whether one key missed in two requests: then it was not filled once and for all.
  private static boolean missesAgain(Map<ServedRequest, List<Lookup>> missing) {
    Set<String> seen = new HashSet<>();
    for (List<Lookup> triples : missing.values()) {
      Set<String> own = new HashSet<>();
      triples.forEach(lookup -> CacheCalls.key(lookup.get()).ifPresent(own::add));
      for (String key : own) {
        if (!seen.add(key)) {
          return true;
        }
      }
    }
    return false;
  }

  private Showing showing(List<Lookup> triples, int gets, int misses, ServedTraces traces) {
    ServedRequest request = triples.getFirst().request();
    List<Call> cache = new ArrayList<>();
    List<Call> all = new ArrayList<>();
    long sets = 0;
    for (Lookup triple : triples) {
      Call set = triple.set().orElseThrow();
      cache.add(triple.get());
      cache.add(set);
      all.addAll(triple.queries());
      sets += set.pathNanos();
    }
    all.addAll(cache);
    cache.sort(BY_START);
    List<Call> distinct = all.stream().distinct().sorted(BY_START).toList();
    boolean loop = triples.size() >= ENOUGH;
    traces.claims().take(rule(), loop ? distinct : cache);
    CallGroup group = new CallGroup(request, cache);
    long time = group.pathNanos();
    long most = new CallGroup(request, distinct).pathNanos();
    Saving saving = Saving.within(most, group.trips(), sets, time, most);
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.word("variant", loop ? "loop" : "single"));
    facts.add(Fact.count("gets", gets));
    facts.add(Fact.count("misses", misses));
    triples
        .getFirst()
        .source()
        .map(call -> call.text().template())
        .ifPresent(query -> facts.add(Fact.name("query", query)));
    return Showing.of(group, traces, saving, facts)
        .about(triples.getFirst().what())
        .times(triples.size())
        .by(distinct);
  }
}
