package dev.lightfoot.analysis.database;

import dev.lightfoot.analysis.finding.Fact;
import dev.lightfoot.analysis.finding.FindingSubject;
import dev.lightfoot.analysis.finding.Reason;
import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.analysis.finding.RuleAnswer;
import dev.lightfoot.analysis.served.Call;
import dev.lightfoot.analysis.served.CallFacts;
import dev.lightfoot.analysis.served.CallGroup;
import dev.lightfoot.analysis.served.ServedRequest;
import dev.lightfoot.analysis.served.ServedRule;
import dev.lightfoot.analysis.served.ServedTraces;
import dev.lightfoot.analysis.served.Showing;
import dev.lightfoot.analysis.served.Verdict;
import dev.lightfoot.analysis.statement.Verb;
import dev.lightfoot.analysis.trace.SpanTree;
import dev.lightfoot.model.span.Layer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The same look-ups before each request's work, whatever its route: session, user, site. Facts:
/// `lookups`, how many different ones, `requests` and `routes` that were looked at, and
/// `everywhere`, the share of requests that make them.
public final class PerRequestLookup implements ServedRule {
  private static final int ENOUGH_REQUESTS = 5;
  private static final int ENOUGH_ROUTES = 2;
  private static final double MOST = 0.8;

  @Override
  public Rule rule() {
    return Rule.PER_REQUEST_LOOKUP;
  }

  @Override
  public RuleAnswer judge(ServedTraces traces) {
    Map<String, List<ServedRequest>> services = new LinkedHashMap<>();
    for (ServedRequest request : traces.requests()) {
      boolean known = request.scope() == ServedRequest.Scope.RECORDED;
      if (known && request.span().filter(span -> span.layer() == Layer.APP).isPresent()) {
        services.computeIfAbsent(request.service(), _ -> new ArrayList<>()).add(request);
      }
    }
    Verdict verdict = new Verdict(rule());
    boolean few = false;
    for (List<ServedRequest> requests : services.values()) {
      boolean calls = requests.stream().anyMatch(request -> !request.calls().isEmpty());
      if (calls && isEnough(requests)) {
        verdict.looked();
        judge(requests, traces, verdict);
      } else {
        few |= calls;
      }
    }
    return verdict.answer(few ? Reason.Kind.TOO_FEW : traces.without(Layer.DATABASE));
  }

  private static boolean isEnough(List<ServedRequest> requests) {
    return requests.size() >= ENOUGH_REQUESTS
        && requests.stream().map(ServedRequest::route).distinct().count() >= ENOUGH_ROUTES;
  }

  private void judge(List<ServedRequest> requests, ServedTraces traces, Verdict verdict) {
    double least = MOST * requests.size();
    Map<String, Integer> anywhere = new HashMap<>();
    for (ServedRequest request : requests) {
      Set<String> here = new HashSet<>();
      candidates(request, traces).forEach(call -> here.add(key(call)));
      here.forEach(key -> anywhere.merge(key, 1, Integer::sum));
    }
    anywhere.values().removeIf(count -> count < least);
    Map<String, Integer> before = new LinkedHashMap<>();
    for (ServedRequest request : requests) {
      Set<String> here = new LinkedHashSet<>();
      lookups(request, traces, anywhere.keySet()).forEach(call -> here.add(key(call)));
      here.forEach(key -> before.merge(key, 1, Integer::sum));
    }
    before.values().removeIf(count -> count < least);
    if (!before.isEmpty()) {
      show(requests, before.keySet(), traces, verdict);
    }
  }

  private void show(
      List<ServedRequest> requests, Set<String> before, ServedTraces traces, Verdict verdict) {
    List<CallGroup> groups = new ArrayList<>();
    Set<String> routes = new HashSet<>();
    Set<String> lookups = new LinkedHashSet<>();
    for (ServedRequest request : requests) {
      List<Call> calls =
          lookups(request, traces, before).stream().filter(PerRequestLookup::looksUp).toList();
      calls.forEach(call -> lookups.add(key(call)));
      if (!calls.isEmpty()) {
        groups.add(new CallGroup(request, calls));
        routes.add(request.route());
      }
    }
    long passing =
        groups.stream().filter(group -> group.trips() >= 2 || group.passesSmall()).count();
    if (passing < MOST * groups.size() || routes.size() < ENOUGH_ROUTES) {
      return;
    }
    List<Fact> facts =
        List.of(
            Fact.count("lookups", lookups.size()),
            Fact.count("requests", requests.size()),
            Fact.count("routes", routes.size()),
            Fact.share("everywhere", (double) groups.size() / requests.size()));
    for (CallGroup group : groups) {
      verdict.show(showing(group, String.join("; ", lookups), facts, traces));
      traces.claims().take(rule(), group.calls());
    }
  }

  /// Calls before the view's own, those that write included: those of middleware, and the first
  /// ones as far as most requests share them. What is written of a session at the end belongs to
  /// them.
  private static List<Call> lookups(
      ServedRequest request, ServedTraces traces, Set<String> shared) {
    List<Call> found = new ArrayList<>();
    boolean leading = true;
    for (Call call : candidates(request, traces)) {
      boolean common = shared.contains(key(call));
      leading &= common || call.text().verb().isOverhead();
      if (common && (leading || isMiddlewares(request, call) || isSessions(call))) {
        found.add(call);
      }
    }
    return found;
  }

  private static List<Call> candidates(ServedRequest request, ServedTraces traces) {
    List<Call> calls = new ArrayList<>();
    for (Call call : request.calls()) {
      boolean store = call.layer() == Layer.DATABASE || (isCached(call) && isSessions(call));
      boolean tells = traces.blindness().ofText(call).isEmpty();
      if (store && tells && !traces.claims().isTaken(call)) {
        if (looksUp(call) || !call.text().verb().isOverhead()) {
          calls.add(call);
        }
      }
    }
    return calls;
  }

  /// Whether it is a look-up and not only made before the work, as what counts visits is.
  private static boolean looksUp(Call call) {
    return call.text().verb() == Verb.READ || isSessions(call);
  }

  private static boolean isCached(Call call) {
    return call.layer() == Layer.CACHE;
  }

  private static boolean isMiddlewares(ServedRequest request, Call call) {
    return call.parent() != SpanTree.NONE
        && request.tree().span(call.parent()).layer() == Layer.MIDDLEWARE;
  }

  private static boolean isSessions(Call call) {
    String what = isCached(call) ? call.text().exact() : String.join(" ", call.text().tables());
    return what.toLowerCase(Locale.ROOT).contains("session");
  }

  /// The session's key differs from person to person.
  private static String key(Call call) {
    return isCached(call) ? call.text().template() + " session" : call.text().template();
  }

  private static Showing showing(
      CallGroup group, String text, List<Fact> facts, ServedTraces traces) {
    ServedRequest request = group.request();
    Call first = group.calls().getFirst();
    return new Showing(
        request,
        new FindingSubject(request.service(), "", Optional.of(first.layer()), text),
        group.trips(),
        Optional.of(group.dropped(traces.floors().nanos(request, first))),
        traces.grade(request),
        group.calls().stream().map(Call::span).toList(),
        () -> CallFacts.of(group, traces, facts));
  }
}
