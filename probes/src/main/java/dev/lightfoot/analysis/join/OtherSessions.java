package dev.lightfoot.analysis.join;

import dev.lightfoot.analysis.clock.ClockBound;
import dev.lightfoot.analysis.join.Pool.Found;
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Looks for what a database or cache logged while a request was served, over sessions that none of
/// its recorded calls used and no other call explains: a view's own threads or a second pool of
/// connections, which its recorder did not see, or other requests. Neither is counted, and the
/// calls that are known may not be all.
final class OtherSessions {
  /// A span that is placed no better says nothing of what lies within it.
  private static final long COARSE_NANOS = 5_000_000;

  private final Pool pool;

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
      pool.requests().forEach(request -> note(request, clock, own.get().middleNanos(), left));
    }
  }

  private void note(Request request, String clock, long offset, List<Span> left) {
    Optional<Found> call =
        pool.found(request).stream()
            .filter(each -> each.span().layer() == left.getFirst().layer())
            .filter(each -> !SpanRoles.isServersOwn(each.span()))
            .findFirst();
    Optional<Span> view = pool.application(request);
    Optional<ClockBound> around = view.flatMap(span -> pool.bound(pool.clock(span)));
    if (call.isEmpty() || around.isEmpty() || isCoarse(view.orElseThrow())) {
      return;
    }
    long ahead = offset - around.get().middleNanos();
    List<Span> within =
        left.stream().filter(entry -> isWithin(entry, view.orElseThrow(), ahead)).toList();
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
    return !Entry.isPlaced(view) || view.time().resolutionNanos() > COARSE_NANOS;
  }

  private static boolean isWithin(Span entry, Span view, long ahead) {
    return entry.time().atUnixNanos() - ahead >= view.time().atUnixNanos()
        && Entry.end(entry) - ahead <= Entry.end(view);
  }
}
