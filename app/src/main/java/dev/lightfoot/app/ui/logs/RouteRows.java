package dev.lightfoot.app.ui.logs;

import dev.lightfoot.analysis.route.RouteKey;
import dev.lightfoot.analysis.route.RouteStatistics;
import dev.lightfoot.analysis.route.RouteSummary;
import dev.lightfoot.analysis.route.SlowestOverTime;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.store.span.TraceFilter;
import java.util.List;

/// Makes the rows of the logs screen of what was counted.
final class RouteRows {
  /// Into how many steps the time of a route is cut.
  static final int STEPS = 40;

  private RouteRows() {}

  /// All of one kind, in the order in which they were counted: most time first.
  static List<LogsRow> of(RouteSummary summary, LogsRow.Kind kind) {
    List<RouteStatistics> counted =
        (kind == LogsRow.Kind.ROUTES ? summary.routes() : summary.statements())
            .stream()
                .filter(each -> kind == LogsRow.Kind.ROUTES || each.key().layer() == layer(kind))
                .toList();
    List<SlowestOverTime> timed =
        counted.stream().map(RouteStatistics::slowest).filter(each -> !each.isEmpty()).toList();
    long from = timed.stream().mapToLong(SlowestOverTime::fromUnixNanos).min().orElse(0);
    long to = timed.stream().mapToLong(SlowestOverTime::toUnixNanos).max().orElse(0);
    return counted.stream()
        .map(each -> new LogsRow(each, each.slowest().between(from, to, STEPS)))
        .toList();
  }

  private static Layer layer(LogsRow.Kind kind) {
    return kind == LogsRow.Kind.CACHE ? Layer.CACHE : Layer.DATABASE;
  }

  /// The traces of one row.
  static TraceFilter filter(RouteKey key) {
    return TraceFilter.builder().named(key.layer(), key.service().orElse(""), key.name()).build();
  }
}
