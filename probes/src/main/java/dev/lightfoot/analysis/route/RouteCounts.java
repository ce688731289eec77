package dev.lightfoot.analysis.route;

import dev.lightfoot.model.span.Layer;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What was counted so far: a row for each route, each kind of statement and each layer.
final class RouteCounts {
  /// Most time first, then most requests; then by name, so that the order is total.
  private static final Comparator<RouteStatistics> ORDER =
      Comparator.comparingLong((RouteStatistics each) -> -each.durations().totalNanos())
          .thenComparingLong(each -> -each.count())
          .thenComparing(each -> each.key().name())
          .thenComparing(each -> each.key().service().orElse(""))
          .thenComparing(each -> each.key().layer());

  /// Rows of routes, and of kinds of statements.
  static final int MAX_ROWS = 5_000;

  private final Map<RouteKey, RouteRow> routes = new HashMap<>();
  private final Map<RouteKey, RouteRow> statements = new HashMap<>();
  private final Map<Layer, LayerRow> layers = new EnumMap<>(Layer.class);
  private long unlisted;
  private long unassigned;

  /// The row of that key, made where there is none; null where there are too many.
  @Nullable RouteRow row(RouteKey key) {
    Map<RouteKey, RouteRow> rows = key.layer().receives() ? routes : statements;
    RouteRow known = rows.get(key);
    if (known == null && rows.size() < MAX_ROWS) {
      known = new RouteRow(key);
      rows.put(key, known);
    }
    return known;
  }

  LayerRow layer(Layer layer) {
    return layers.computeIfAbsent(layer, LayerRow::new);
  }

  /// A request of a route that has no row.
  void unlisted() {
    unlisted++;
  }

  /// Trips under no request.
  void unassigned(long trips) {
    unassigned += trips;
  }

  /// As they are now.
  RouteCounts copy() {
    RouteCounts copy = new RouteCounts();
    routes.forEach((key, row) -> copy.routes.put(key, row.copy()));
    statements.forEach((key, row) -> copy.statements.put(key, row.copy()));
    layers.forEach((layer, row) -> copy.layers.put(layer, row.copy()));
    copy.unlisted = unlisted;
    copy.unassigned = unassigned;
    return copy;
  }

  /// For others to read; nothing may be counted here any more.
  RouteSummary summary() {
    return new RouteSummary(
        statistics(routes.values().stream()),
        statistics(statements.values().stream()),
        layers.values().stream().map(LayerRow::statistics).toList(),
        unlisted,
        unassigned);
  }

  private static List<RouteStatistics> statistics(Stream<RouteRow> rows) {
    return rows.map(RouteRow::statistics).sorted(ORDER).toList();
  }
}
