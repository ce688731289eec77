package dev.lightfoot.analysis.stack;

import dev.lightfoot.analysis.join.JoinedBy;
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Finds what was joined without an id below a span that is too short for it.
final class Overlong {
  /// What two recorders of one call may differ in besides their clocks' steps.
  private static final long SLACK_NANOS = 1_000_000;

  private final PlacedTree placed;
  private final RowMaker rows;

  Overlong(PlacedTree placed, RowMaker rows) {
    this.placed = placed;
    this.rows = rows;
  }

  List<StackRemark> remarks() {
    List<StackRemark> remarks = new ArrayList<>();
    for (int i = 0; i < placed.tree().size(); i++) {
      if (placed.span(i).time().start().isPresent()) {
        int at = i;
        excess(i)
            .forEach(
                (layer, nanos) ->
                    remarks.add(new StackRemark.LongerThanParent(rows.label(at), layer, nanos)));
      }
    }
    return remarks;
  }

  private Map<Layer, Long> excess(int at) {
    Map<Layer, List<Integer>> byLayer = new EnumMap<>(Layer.class);
    for (int child : placed.tree().children(at)) {
      if (withoutId(placed.span(child)) && !placed.floating(child)) {
        byLayer.computeIfAbsent(placed.span(child).layer(), _ -> new ArrayList<>()).add(child);
      }
    }
    Map<Layer, Long> excess = new EnumMap<>(Layer.class);
    Span parent = placed.span(at);
    byLayer.forEach(
        (layer, children) -> {
          long step =
              children.stream()
                  .mapToLong(child -> placed.span(child).time().resolutionNanos())
                  .max()
                  .orElse(0);
          long most =
              parent.time().durationNanos()
                  + parent.time().durationStepNanos()
                  + 2 * step
                  + SLACK_NANOS;
          long covered = covered(children);
          if (covered > most) {
            excess.put(layer, covered - parent.time().durationNanos());
          }
        });
    return excess;
  }

  private static boolean withoutId(Span span) {
    return span.attributes()
        .get(AttributeNames.JOINED)
        .flatMap(JoinedBy::ofLabel)
        .filter(by -> by.compareTo(JoinedBy.REQUEST_ID) > 0)
        .isPresent();
  }

  /// Time in which any of them was under way.
  private long covered(List<Integer> spans) {
    List<StackBar> bars =
        spans.stream()
            .map(placed::bar)
            .sorted(Comparator.comparingLong(StackBar::startNanos))
            .toList();
    long covered = 0;
    long cursor = Long.MIN_VALUE;
    for (StackBar bar : bars) {
      covered += Math.max(0, bar.endNanos() - Math.max(cursor, bar.startNanos()));
      cursor = Math.max(cursor, bar.endNanos());
    }
    return covered;
  }
}
