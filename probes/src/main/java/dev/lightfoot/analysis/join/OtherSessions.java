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
import java.util.stream.Collectors;

/// Looks for what a database or cache logged while a request was served and no call explains. Over
/// sessions that none of its recorded calls used that is a view's own threads or a second pool of
/// connections, which its recorder did not see, or other requests; over their own sessions it may
/// be the other half of one of them. None is counted, and the calls that are known may not be all.
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
      remark(request, clock, within);
      Span first = call.get().span();
      Span marked = first.with(first.attributes().with(AttributeNames.AT_LEAST, "1"));
      pool.replace(request, new Found(marked, call.get().by()));
    }
  }

  private void remark(Request request, String clock, List<Span> within) {
    Set<String> own =
        pool.spans(request).stream()
            .filter(SpanRoles::isServersOwn)
            .map(SpanRoles::recorder)
            .collect(Collectors.toSet());
    List<Span> others =
        within.stream().filter(entry -> !own.contains(SpanRoles.recorder(entry))).toList();
    int run = request.run() + 1;
    if (!others.isEmpty()) {
      int sessions = (int) others.stream().map(SpanRoles::recorder).distinct().count();
      pool.remark(
          new JoinRemark.OtherSessions(clock, sessions, others.size(), run, request.path()));
    }
    if (within.size() > others.size()) {
      pool.remark(
          new JoinRemark.Unpaired(clock, within.size() - others.size(), run, request.path()));
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
