package dev.lightfoot.analysis.database;

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
import dev.lightfoot.analysis.statement.CacheCommand;
import dev.lightfoot.analysis.statement.Verb;
import dev.lightfoot.model.span.Layer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A query is made, then the answer comes from the cache and nothing more is asked: at least three
/// requests of a route, and each of those with a hit. That nothing used the query's rows is
/// assumed. Facts: `hits`, in how many requests the cache had the answer, and `key` of the median
/// one.
public final class QueryBeforeCacheHit implements ServedRule {
  private static final int ENOUGH = 3;

  @Override
  public Rule rule() {
    return Rule.QUERY_BEFORE_CACHE_HIT;
  }

  private record Route(String service, String route) {}

  /// A request that ends with an answer of the cache, and what it asked the database before.
  private record Answered(ServedRequest request, Call get, List<Call> queries) {}

  @Override
  public RuleAnswer judge(ServedTraces traces) {
    Map<Route, List<Answered>> routes = new LinkedHashMap<>();
    Verdict verdict = new Verdict(rule());
    boolean gets = false;
    for (ServedRequest request : traces.calling()) {
      gets |= request.calls().stream().anyMatch(QueryBeforeCacheHit::isGet);
      answered(request, traces, verdict)
          .ifPresent(
              it ->
                  routes
                      .computeIfAbsent(
                          new Route(request.service(), request.route()), _ -> new ArrayList<>())
                      .add(it));
    }
    boolean told = false;
    for (List<Answered> route : routes.values()) {
      if (route.size() >= ENOUGH) {
        told = true;
        judge(route, traces, verdict);
      }
    }
    if (told) {
      verdict.looked();
    }
    Reason.Kind nothing =
        !routes.isEmpty()
            ? Reason.Kind.TOO_FEW
            : gets ? Reason.Kind.NOT_RECORDED : traces.without(Layer.CACHE);
    return verdict.answer(nothing);
  }

  private static Optional<Answered> answered(
      ServedRequest request, ServedTraces traces, Verdict verdict) {
    List<Call> calls = request.calls();
    int last = calls.size() - 1;
    while (last >= 0 && calls.get(last).text().verb().isOverhead()) {
      last--;
    }
    if (last < 0 || !isGet(calls.get(last)) || !isHit(calls.get(last))) {
      return Optional.empty();
    }
    List<Call> queries = new ArrayList<>();
    for (Call call : calls.subList(0, last)) {
      if (call.layer() != Layer.DATABASE || call.text().verb() != Verb.READ || makesKey(call)) {
        continue;
      }
      if (traces.claims().isTaken(call)) {
        verdict.taken();
      } else {
        queries.add(call);
      }
    }
    return Optional.of(new Answered(request, calls.get(last), queries));
  }

  private static boolean isGet(Call call) {
    return call.layer() == Layer.CACHE && call.text().verb() == Verb.READ;
  }

  private static boolean isHit(Call call) {
    return call.text().command().flatMap(CacheCommand::hit).orElse(false);
  }

  /// Whether the key may be made of its answer: the newest change, a version.
  private static boolean makesKey(Call call) {
    String template = call.text().template().toLowerCase(Locale.ROOT);
    return call.text().isAggregate() || template.contains("version") || template.contains("etag");
  }

  private void judge(List<Answered> route, ServedTraces traces, Verdict verdict) {
    Map<Question, Integer> counts = new LinkedHashMap<>();
    for (Answered answered : route) {
      answered.queries().stream()
          .map(Call::question)
          .distinct()
          .forEach(question -> counts.merge(question, 1, Integer::sum));
    }
    counts.values().removeIf(count -> count < route.size());
    for (Question question : counts.keySet()) {
      List<CallGroup> groups = new ArrayList<>();
      for (Answered answered : route) {
        groups.add(
            new CallGroup(
                answered.request(),
                answered.queries().stream()
                    .filter(call -> call.question().equals(question))
                    .toList()));
      }
      if (groups.stream().filter(CallGroup::passesLarge).count() * 2 > groups.size()) {
        for (int i = 0; i < groups.size(); i++) {
          verdict.show(showing(groups.get(i), route.get(i).get(), route.size(), traces));
          traces.claims().take(rule(), groups.get(i).calls());
        }
      }
    }
  }

  private static Showing showing(CallGroup group, Call get, int hits, ServedTraces traces) {
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.count("hits", hits));
    get.text()
        .command()
        .flatMap(CacheCommand::key)
        .ifPresent(key -> facts.add(Fact.name("key", key)));
    long floor = traces.floors().nanos(group.request(), group.calls().getFirst());
    return Showing.of(group, traces, group.dropped(floor), facts).inferred();
  }
}
