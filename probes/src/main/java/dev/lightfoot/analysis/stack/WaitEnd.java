package dev.lightfoot.analysis.stack;

import dev.lightfoot.analysis.trace.CriticalPath;
import dev.lightfoot.analysis.trace.SpanTree;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.PhaseTiming;
import java.util.OptionalLong;

/// When a wait was over, as the servers saw it: what they did afterwards is no part of it. Whoever
/// bills what servers did asks here.
final class WaitEnd {
  /// When all ended of which only the duration is known.
  private static final long NEVER = Long.MIN_VALUE / 2;

  /// How late a busy computer may see what arrived: after a tick of its kernel (CONFIG_HZ=250).
  private static final long TURN_NANOS = 4_000_000;

  private final PlacedTree placed;
  private final long recorded;
  private final long over;
  private final long[] critical;

  /// @param wayNanos how much of the wait was the request's own way
  WaitEnd(PlacedTree placed, Exchange exchange, PhaseTiming.Measured wait, long wayNanos) {
    this.placed = placed;
    long length = wait.durationNanos();
    long end = end(placed);
    long covered = covered(placed);
    long left = wait.startNanos() + length - wayNanos / 2;
    // how long the answer was still being made when its first byte had left
    long streamed = Math.clamp(end - left, 0, exchange.phases().durationNanos(Phase.RECEIVE));
    recorded = Math.min(length - wayNanos, Math.max(floating(placed), covered - streamed));
    over = end == NEVER ? Long.MAX_VALUE : end - Math.max(0, covered - recorded);
    critical = new long[placed.tree().size()];
    for (CriticalPath.Stretch stretch : placed.path().stretches()) {
      critical[stretch.span()] += within(stretch.startNanos(), stretch.endNanos());
    }
  }

  /// How much of a wait was the request's own way.
  ///
  /// @param floor of the round trip; empty where it is not known
  static long wayNanos(PhaseTiming.Measured wait, OptionalLong floor) {
    return Math.min(wait.durationNanos(), wait.trips().orElse(1) * floor.orElse(0));
  }

  /// How much of the wait lies within what the outermost servers recorded.
  long recordedNanos() {
    return recorded;
  }

  /// How much of that bar precedes the end of the wait.
  long within(StackBar bar) {
    return within(bar.startNanos(), bar.endNanos());
  }

  private long within(long start, long end) {
    return Math.max(0, Math.min(end, over) - start);
  }

  /// How much of that span's own time is on the critical path within the wait.
  long criticalNanos(int at) {
    return critical[at];
  }

  /// Whether it began after the wait, or after what it was done for. An answer's first byte leaves
  /// between two calls: where the clocks leave it open, one that had not come half its way was not
  /// waited for.
  boolean isLater(int at) {
    int root = at;
    while (placed.tree().parent(root) != SpanTree.NONE) {
      root = placed.tree().parent(root);
    }
    long end =
        root == at || placed.floating(root) ? over : Math.min(over, placed.bar(root).endNanos());
    StackBar bar = placed.bar(at);
    long open = Math.min(bar.durationNanos() / 2, bar.whiskerNanos() + TURN_NANOS);
    return bar.startNanos() + open - placed.span(at).time().resolutionNanos() >= end;
  }

  private static long end(PlacedTree placed) {
    long end = NEVER;
    for (int root : placed.tree().roots()) {
      if (!placed.floating(root)) {
        end = Math.max(end, placed.bar(root).endNanos());
      }
    }
    return end;
  }

  /// Time that the outermost spans cover.
  private static long covered(PlacedTree placed) {
    long covered = 0;
    long cursor = Long.MIN_VALUE;
    for (int root : placed.tree().roots()) {
      if (!placed.floating(root)) {
        StackBar bar = placed.bar(root);
        covered += Math.max(0, bar.endNanos() - Math.max(cursor, bar.startNanos()));
        cursor = Math.max(cursor, bar.endNanos());
      }
    }
    return covered;
  }

  private static long floating(PlacedTree placed) {
    return placed.tree().roots().stream()
        .filter(placed::floating)
        .mapToLong(root -> placed.span(root).time().durationNanos())
        .max()
        .orElse(0);
  }
}
