package dev.lightfoot.analysis.join;

import dev.lightfoot.analysis.clock.ClockBounds;
import dev.lightfoot.analysis.join.Pool.Found;
import dev.lightfoot.model.Alignment;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.span.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Finds what servers recorded for the requests of some runs: by trace id, else by request id, else
/// by likeness; and below it entries without ids by statement and by time. No span goes to two
/// requests, no timestamp is changed, and what is ambiguous is left out and reported.
public final class Join {
  private Join() {}

  /// Joins all runs at once: together they say more about the clocks than each alone.
  ///
  /// @param runs of one snapshot
  /// @param spans everything that was read, of these runs or not
  public static Joined of(List<Run> runs, Collection<Span> spans) {
    return of(runs, spans, Written.ANY_TIME);
  }

  /// The same, where more is known.
  ///
  /// @param written when all of the spans were
  public static Joined of(List<Run> runs, Collection<Span> spans, Written written) {
    List<Request> requests = Request.of(runs);
    Pool pool = new Pool(requests, spans);
    OwnIds ids = new OwnIds(pool, spans);
    ClockLimits limits = new ClockLimits(pool, written);
    new IdJoin(pool).join();
    new Likeness(pool, limits, ids).join();
    new Nesting(pool).nest();
    StatementJoin statements = new StatementJoin(pool, limits);
    statements.dropRepeated();
    TimeJoin times = new TimeJoin(pool, limits, ids);
    times.joinCalls();
    statements.pair();
    times.joinServersOwn();
    new ResponseHints(pool).add();
    ids.remarks().forEach(pool::remark);
    return new Joined(runs(runs, pool), remarks(pool), pool.free().size());
  }

  /// The ids of the traces that these runs began, or that their responses named.
  public static Set<String> traceIds(List<Run> runs) {
    Set<String> ids = new LinkedHashSet<>();
    Request.of(runs).forEach(request -> ids.addAll(request.traceIds()));
    return ids;
  }

  /// The span ids that these runs sent: the callers of what the first server records.
  public static Set<String> sentSpanIds(List<Run> runs) {
    Set<String> ids = new LinkedHashSet<>();
    Request.of(runs).forEach(request -> request.spanId().ifPresent(ids::add));
    return ids;
  }

  private static List<JoinRemark> remarks(Pool pool) {
    long middle = pool.requests().isEmpty() ? 0 : pool.requests().getFirst().window().startNanos();
    Stream<JoinRemark> conflicts =
        pool.bounds(middle).pairsInConflict().stream()
            .filter(pair -> !pair.getFirst().equals(ClockBounds.CLIENT))
            .map(pair -> new JoinRemark.ClocksContradict(pair.getFirst(), pair.getLast()));
    return Stream.concat(pool.remarks().stream(), conflicts).toList();
  }

  private static List<Run> runs(List<Run> runs, Pool pool) {
    List<Run> joined = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      Run run = runs.get(i);
      List<Span> spans = new ArrayList<>();
      List<Exchange> exchanges = new ArrayList<>(run.exchanges());
      for (Request request : pool.requests()) {
        if (request.run() == i && !pool.found(request).isEmpty()) {
          List<Span> found = new ArrayList<>();
          for (Found each : pool.found(request)) {
            found.add(pool.stored(request, each));
          }
          spans.addAll(found);
          List<String> ids = found.stream().map(Span::spanId).distinct().toList();
          exchanges.set(request.exchange(), exchanges.get(request.exchange()).withServerSpans(ids));
        }
      }
      joined.add(run.with(exchanges, spans, alignments(pool, run, spans)));
    }
    return joined;
  }

  private static List<Alignment> alignments(Pool pool, Run run, List<Span> spans) {
    List<String> used = spans.stream().map(pool::clock).distinct().toList();
    return pool.bounds(run.startUnixNanos()).solve().stream()
        .filter(bound -> used.contains(bound.clock()))
        .map(
            bound ->
                new Alignment(bound.clock(), bound.lowNanos(), bound.highNanos(), bound.requests()))
        .toList();
  }
}
