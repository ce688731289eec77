package dev.lightfoot.analysis.page;

import dev.lightfoot.analysis.ledger.ExchangeTrips;
import dev.lightfoot.analysis.ledger.Floors;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Run;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Walks back from the load of a page: to the request that ended last before it, to what that one
/// waited for, and so on.
final class PathFinder {
  private final PageIndex index;
  private final Dependencies dependencies;
  private final Floors floors;
  private final long pageNanos;
  private final LoadDelays delays;

  PathFinder(Run run, Floors floors, long pageNanos) {
    this.index = new PageIndex(run);
    this.dependencies = new Dependencies(index);
    this.floors = floors;
    this.pageNanos = pageNanos;
    this.delays = LoadDelays.of(run);
  }

  List<PathStep> find() {
    OptionalInt last = last();
    List<PathStep> steps = new ArrayList<>();
    BitSet seen = new BitSet();
    long to = last.isEmpty() ? 0 : Math.min(pageNanos, index.at(last.getAsInt()).endNanos());
    for (OptionalInt at = last; at.isPresent(); ) {
      seen.set(at.getAsInt());
      PathStep step = step(at.getAsInt(), Math.max(0, to), seen);
      steps.add(step);
      at = step.after();
      to = step.fromNanos();
    }
    Collections.reverse(steps);
    return new Gains(index, pageNanos, at -> delays.delays(index.at(at))).of(steps);
  }

  /// The way to one exchange. An exchange that names, by way of others, itself leads nowhere.
  private PathStep step(int at, long to, BitSet seen) {
    Exchange exchange = index.at(at);
    Optional<Dependency> found =
        dependencies.of(at).filter(it -> !seen.get(it.exchange()) && it.atNanos() <= to);
    long from = found.map(it -> Math.clamp(it.atNanos(), 0L, to)).orElse(0L);
    long start = Math.clamp(exchange.startNanos(), from, to);
    return new PathStep(
        at,
        found.map(Dependency::cause).orElse(isFirst(at) ? PathCause.START : PathCause.UNKNOWN),
        found.map(it -> OptionalInt.of(it.exchange())).orElse(OptionalInt.empty()),
        from,
        start,
        to,
        ExchangeTrips.within(
            exchange, floors, found.isEmpty() ? Long.MIN_VALUE : start, whole(exchange, to)),
        0);
  }

  /// What a load cuts off by a rounding error is no part of a request.
  static long whole(Exchange exchange, long to) {
    return to + Dependencies.SLACK_NANOS >= exchange.endNanos() ? Long.MAX_VALUE : to;
  }

  private boolean isFirst(int at) {
    return index.document().orElse(0) == at || index.at(at).startNanos() == 0;
  }

  /// Of those that were there before the page was, the one that came last; the document where a
  /// file says that the page was there before anything.
  private OptionalInt last() {
    OptionalInt last = latest(true);
    OptionalInt any = last.isPresent() ? last : latest(false);
    return any.isPresent() ? any : index.document();
  }

  private OptionalInt latest(boolean delaying) {
    OptionalInt last = OptionalInt.empty();
    for (int i = 0; i < index.size(); i++) {
      boolean counts =
          (!delaying || delays.delays(index.at(i)))
              && index.at(i).endNanos() <= pageNanos + Dependencies.SLACK_NANOS;
      if (counts
          && (last.isEmpty() || index.at(i).endNanos() > index.at(last.getAsInt()).endNanos())) {
        last = OptionalInt.of(i);
      }
    }
    return last;
  }
}
