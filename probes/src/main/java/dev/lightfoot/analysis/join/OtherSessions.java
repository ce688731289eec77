package dev.lightfoot.analysis.join;

import dev.lightfoot.analysis.clock.ClockBound;
import dev.lightfoot.analysis.join.Pool.Found;
import dev.lightfoot.analysis.join.statement.SpanRoles;
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Span;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Looks for what a database or cache logged while a request was served, over sessions that none of
/// its recorded calls used and no other call explains: a view's own threads or a second pool of
/// connections, which its recorder did not see, or other requests. Neither is counted, and the
/// calls that are known may not be all.
final class OtherSessions {
  private final Pool pool;
  private final Map<List<String>, Optional<ClockBound>> known = new HashMap<>();

  OtherSessions(Pool pool) {
    this.pool = pool;
  }

  /// @param spans of one log, all of them or those that nothing had explained
  void note(List<Span> spans) {
    String clock = pool.clock(spans.getFirst());
    Set<Span> free = new HashSet<>(pool.free());
    List<Span> left = spans.stream().filter(free::contains).toList();
    Optional<ClockBound> own = pool.bound(clock).filter(bound -> !bound.contradicts());
    if (!left.isEmpty() && own.isPresent()) {
      pool.requests().forEach(request -> note(request, clock, left));
    }
  }

  private void note(Request request, String clock, List<Span> left) {
    Optional<Found> call =
        pool.found(request).stream()
            .filter(each -> each.span().layer() == left.getFirst().layer())
            .filter(each -> !SpanRoles.isServersOwn(each.span()))
            .findFirst();
    // a server that stamps whole seconds does not say when it worked: the one around it does
    Optional<Span> view = pool.innermost(request, span -> !isCoarse(span));
    if (call.isEmpty() || view.isEmpty()) {
      return;
    }
    Optional<ClockBound> ahead =
        known.computeIfAbsent(
            List.of(pool.clock(view.get()), clock), pair -> pool.between(pair.getFirst(), clock));
    if (ahead.isEmpty()) {
      return;
    }
    List<Span> within =
        left.stream().filter(entry -> mayBeWithin(entry, view.get(), ahead.get())).toList();
    if (!within.isEmpty()) {
      pool.remark(
          new JoinRemark.OtherSessions(
              clock,
              (int) within.stream().map(SpanRoles::recorder).distinct().count(),
              within.size(),
              request.run() + 1,
              request.path()));
      Span first = call.get().span();
      Span marked = first.with(first.attributes().with(AttributeNames.AT_LEAST, "1"));
      pool.replace(request, new Found(marked, call.get().by()));
    }
  }

  private static boolean isCoarse(Span view) {
    return !Entry.isPlaced(view) || view.time().resolutionNanos() >= Pool.COARSE_NANOS;
  }

  private static boolean mayBeWithin(Span entry, Span view, ClockBound ahead) {
    long most = entry.time().atUnixNanos() - view.time().atUnixNanos();
    long least = Entry.end(entry) - Entry.end(view);
    return least <= most && least <= ahead.highNanos() && ahead.lowNanos() <= most;
  }
}
