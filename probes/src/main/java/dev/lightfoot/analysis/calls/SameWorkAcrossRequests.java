package dev.lightfoot.analysis.calls;

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
import dev.lightfoot.analysis.statement.CallText;
import dev.lightfoot.analysis.statement.ValuesSeen;
import dev.lightfoot.analysis.statement.Verb;
import dev.lightfoot.analysis.trace.SpanTree;
import dev.lightfoot.model.span.Layer;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Three or more requests of one trace or page ask the database the very same, together for 10 ms
/// or more. Facts: `requests`, `time`.
public final class SameWorkAcrossRequests implements ServedRule {
  private static final int ENOUGH = 3;
  private static final long ENOUGH_NANOS = 10_000_000;
  private static final List<String> USERS = List.of("user.id", "enduser.id");

  @Override
  public Rule rule() {
    return Rule.SAME_WORK_ACROSS_REQUESTS;
  }

  /// One statement, and those of the requests of one trace that ask it.
  private record Work(SpanTree tree, String peer, String exact) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Work that
          && tree == that.tree
          && peer.equals(that.peer)
          && exact.equals(that.exact);
    }

    @Override
    public int hashCode() {
      return 31 * System.identityHashCode(tree) + exact.hashCode();
    }
  }

  @Override
  public RuleAnswer judge(ServedTraces traces) {
    Verdict verdict = new Verdict(rule());
    Map<Work, Map<ServedRequest, List<Call>>> works = new LinkedHashMap<>();
    IdentityHashMap<SpanTree, Integer> sizes = new IdentityHashMap<>();
    traces.traced().stream()
        .filter(SameWorkAcrossRequests::isOfATrace)
        .forEach(request -> sizes.merge(request.tree(), 1, Integer::sum));
    boolean any = false;
    for (ServedRequest request : traces.tracedCalling()) {
      List<Call> calls = request.calls();
      any |= calls.stream().anyMatch(call -> call.layer() == Layer.DATABASE);
      if (isOfATrace(request) && calls.stream().anyMatch(SameWorkAcrossRequests::isWork)) {
        verdict.looked();
      }
      if (sizes.getOrDefault(request.tree(), 0) >= ENOUGH) {
        collect(request, traces, works);
      }
    }
    works.values().forEach(asking -> judge(asking, traces, verdict));
    return verdict.answer(any ? Reason.Kind.NOT_RECORDED : traces.withoutTraced(Layer.DATABASE));
  }

  private static void collect(
      ServedRequest request, ServedTraces traces, Map<Work, Map<ServedRequest, List<Call>>> into) {
    for (Call call : request.calls()) {
      if (isWork(call) && !traces.claims().isTakenBy(Rule.PER_REQUEST_LOOKUP, call)) {
        into.computeIfAbsent(
                new Work(request.tree(), call.peer().toString(), call.text().exact()),
                _ -> new LinkedHashMap<>())
            .computeIfAbsent(request, _ -> new ArrayList<>())
            .add(call);
      }
    }
  }

  /// Requests of a log that knows of no traces belong to no page together.
  private static boolean isOfATrace(ServedRequest request) {
    return request.tree().span(0).traceId().isPresent();
  }

  private static boolean isWork(Call call) {
    CallText text = call.text();
    boolean told = text.values() == ValuesSeen.KNOWN || text.values() == ValuesSeen.NONE;
    return call.layer() == Layer.DATABASE
        && text.verb() == Verb.READ
        && text.from() == CallText.Source.TEXT
        && told
        && !text.isCut()
        && !text.isVolatile()
        && !call.failed();
  }

  private void judge(Map<ServedRequest, List<Call>> asking, ServedTraces traces, Verdict verdict) {
    long users =
        asking.keySet().stream().flatMap(request -> user(request).stream()).distinct().count();
    if (asking.size() < ENOUGH || users > 1) {
      return;
    }
    List<Call> calls = asking.values().stream().flatMap(List::stream).toList();
    long time = calls.stream().mapToLong(Call::nanos).sum();
    if (time < ENOUGH_NANOS) {
      return;
    }
    CallGroup slowest = null;
    for (Map.Entry<ServedRequest, List<Call>> entry : asking.entrySet()) {
      CallGroup group = new CallGroup(entry.getKey(), entry.getValue());
      slowest = slowest == null || group.pathNanos() > slowest.pathNanos() ? group : slowest;
    }
    if (slowest != null) {
      verdict.show(showing(slowest, asking, calls, traces));
      traces.claims().take(rule(), calls);
    }
  }

  private static Showing showing(
      CallGroup slowest,
      Map<ServedRequest, List<Call>> asking,
      List<Call> calls,
      ServedTraces traces) {
    long path = slowest.pathNanos();
    Saving saving = Saving.within(path, asking.size() - 1, 0, path, path);
    List<Fact> facts = List.of(Fact.count("requests", asking.size()));
    Showing showing = Showing.of(slowest, traces, saving, facts).times(asking.size()).by(calls);
    ServedRequest first = asking.keySet().iterator().next();
    return new Showing(
        slowest.request(),
        Showing.subject(first, Layer.DATABASE, showing.subject().text()),
        showing.count(),
        showing.saving(),
        showing.grade(),
        showing.evidence(),
        showing.words());
  }

  private static Optional<String> user(ServedRequest request) {
    return request
        .span()
        .flatMap(
            span ->
                USERS.stream().flatMap(name -> span.attributes().get(name).stream()).findFirst());
  }
}
