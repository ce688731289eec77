package dev.lightfoot.app.ui.logs;

import dev.lightfoot.app.ui.chart.BarCell;
import dev.lightfoot.app.ui.chart.Brush;
import dev.lightfoot.app.ui.chart.Ink;
import dev.lightfoot.app.ui.chart.Look;
import dev.lightfoot.app.ui.control.Columns;
import dev.lightfoot.app.ui.control.Tables;
import dev.lightfoot.app.ui.logs.LogsViewModel.RouteRow;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.model.Layer;
import dev.lightfoot.model.Phase;
import dev.lightfoot.report.Numbers;
import dev.lightfoot.report.redact.Redactor;
import dev.lightfoot.store.span.Percentiles;
import dev.lightfoot.store.span.SpanStatistics;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Dimension2D;
import javafx.scene.Node;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.text.TextAlignment;

/// The routes: how often, how long, how many trips behind each request.
final class RoutesTable {
  private static final long P95_NEEDS = 20;
  private static final long P99_NEEDS = 100;

  /// The scale of the bars: from a tenth of a millisecond to ten seconds.
  private static final double LOWEST = -1;

  private static final double HIGHEST = 4;

  private final TableView<RouteRow> table;
  private final TableColumn<RouteRow, String> from;

  RoutesTable(Look look, Node placeholder) {
    table = Tables.of(Words.text("logs.routes.name"), placeholder);
    table.setId("routes");
    table.getSelectionModel().setSelectionMode(SelectionMode.SINGLE);
    table.fixedCellSizeProperty().bind(look.em(1.9));
    TableColumn<RouteRow, String> route =
        Columns.column(
            Words.text("logs.route"),
            look.em(16),
            row -> Redactor.redactName(row.told().name()),
            (cell, _) -> cell.getStyleClass().add("strong"),
            "left");
    add(route);
    add(Columns.text(Words.text("logs.service"), look.em(8), row -> row.told().service()));
    from =
        Columns.text(
            Words.text("logs.from"),
            look.em(6),
            row -> Words.text(row.received() ? "logs.from.received" : "logs.from.files"));
    from.setVisible(false);
    add(from);
    number(look, "requests", 7, row -> Numbers.count(row.told().count()));
    number(look, "errors", 5, row -> Numbers.count(row.told().errors()));
    number(look, "p50", 6, row -> percentile(row.told(), 1, Percentiles::p50Nanos));
    number(look, "p95", 6, row -> percentile(row.told(), P95_NEEDS, Percentiles::p95Nanos));
    number(look, "p99", 6.2, row -> percentile(row.told(), P99_NEEDS, Percentiles::p99Nanos));
    TableColumn<RouteRow, String> bars =
        BarCell.column(look, BarCell.head(look, RoutesTable::scale), RoutesTable::bar, _ -> "");
    bars.prefWidthProperty().bind(look.em(13.5));
    add(bars);
    number(look, "trips-db", 5.6, row -> trips(row.told(), Layer.DATABASE));
    number(look, "trips-cache", 4.6, row -> trips(row.told(), Layer.CACHE));
    number(look, "trips-external", 5.6, row -> trips(row.told(), Layer.EXTERNAL));
    TableColumn<RouteRow, String> over =
        BarCell.column(look, BarCell.head(look, RoutesTable::overHead), RoutesTable::over, _ -> "");
    over.prefWidthProperty().bind(look.em(10));
    add(over);
    Columns.fill(table, route, look.em(11));
    // On a narrow window the pictures go first; numbers do not shrink.
    table
        .widthProperty()
        .subscribe(
            width -> {
              over.setVisible(width.doubleValue() > look.em() * 84);
              bars.setVisible(width.doubleValue() > look.em() * 72);
            });
  }

  TableView<RouteRow> table() {
    return table;
  }

  /// Where a route is told of, is said where there are routes of both kinds.
  void show(ObservableList<RouteRow> rows) {
    table.setItems(rows);
    rows.addListener(
        (ListChangeListener<RouteRow>)
            _ ->
                from.setVisible(
                    rows.stream().anyMatch(RouteRow::received)
                        && rows.stream().anyMatch(row -> !row.received())));
  }

  private void add(TableColumn<RouteRow, String> column) {
    table.getColumns().add(column);
  }

  private void number(Look look, String key, double width, Function<RouteRow, String> value) {
    add(Columns.number(Words.text("logs." + key), look.em(width), value));
  }

  /// A percentile, where there are enough requests for it.
  static String percentile(SpanStatistics told, long needs, ToLongFunction<Percentiles> which) {
    Optional<Percentiles> durations = told.durations();
    if (durations.isEmpty()) {
      return Numbers.NOT_APPLICABLE;
    }
    return told.count() < needs
        ? "n < " + needs
        : Numbers.millis(which.applyAsLong(durations.get()));
  }

  /// Trips of one request on average; whole where they are.
  static String trips(SpanStatistics told, Layer layer) {
    long trips = told.trips().getOrDefault(layer, 0L);
    if (trips == 0 || told.count() == 0) {
      return Numbers.NOT_APPLICABLE;
    }
    return trips % told.count() == 0
        ? Numbers.count(trips / told.count())
        : Numbers.ofTenths(Math.round(10.0 * trips / told.count()));
  }

  private static double x(long nanos, double width) {
    double decade = Math.log10(Math.max((double) nanos, 1) / 1e6);
    return Math.clamp((decade - LOWEST) / (HIGHEST - LOWEST), 0, 1) * (width - 24) + 12;
  }

  private static void scale(Brush brush, Dimension2D size) {
    for (String tick : List.of("0.1", "1", "10", "100", "1000")) {
      long nanos = Math.round(Double.parseDouble(tick) * 1e6);
      brush.text(
          Brush.Face.MONO,
          "text-2",
          tick,
          x(nanos, size.getWidth()),
          size.getHeight() / 2,
          TextAlignment.CENTER);
    }
  }

  /// A dot at the median, an upright at the 95th, a cross at the 99th percentile.
  private static void bar(Brush brush, Dimension2D size, RouteRow row) {
    double middle = Math.rint(size.getHeight() / 2) + 0.5;
    row.told()
        .durations()
        .ifPresent(
            each -> {
              double p50 = x(each.p50Nanos(), size.getWidth());
              double p95 = x(each.p95Nanos(), size.getWidth());
              double p99 = x(each.p99Nanos(), size.getWidth());
              double end = row.told().count() >= P99_NEEDS ? p99 : p95;
              if (row.told().count() >= P95_NEEDS) {
                brush.line("text", 1.2, p50, middle, end, middle);
                brush.line("text", 2, p95, middle - 5, p95, middle + 5);
              }
              if (row.told().count() >= P99_NEEDS) {
                brush.line("text", 1.6, p99 - 3.5, middle - 3.5, p99 + 3.5, middle + 3.5);
                brush.line("text", 1.6, p99 - 3.5, middle + 3.5, p99 + 3.5, middle - 3.5);
              }
              brush.dot(Ink.of(Phase.WAIT), p50, middle, 4, false);
            });
  }

  private static void overHead(Brush brush, Dimension2D size) {
    brush.text(
        Brush.Face.CAPTION,
        "text-2",
        Words.text("logs.over"),
        8,
        size.getHeight() / 2,
        TextAlignment.LEFT);
  }

  /// The slowest of each step as a line; steps without any leave a gap.
  private static void over(Brush brush, Dimension2D size, RouteRow row) {
    List<Long> slowest = row.slowest();
    long most = slowest.stream().mapToLong(Long::longValue).max().orElse(0);
    if (most == 0) {
      return;
    }
    double step = (size.getWidth() - 22) / Math.max(1, slowest.size() - 1);
    double bottom = size.getHeight() - 5;
    double high = size.getHeight() - 11;
    double beforeX = Double.NaN;
    double beforeY = 0;
    for (int i = 0; i < slowest.size(); i++) {
      if (slowest.get(i) > 0) {
        double x = 10 + i * step;
        double y = bottom - high * slowest.get(i) / most;
        if (!Double.isNaN(beforeX)) {
          brush.line("wait-border", 1.4, beforeX, beforeY, x, y);
        } else {
          brush.dot(Ink.of(Phase.WAIT), x, y, 1.5, false);
        }
        beforeX = x;
        beforeY = y;
      }
    }
    brush.dot(Ink.of(Phase.WAIT), beforeX, beforeY, 2.4, false);
  }
}
