package dev.lightfoot.analysis.stack;

import dev.lightfoot.analysis.join.statement.SpanRoles;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/// Counts what each layer did for the exchanges of a run.
final class LayerCounts {
  private final Map<Layer, Sum> sums = new EnumMap<>(Layer.class);

  private static final class Sum {
    int operations;
    int trips;
    int later;
    boolean atLeast;
    long all;
    long own;
    long ownOfCalls;
    long calls;
    long critical;
  }

  /// Adds the spans of one exchange.
  ///
  /// @param end when its wait was over
  void add(PlacedTree placed, WaitEnd end) {
    for (int i = 0; i < placed.tree().size(); i++) {
      Span span = placed.span(i);
      Sum sum = sums.computeIfAbsent(span.layer(), _ -> new Sum());
      sum.critical += end.criticalNanos(i);
      if (placed.isOwnOfCall(i)) {
        sum.own += span.time().durationNanos();
        sum.ownOfCalls += span.time().durationNanos();
        continue;
      }
      sum.operations += placed.operations(i);
      sum.trips += placed.isTrip(i) ? placed.trips(i) : 0;
      sum.later += placed.isTrip(i) && end.isLater(i) ? placed.trips(i) : 0;
      sum.atLeast |= placed.isAtLeast(i);
      sum.own += SpanRoles.isServersOwn(span) ? span.time().durationNanos() : 0;
      sum.all += isInsideItsLayer(placed, i) ? 0 : span.time().durationNanos();
      if (placed.tree().children(i).stream().anyMatch(own -> hasOwnDuration(placed, own))) {
        sum.calls += span.time().durationNanos();
      }
    }
  }

  /// An instant shows that the call arrived, but not how long it took there: the network's share of
  /// it is not known.
  private static boolean hasOwnDuration(PlacedTree placed, int at) {
    return placed.isOwnOfCall(at) && placed.span(at).time().durationNanos() > 0;
  }

  private static boolean isInsideItsLayer(PlacedTree placed, int at) {
    int above = placed.tree().parent(at);
    while (above >= 0 && placed.span(above).layer() != placed.span(at).layer()) {
      above = placed.tree().parent(above);
    }
    return above >= 0;
  }

  /// The totals, in the order of [Layer].
  List<LayerTotal> totals() {
    List<LayerTotal> totals = new ArrayList<>();
    sums.forEach(
        (layer, sum) ->
            totals.add(
                new LayerTotal(
                    layer,
                    sum.operations,
                    sum.trips,
                    sum.later,
                    sum.atLeast,
                    sum.all,
                    known(sum.own > 0, sum.own),
                    known(sum.calls > 0, sum.calls - sum.ownOfCalls),
                    sum.critical)));
    return totals;
  }

  private static OptionalLong known(boolean is, long nanos) {
    return is ? OptionalLong.of(Math.max(0, nanos)) : OptionalLong.empty();
  }
}
