package dev.lightfoot.analysis.join;

import dev.lightfoot.analysis.join.Pool.Found;
import dev.lightfoot.analysis.join.Sweep.Interval;
import dev.lightfoot.analysis.join.Sweep.Region;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Finds the request of entries without any id: those that lie within its time. Where nothing is
/// known of their clock, the offset is the one at which most entries lie within some request. What
/// several threads or sessions recorded at once is taken only where it is clear which of them
/// worked for the request.
final class TimeJoin {
  private static final int MOST_VOTES = 2_000_000;

  private final Pool pool;

  TimeJoin(Pool pool) {
    this.pool = pool;
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
      if (span.traceId().isEmpty() && isCall(span) && SpanRoles.isServersOwn(span) == serversOwn) {
        byClock.computeIfAbsent(pool.clock(span) + span.layer(), _ -> new ArrayList<>()).add(span);
      }
    }
    byClock.values().forEach(spans -> join(spans, serversOwn));
  }

  private static boolean isCall(Span span) {
    boolean serves =
        span.kind() == SpanKind.SERVER
            && (span.layer() == Layer.PROXY || span.layer() == Layer.APP);
    return !serves && span.kind() != SpanKind.CONSUMER;
  }

  private void join(List<Span> spans, boolean serversOwn) {
    String clock = pool.clock(spans.getFirst());
    Interval likely = pool.likely(clock);
    List<Interval> votes = new ArrayList<>();
    for (Span span : spans) {
      for (Request request : pool.requests()) {
        if (votes.size() < MOST_VOTES) {
          votes.add(Likeness.vote(request.window(), span, likely));
        }
      }
    }
    List<Region> best = Sweep.best(votes);
    if (best.isEmpty()) {
      return;
    }
    Region region = Sweep.nearest(best, likely);
    Map<Request, List<Span>> within = new LinkedHashMap<>();
    for (Span span : spans) {
      owner(span, region.interval())
          .ifPresent(request -> within.computeIfAbsent(request, _ -> new ArrayList<>()).add(span));
    }
    if (pool.contradicts(clock, within)) {
      pool.remark(new JoinRemark.OtherRequests(clock, region.interval().middle()));
      return;
    }
    if (best.size() > 1) {
      pool.remark(new JoinRemark.AmbiguousOffset(clock, JoinRemark.Compared.TIMES, best.size()));
    }
    within.forEach((request, inside) -> take(request, inside, serversOwn));
  }

  private Optional<Request> owner(Span span, Interval offset) {
    return pool.requests().stream()
        .filter(
            request -> {
              Interval vote = Likeness.vote(request.window(), span, Interval.ANY);
              return vote.low() <= offset.low() && offset.high() <= vote.high();
            })
        .findFirst();
  }

  private void take(Request request, List<Span> inside, boolean serversOwn) {
    Map<String, List<Span>> byRecorder = new LinkedHashMap<>();
    inside.forEach(
        span -> byRecorder.computeIfAbsent(recorder(span), _ -> new ArrayList<>()).add(span));
    Optional<Span> application = pool.application(request);
    if (serversOwn) {
      keepKnownSessions(request, inside.getFirst(), byRecorder);
    } else {
      keepProcess(application, byRecorder);
    }
    if (byRecorder.size() > 1) {
      pool.remark(
          new JoinRemark.AmbiguousRecorder(
              pool.clock(inside.getFirst()),
              byRecorder.size(),
              byRecorder.values().stream().mapToInt(List::size).sum(),
              request.run() + 1,
              request.path()));
      return;
    }
    for (List<Span> taken : byRecorder.values()) {
      for (Span span : taken) {
        Found found = new Found(span, JoinedBy.TIME);
        pool.take(request, span, JoinedBy.TIME);
        application.ifPresent(above -> pool.replace(request, Nesting.below(found, above)));
      }
    }
  }

  /// Of an application whose process is known, only that process's entries.
  private static void keepProcess(Optional<Span> application, Map<String, List<Span>> byRecorder) {
    Optional<String> process = application.flatMap(SpanRoles::process);
    if (process.isPresent()) {
      byRecorder
          .values()
          .removeIf(
              spans ->
                  SpanRoles.process(spans.getFirst())
                      .map(other -> !other.equals(process.get()))
                      .orElse(false));
    }
  }

  /// Where the application's own calls are known, a further entry counts only if it came through
  /// one of their sessions: all else belongs to other requests.
  private void keepKnownSessions(Request request, Span first, Map<String, List<Span>> byRecorder) {
    List<Span> calls =
        pool.spans(request).stream()
            .filter(span -> span.layer() == first.layer() && !SpanRoles.isServersOwn(span))
            .toList();
    if (!calls.isEmpty()) {
      Set<String> sessions =
          pool.spans(request).stream()
              .filter(span -> span.layer() == first.layer() && SpanRoles.isServersOwn(span))
              .map(TimeJoin::recorder)
              .collect(Collectors.toSet());
      byRecorder.keySet().retainAll(sessions);
      if (byRecorder.size() > 1) {
        List<Span> all = byRecorder.values().stream().flatMap(List::stream).toList();
        byRecorder.clear();
        byRecorder.put("", all);
      }
    }
  }

  private static String recorder(Span span) {
    return SpanRoles.process(span).orElse("") + "/" + span.attributes().get("thread.id").orElse("");
  }
}
