package dev.lightfoot.app.ui.logs;

import dev.lightfoot.analysis.route.Durations;
import dev.lightfoot.analysis.route.RouteStatistics;
import dev.lightfoot.analysis.route.RouteSummary;
import dev.lightfoot.analysis.route.SlowestOverTime;
import dev.lightfoot.app.ui.logs.LogsViewModel.Kind;
import dev.lightfoot.app.ui.logs.LogsViewModel.RouteRow;
import dev.lightfoot.app.ui.workspace.LogShelf;
import dev.lightfoot.model.Layer;
import dev.lightfoot.store.span.Histogram;
import dev.lightfoot.store.span.Percentiles;
import dev.lightfoot.store.span.SpanStatistics;
import dev.lightfoot.store.span.SpanStore;
import dev.lightfoot.store.span.TraceFilter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Asks the stores for the rows of the logs screen.
final class RouteRows {
  /// Beyond, a route has no picture over time: each costs a question to the store.
  private static final int MOST_PICTURES = 60;

  private RouteRows() {}

  /// All of one kind, the costliest first.
  static List<RouteRow> of(LogShelf.Stores stores, Kind kind) throws IOException {
    List<RouteRow> rows = new ArrayList<>(read(stores.files().summary(), kind));
    if (stores.received().isPresent()) {
      rows.addAll(received(stores.received().get(), kind));
    }
    rows.sort(Comparator.comparingLong(RouteRow::cost).reversed());
    return rows;
  }

  private static List<RouteRow> read(RouteSummary summary, Kind kind) {
    List<RouteStatistics> told =
        (kind == Kind.ROUTES ? summary.routes() : summary.statements())
            .stream()
                .filter(each -> kind == Kind.ROUTES || each.key().layer() == layer(kind))
                .toList();
    List<SlowestOverTime> timed =
        told.stream().map(RouteStatistics::slowest).filter(each -> !each.isEmpty()).toList();
    long from = timed.stream().mapToLong(SlowestOverTime::fromUnixNanos).min().orElse(0);
    long to = timed.stream().mapToLong(SlowestOverTime::toUnixNanos).max().orElse(0);
    return told.stream()
        .map(
            each ->
                new RouteRow(
                    false, counted(each), each.slowest().between(from, to, LogsViewModel.STEPS)))
        .toList();
  }

  private static SpanStatistics counted(RouteStatistics told) {
    Map<Layer, Long> trips = new EnumMap<>(Layer.class);
    told.calls().forEach((layer, calls) -> trips.put(layer, calls.trips()));
    return new SpanStatistics(
        told.key().service().orElse(""),
        told.key().name(),
        told.key().layer(),
        told.count(),
        told.errors(),
        percentiles(told.durations()),
        told.selfNanos(),
        trips);
  }

  /// Of few, the 95th and 99th percentile is the longest.
  private static Optional<Percentiles> percentiles(Durations durations) {
    return durations.count() == 0
        ? Optional.empty()
        : Optional.of(
            new Percentiles(
                durations.p50().orElse(0),
                durations.p95().orElse(durations.longestNanos()),
                durations.p99().orElse(durations.longestNanos())));
  }

  private static List<RouteRow> received(SpanStore store, Kind kind) throws IOException {
    List<SpanStatistics> found =
        kind == Kind.ROUTES
            ? store.routes(TraceFilter.ALL)
            : store.operations(TraceFilter.builder().layer(layer(kind)).build());
    List<RouteRow> rows = new ArrayList<>();
    for (SpanStatistics told : found) {
      if (kind == Kind.ROUTES ? told.layer().receives() : told.layer() == layer(kind)) {
        rows.add(new RouteRow(true, told, List.of()));
      }
    }
    rows.sort(Comparator.comparingLong(RouteRow::cost).reversed());
    Histogram all = store.histogram(TraceFilter.ALL, LogsViewModel.STEPS);
    for (int i = 0; i < Math.min(rows.size(), MOST_PICTURES); i++) {
      SpanStatistics told = rows.get(i).told();
      rows.set(i, new RouteRow(true, told, slowest(store, told, all)));
    }
    return rows;
  }

  /// On the axis of all of them.
  private static List<Long> slowest(SpanStore store, SpanStatistics told, Histogram all)
      throws IOException {
    if (all.buckets().isEmpty()) {
      return List.of();
    }
    long end = all.fromUnixNanos() + all.stepNanos() * all.buckets().size();
    TraceFilter filter = conditions(told).from(all.fromUnixNanos()).before(end).build();
    return store.histogram(filter, all.buckets().size()).buckets().stream()
        .map(Histogram.Bucket::slowestNanos)
        .toList();
  }

  private static Layer layer(Kind kind) {
    return kind == Kind.CACHE ? Layer.CACHE : Layer.DATABASE;
  }

  /// The traces of one row.
  static TraceFilter filter(SpanStatistics told) {
    return conditions(told).build();
  }

  private static TraceFilter.Builder conditions(SpanStatistics told) {
    TraceFilter.Builder builder =
        told.layer().receives()
            ? TraceFilter.builder().route(told.name())
            : TraceFilter.builder().layer(told.layer()).text(told.name());
    return told.service().isEmpty() ? builder : builder.service(told.service());
  }

  /// Who keeps its traces.
  static SpanStore store(LogShelf.Stores stores, RouteRow row) {
    return row.received() ? stores.received().orElse(stores.files().kept()) : stores.files().kept();
  }
}
