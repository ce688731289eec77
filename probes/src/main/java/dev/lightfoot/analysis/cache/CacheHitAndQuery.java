package dev.lightfoot.analysis.cache;

import dev.lightfoot.analysis.finding.Fact;
import dev.lightfoot.analysis.finding.Reason;
import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.analysis.finding.RuleAnswer;
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
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The cache answers, and the database is asked all the same. What is asked in place of the cache
/// is told by its misses; where none was seen, by what follows nearly every hit and is named in the
/// key: inferred. Facts: `hits` in all requests, `query`.
public final class CacheHitAndQuery implements ServedRule {
  private static final int ENOUGH_REQUESTS = 3;
  private static final int ENOUGH_HITS = 5;
  private static final double NEARLY_ALL = 0.8;

  @Override
  public Rule rule() {
    return Rule.CACHE_HIT_AND_QUERY;
  }

  private record Asked(String service, Question query) {}

  /// The statement that the cache stands for.
  private record Source(Question query, boolean seen) {}

  @Override
  public RuleAnswer judge(ServedTraces traces) {
    Verdict verdict = new Verdict(rule());
    Map<Asked, Set<ServedRequest>> asking = null;
    for (ServedRequest request : traces.tracedCalling(Layer.CACHE)) {
      CacheCalls.gets(request, traces, verdict);
    }
    for (List<Lookup> same : Lookups.byWhat(traces)) {
      List<Lookup> hits = same.stream().filter(Lookup::isHit).toList();
      if (!hits.isEmpty()) {
        verdict.looked();
      }
      Optional<Source> source =
          hits.size() < ENOUGH_REQUESTS ? Optional.empty() : source(same, hits);
      if (source.isPresent()) {
        asking = asking == null ? asking(traces) : asking;
        judge(source.get(), same, asking, traces, verdict);
      }
    }
    return verdict.answer(
        verdict.isEmpty() && anyGet(traces)
            ? Reason.Kind.NOT_RECORDED
            : traces.withoutTraced(Layer.CACHE));
  }

  private static boolean anyGet(ServedTraces traces) {
    return traces.tracedCalling(Layer.CACHE).stream()
        .anyMatch(request -> request.calls().stream().anyMatch(CacheCalls::isGet));
  }

  /// Which requests ask what.
  private static Map<Asked, Set<ServedRequest>> asking(ServedTraces traces) {
    Map<Asked, Set<ServedRequest>> asking = new HashMap<>();
    for (ServedRequest request : traces.tracedCalling(Layer.DATABASE)) {
      for (Call call : request.calls()) {
        if (call.layer() == Layer.DATABASE) {
          asking
              .computeIfAbsent(new Asked(request.service(), call.question()), _ -> new HashSet<>())
              .add(request);
        }
      }
    }
    return asking;
  }

  private static Optional<Source> source(List<Lookup> same, List<Lookup> hits) {
    Map<Question, Integer> after = new LinkedHashMap<>();
    int misses = 0;
    for (Lookup lookup : same) {
      if (lookup.isMiss()) {
        misses++;
        lookup.source().ifPresent(query -> after.merge(query.question(), 1, Integer::sum));
      }
    }
    if (misses > 0) {
      return most(after, (misses + 1) / 2).map(query -> new Source(query, true));
    }
    if (hits.size() < ENOUGH_HITS) {
      return Optional.empty();
    }
    for (Lookup hit : hits) {
      hit.next().stream()
          .findFirst()
          .filter(call -> isNamed(hit, call))
          .ifPresent(call -> after.merge(call.question(), 1, Integer::sum));
    }
    return most(after, (int) Math.ceil(NEARLY_ALL * hits.size()))
        .map(query -> new Source(query, false));
  }

  private static boolean isNamed(Lookup hit, Call query) {
    return CacheCalls.key(hit.get())
        .filter(key -> query.text().tables().stream().anyMatch(table -> CacheKey.names(key, table)))
        .isPresent();
  }

  private static Optional<Question> most(Map<Question, Integer> counts, int least) {
    return counts.entrySet().stream()
        .filter(entry -> entry.getValue() >= least)
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey);
  }

  private void judge(
      Source source,
      List<Lookup> same,
      Map<Asked, Set<ServedRequest>> asking,
      ServedTraces traces,
      Verdict verdict) {
    Map<ServedRequest, List<Call>> queries = new LinkedHashMap<>();
    Set<ServedRequest> looking = new HashSet<>();
    int hits = 0;
    for (Lookup lookup : same) {
      looking.add(lookup.request());
      Optional<Call> query = lookup.isHit() ? lookup.next(source.query) : Optional.empty();
      if (query.isPresent() && !traces.claims().isTaken(query.get())) {
        queries.computeIfAbsent(lookup.request(), _ -> new ArrayList<>()).add(query.get());
        hits++;
      }
    }
    Asked id = new Asked(same.getFirst().request().service(), source.query);
    boolean own = looking.containsAll(asking.getOrDefault(id, Set.of()));
    if (queries.size() < ENOUGH_REQUESTS || !own) {
      return;
    }
    for (Map.Entry<ServedRequest, List<Call>> entry : queries.entrySet()) {
      CallGroup group = new CallGroup(entry.getKey(), entry.getValue());
      long floor = traces.floors().nanos(group.request(), group.calls().getFirst());
      List<Fact> facts =
          List.of(
              Fact.count("hits", hits),
              Fact.name("key", same.getFirst().what()),
              Fact.name("query", source.query.template()));
      Showing showing = Showing.of(group, traces, group.dropped(floor), facts);
      verdict.show(source.seen ? showing : showing.inferred());
      traces.claims().take(rule(), group.calls());
    }
  }
}
