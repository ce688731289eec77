package dev.lightfoot.analysis.route;

import java.util.List;
import java.util.function.UnaryOperator;

/// All of it.
///
/// @param routes those with most time first
/// @param statements kinds of calls to databases and caches, those with most time first; none
///   beyond [RouteTable#MAX_ROUTES]
/// @param layers in the order of [dev.lightfoot.model.span.Layer]
/// @param unlisted requests of routes beyond [RouteTable#MAX_ROUTES], which have no row
/// @param unassigned calls in traces that were found under no request
public record RouteSummary(
    List<RouteStatistics> routes,
    List<RouteStatistics> statements,
    List<LayerStatistics> layers,
    long unlisted,
    long unassigned) {
  public RouteSummary {
    routes = List.copyOf(routes);
    statements = List.copyOf(statements);
    layers = List.copyOf(layers);
  }

  /// How many requests the routes listed here had.
  public long requests() {
    return routes.stream().mapToLong(RouteStatistics::count).sum();
  }

  /// Of how many of those the duration is known.
  public long timed() {
    return routes.stream().mapToLong(each -> each.durations().count()).sum();
  }

  /// The same with other texts of routes, such as those without secrets.
  public RouteSummary with(UnaryOperator<String> texts) {
    return new RouteSummary(
        routes.stream().map(each -> each.with(texts)).toList(),
        statements.stream().map(each -> each.with(texts)).toList(),
        layers,
        unlisted,
        unassigned);
  }
}
