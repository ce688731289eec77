package dev.lightfoot.analysis.join;

import dev.lightfoot.analysis.join.Pool.Found;
import dev.lightfoot.analysis.join.statement.SpanRoles;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanKind;
import dev.lightfoot.model.span.SpanTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Finds the request of entries without any id: those that lie within its time. What several
/// threads or sessions recorded at once is taken only where it is clear which of them worked for
/// the request, and only where nothing was at work outside the requests that could have been
/// within.
final class TimeJoin {
  /// How much longer an application may take for a request than its server's record of it says.
  private static final long LATE_NANOS = 2_000_000;

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
    for (Request request : pool.requests()) {
      if (!ids.rulesOut(request, spans.getFirst())) {
        List<Entry> own = own(request, spans.getFirst(), bursts, serversOwn);
        if (!own.isEmpty()) {
          candidates.put(request, own);
        }
      }
    }
    ClockLimits.Limit limit = limits.of(clock, spans);
    Placing placing = new Placing(clock, JoinRemark.Compared.TIMES, limit, candidates);
    placing.search().ifPresent(pool::remark);
    Map<Request, List<Span>> within = new LinkedHashMap<>();
    for (Request request : candidates.keySet()) {
      placing
          .fitting(request)
          .forEach(
              entry ->
                  within.computeIfAbsent(request, _ -> new ArrayList<>()).addAll(entry.spans()));
    }
    if (within.isEmpty() && goBeyond(candidates, limit)) {
      pool.remark(new JoinRemark.LongerThanServer(clock));
    }
    if (pool.contradicts(clock, within)) {
      pool.remark(new JoinRemark.OtherRequests(clock, placing.offset().nearest()));
      return;
    }
    Set<Request> doubtful = placing.doubtful();
    candidates.keySet().forEach(request -> take(request, placing, doubtful, clock));
  }

  private void take(Request request, Placing placing, Set<Request> doubtful, String clock) {
    List<Entry> fitting = placing.fitting(request);
    if (fitting.isEmpty()) {
      return;
    }
    Set<String> recorders = new LinkedHashSet<>();
    fitting.forEach(entry -> recorders.add(entry.recorder()));
    boolean edge =
        placing.atTheEdge(request).stream().anyMatch(e -> recorders.contains(e.recorder()));
    if (isLonger(request, fitting)) {
      pool.remark(new JoinRemark.LongerThanServer(clock));
    } else if (recorders.size() > 1) {
      pool.remark(
          new JoinRemark.AmbiguousRecorder(
              clock,
              recorders.size(),
              fitting.stream().mapToInt(entry -> entry.spans().size()).sum(),
              request.run() + 1,
              request.path()));
    } else if (edge
        || doubtful.contains(request)
        || placing.workedForOthers(request, recorders)
        || fitting.stream().anyMatch(placing::isShared)) {
      pool.remark(new JoinRemark.MayBeOthers(clock, JoinRemark.Compared.TIMES));
    } else {
      fitting.forEach(entry -> entry.spans().forEach(span -> take(request, span)));
    }
  }

  /// Whether something of the time of the requests cannot be theirs because it took too long.
  private boolean goBeyond(Map<Request, List<Entry>> candidates, ClockLimits.Limit limit) {
    return candidates.entrySet().stream()
        .anyMatch(
            each ->
                each.getValue().stream()
                    .filter(entry -> entry.touching(each.getKey().window()).meets(limit.offsets()))
                    .anyMatch(entry -> isLonger(each.getKey(), List.of(entry))));
  }

  /// Whether it took longer than the application worked for the request: some of it was done for
  /// others, or when the answer had gone. That is told without any clock's offset.
  private boolean isLonger(Request request, List<Entry> fitting) {
    Optional<SpanTime> view =
        pool.application(request)
            .map(Span::time)
            .filter(time -> time.known() == SpanTime.Known.INTERVAL);
    long start = fitting.stream().mapToLong(Entry::startNanos).min().orElse(0);
    long end = fitting.stream().mapToLong(Entry::endNanos).max().orElse(0);
    long slack = fitting.stream().mapToLong(Entry::slackNanos).max().orElse(0);
    return view.isPresent()
        && end - start
            > view.get().durationNanos() + view.get().durationStepNanos() + 2 * slack + LATE_NANOS;
  }

  private void take(Request request, Span span) {
    Optional<Span> application = caller(request, span).or(() -> pool.application(request));
    Found found = new Found(span, JoinedBy.TIME);
    pool.take(request, span, JoinedBy.TIME);
    application.ifPresent(above -> pool.replace(request, Nesting.below(found, above)));
  }

  /// Who made the last call that the same session served before: what its driver sent on its behalf
  /// since (fetches from a cursor), it waited for, too.
  private Optional<Span> caller(Request request, Span entry) {
    Map<String, Span> byId = new LinkedHashMap<>();
    pool.spans(request).forEach(span -> byId.put(span.spanId(), span));
    return byId.values().stream()
        .filter(SpanRoles::isServersOwn)
        .filter(own -> SpanRoles.recorder(own).equals(SpanRoles.recorder(entry)))
        .filter(own -> own.time().atUnixNanos() <= entry.time().atUnixNanos())
        .map(own -> byId.get(own.parentSpanId().orElse("")))
        .filter(call -> call != null && call.layer() == entry.layer())
        .max(Comparator.comparingLong(call -> call.time().atUnixNanos()))
        .flatMap(call -> Optional.ofNullable(byId.get(call.parentSpanId().orElse(""))));
  }

  /// What may have been done for the request, as far as its processes and sessions are known.
  private List<Entry> own(Request request, Span first, List<Entry> bursts, boolean serversOwn) {
    return serversOwn ? ofKnownSessions(request, first, bursts) : ofKnownProcesses(request, bursts);
  }

  /// Of an application whose process is known, only that process's entries, and those of the other
  /// processes that a proxy asked for the same request.
  private List<Entry> ofKnownProcesses(Request request, List<Entry> bursts) {
    if (pool.application(request)
        .filter(span -> span.layer() == Layer.APP)
        .flatMap(SpanRoles::process)
        .isEmpty()) {
      return bursts;
    }
    Set<String> processes =
        pool.spans(request).stream()
            .filter(span -> span.layer() == Layer.APP)
            .flatMap(span -> SpanRoles.process(span).stream())
            .collect(Collectors.toSet());
    return bursts.stream()
        .filter(
            burst ->
                SpanRoles.process(burst.spans().getFirst()).map(processes::contains).orElse(true))
        .toList();
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
    return bursts.stream()
        .filter(burst -> sessions.contains(burst.recorder()))
        .map(burst -> Entry.of("", burst.spans()))
        .toList();
  }
}
