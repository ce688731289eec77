package dev.lightfoot.analysis.join;

import dev.lightfoot.analysis.join.Pool.Found;
import dev.lightfoot.analysis.join.statement.SpanRoles;
import dev.lightfoot.analysis.join.statement.StatementText;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Finds the request of entries without any id: those that lie within its time. What several
/// threads or sessions recorded at once is taken only where it is clear which of them worked for
/// the request, and only where nothing was at work outside the requests that could have been
/// within.
final class TimeJoin {
  private final Pool pool;
  private final ClockLimits limits;
  private final OwnIds ids;

  TimeJoin(Pool pool, ClockLimits limits, OwnIds ids) {
    this.pool = pool;
    this.limits = limits;
    this.ids = ids;
  }

  /// What applications logged of their calls.
  void joinCalls() {
    join(false);
  }

  /// What databases and caches logged, as far as no call of an application records the same.
  void joinServersOwn() {
    join(true);
  }

  private void join(boolean serversOwn) {
    Map<String, List<Span>> byClock = new LinkedHashMap<>();
    for (Span span : pool.free()) {
      if (span.traceId().isEmpty()
          && isCall(span)
          && Entry.isPlaced(span)
          && SpanRoles.isServersOwn(span) == serversOwn) {
        byClock.computeIfAbsent(pool.clock(span) + span.layer(), _ -> new ArrayList<>()).add(span);
      }
    }
    byClock.values().forEach(spans -> join(spans, serversOwn));
    if (serversOwn) {
      byClock.values().forEach(new OtherSessions(pool)::note);
    }
  }

  private static boolean isCall(Span span) {
    boolean serves =
        span.kind() == SpanKind.SERVER
            && (span.layer() == Layer.PROXY || span.layer() == Layer.APP);
    // what a proxy recorded of asking a server goes with the proxy's own entry
    return !serves && !SpanRoles.isUpstream(span) && span.kind() != SpanKind.CONSUMER;
  }

  private void join(List<Span> spans, boolean serversOwn) {
    String clock = pool.clock(spans.getFirst());
    List<Entry> bursts = Bursts.of(spans, SpanRoles::recorder);
    Map<Request, List<Entry>> candidates = new LinkedHashMap<>();
    Map<Request, Views> views = new LinkedHashMap<>();
    for (Request request : pool.requests()) {
      if (!ids.rulesOut(request, spans.getFirst())) {
        Views served = Views.of(pool, request);
        List<Entry> own = own(request, served, spans.getFirst(), bursts, serversOwn);
        if (!own.isEmpty()) {
          candidates.put(request, own);
          views.put(request, served);
        }
      }
    }
    ClockLimits.Limit limit = limits.of(clock, spans);
    Placing placing =
        new Placing(clock, JoinRemark.Compared.TIMES, limit, candidates)
            .servedBy(request -> Math.max(1, views.getOrDefault(request, Views.NONE).size()));
    placing.search().ifPresent(pool::remark);
    CallMakers makers = new CallMakers(pool, clock, placing, views);
    if (makers.areNone() && goBeyond(candidates, views, limit)) {
      pool.remark(new JoinRemark.LongerThanServer(clock));
    }
    if (pool.contradicts(clock, makers.within())) {
      pool.remark(new JoinRemark.OtherRequests(clock, placing.offset().nearest()));
      return;
    }
    Set<Request> doubtful = placing.doubtful();
    for (Request request : candidates.keySet()) {
      makers
          .doubt(request, doubtful)
          .ifPresentOrElse(pool::remark, () -> makers.of(request).forEach(m -> take(request, m)));
    }
  }

  /// Whether something of the time of the requests cannot be theirs because it took too long.
  private static boolean goBeyond(
      Map<Request, List<Entry>> candidates, Map<Request, Views> views, ClockLimits.Limit limit) {
    return candidates.entrySet().stream()
        .anyMatch(
            each ->
                each.getValue().stream()
                    .filter(entry -> entry.touching(each.getKey().window()).meets(limit.offsets()))
                    .anyMatch(
                        entry ->
                            views
                                .getOrDefault(each.getKey(), Views.NONE)
                                .areTooLong(List.of(entry))));
  }

  private void take(Request request, Views.Made made) {
    for (Span span : made.calls()) {
      pool.take(request, span, JoinedBy.TIME);
      Found found = new Found(span, JoinedBy.TIME);
      made.view().ifPresent(view -> pool.replace(request, Nesting.below(found, view)));
    }
  }

  /// What may have been done for the request, as far as its processes and sessions are known.
  private List<Entry> own(
      Request request, Views served, Span first, List<Entry> bursts, boolean serversOwn) {
    return serversOwn
        ? ofKnownSessions(request, first, bursts)
        : bursts.stream().filter(served::mayHaveMade).toList();
  }

  /// Where the application's own calls are known, a further entry counts only if it came through
  /// one of their sessions: all else belongs to other requests.
  private List<Entry> ofKnownSessions(Request request, Span first, List<Entry> bursts) {
    List<Span> calls =
        pool.spans(request).stream()
            .filter(span -> span.layer() == first.layer() && !SpanRoles.isServersOwn(span))
            .toList();
    if (calls.isEmpty()) {
      // where calls are logged at all, those of a request without any are not known
      return pool.free().stream()
              .anyMatch(span -> span.layer() == first.layer() && !SpanRoles.isServersOwn(span))
          ? List.of()
          : bursts;
    }
    Set<String> sessions =
        pool.spans(request).stream()
            .filter(span -> span.layer() == first.layer() && SpanRoles.isServersOwn(span))
            .map(SpanRoles::recorder)
            .collect(Collectors.toSet());
    Set<String> open = withoutHalf(request, calls);
    return bursts.stream()
        .filter(burst -> sessions.contains(burst.recorder()))
        .map(
            burst ->
                burst.spans().stream().filter(entry -> !StatementText.says(entry, open)).toList())
        .filter(own -> !own.isEmpty())
        .map(own -> Entry.of("", own))
        .toList();
  }

  /// What those calls say of which no entry is the other half: an entry that says the same may be
  /// it and would count twice.
  private Set<String> withoutHalf(Request request, List<Span> calls) {
    Set<String> above =
        pool.spans(request).stream()
            .filter(SpanRoles::isServersOwn)
            .flatMap(span -> span.parentSpanId().stream())
            .collect(Collectors.toSet());
    return calls.stream()
        .filter(call -> !above.contains(call.spanId()))
        .flatMap(call -> StatementText.template(call).stream())
        .collect(Collectors.toSet());
  }
}
