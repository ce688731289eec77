package dev.lightfoot.app.ui.logs;

import dev.lightfoot.app.ui.logs.LogsViewModel.Kind;
import dev.lightfoot.app.ui.logs.LogsViewModel.RouteRow;
import dev.lightfoot.app.ui.workspace.LogShelf;
import dev.lightfoot.model.Layer;
import dev.lightfoot.store.span.Histogram;
import dev.lightfoot.store.span.SpanStatistics;
import dev.lightfoot.store.span.SpanStore;
import dev.lightfoot.store.span.TraceFilter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Asks the stores for the rows of the logs screen.
final class RouteRows {
  /// Beyond, a route has no picture over time: each costs a question to the store.
  private static final int MOST_PICTURES = 60;

  private RouteRows() {}

  /// All of one kind, the costliest first.
  static List<RouteRow> of(LogShelf.Stores stores, Kind kind) throws IOException {
    List<RouteRow> rows = new ArrayList<>(rows(stores.files(), kind, false));
    if (stores.received().isPresent()) {
      rows.addAll(rows(stores.received().get(), kind, true));
    }
    rows.sort(Comparator.comparingLong(RouteRow::cost).reversed());
    return rows;
  }

  private static List<RouteRow> rows(SpanStore store, Kind kind, boolean received)
      throws IOException {
    List<SpanStatistics> found =
        kind == Kind.ROUTES
            ? store.routes(TraceFilter.ALL)
            : store.operations(TraceFilter.builder().layer(layer(kind)).build());
    List<RouteRow> rows = new ArrayList<>();
    for (SpanStatistics told : found) {
      if (kind == Kind.ROUTES ? received(told.layer()) : told.layer() == layer(kind)) {
        rows.add(new RouteRow(received, told, List.of()));
      }
    }
    rows.sort(Comparator.comparingLong(RouteRow::cost).reversed());
    for (int i = 0; i < Math.min(rows.size(), MOST_PICTURES); i++) {
      SpanStatistics told = rows.get(i).told();
      Histogram over = store.histogram(filter(told), LogsViewModel.STEPS);
      rows.set(
          i,
          new RouteRow(
              received,
              told,
              over.buckets().stream().map(Histogram.Bucket::slowestNanos).toList()));
    }
    return rows;
  }

  private static Layer layer(Kind kind) {
    return kind == Kind.CACHE ? Layer.CACHE : Layer.DATABASE;
  }

  /// Whether a layer receives requests: a statement that is in no trace is no route.
  private static boolean received(Layer layer) {
    return switch (layer) {
      case PROXY, APP, REQUEST, QUEUE, BROWSER, MIDDLEWARE, TEMPLATE, RESPONSE -> true;
      case DATABASE, CACHE, EXTERNAL, DNS, TCP, TLS, QUIC -> false;
    };
  }

  /// The traces of one row.
  static TraceFilter filter(SpanStatistics told) {
    TraceFilter.Builder builder =
        received(told.layer())
            ? TraceFilter.builder().route(told.name())
            : TraceFilter.builder().layer(told.layer()).text(told.name());
    return told.service().isEmpty() ? builder.build() : builder.service(told.service()).build();
  }

  /// Who told of it.
  static SpanStore store(LogShelf.Stores stores, RouteRow row) {
    return row.received() ? stores.received().orElse(stores.files()) : stores.files();
  }
}
