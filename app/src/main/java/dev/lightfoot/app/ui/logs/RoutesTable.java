package dev.lightfoot.app.ui.logs;

import dev.lightfoot.analysis.route.Durations;
import dev.lightfoot.analysis.route.RouteStatistics;
import dev.lightfoot.analysis.route.RouteStatistics.Calls;
import dev.lightfoot.app.ui.chart.BarCell;
import dev.lightfoot.app.ui.chart.paint.Brush;
import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.control.Columns;
import dev.lightfoot.app.ui.control.Tables;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.report.drawing.Ink;
import dev.lightfoot.report.redact.Redactor;
import dev.lightfoot.report.words.Numbers;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.collections.ObservableList;
import javafx.geometry.Dimension2D;
import javafx.scene.Node;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.text.TextAlignment;

/// The routes: how often, how long, how many trips behind each request.
final class RoutesTable {
  /// The scale of the bars: from a tenth of a millisecond to ten seconds.
  private static final double LOWEST = -1;

  private static final double HIGHEST = 4;

  /// In em.
  private static final double LEAST_ROUTE = 11;

  /// For the bar that scrolls, in em.
  private static final double ROOM = 1.2;

  private final Look look;
  private final TableView<LogsRow> table;
  private final TableColumn<LogsRow, String> route;
  private final TableColumn<LogsRow, String> requests;
  private final TableColumn<LogsRow, String> timed;
  private final TableColumn<LogsRow, String> bars;
  private final TableColumn<LogsRow, String> over;
  private final TableColumn<LogsRow, String> total;
  private final List<TableColumn<LogsRow, String>> trips;

  RoutesTable(Look look, Node placeholder) {
    this.look = look;
    table = Tables.of(Words.text("logs.routes.name"), placeholder);
    table.setId("routes");
    table.getSelectionModel().setSelectionMode(SelectionMode.SINGLE);
    table.fixedCellSizeProperty().bind(look.em(1.9));
    route =
        Columns.column(
            Words.text("logs.head.routes"),
            look.em(16),
            row -> Redactor.redactName(row.key().name()),
            (cell, _) -> cell.getStyleClass().add("strong"),
            "left");
    add(route);
    add(Columns.text(Words.text("logs.service"), look.em(8), LogsRow::service));
    requests = number(look, "requests", 7, row -> Numbers.count(row.counted().count()));
    timed = number(look, "timed", 6, row -> Numbers.count(row.counted().durations().count()));
    timed.setVisible(false);
    number(look, "errors", 5, row -> Numbers.count(row.counted().errors()));
    total = number(look, "total", 7, row -> inAll(row.counted().durations()));
    number(look, "p50", 6, row -> percentile(row.counted().durations().p50(), 1));
    number(look, "p95", 6, row -> percentile(row.counted().durations().p95(), Durations.P95_NEEDS));
    number(
        look, "p99", 6.2, row -> percentile(row.counted().durations().p99(), Durations.P99_NEEDS));
    bars = BarCell.column(look, BarCell.head(look, RoutesTable::scale), RoutesTable::bar, _ -> "");
    bars.prefWidthProperty().bind(look.em(13.5));
    add(bars);
    trips =
        List.of(
            number(look, "trips-db", 6.6, row -> trips(row.counted(), Layer.DATABASE)),
            number(look, "trips-cache", 6.2, row -> trips(row.counted(), Layer.CACHE)),
            number(look, "trips-external", 5.6, row -> trips(row.counted(), Layer.EXTERNAL)));
    over =
        BarCell.column(look, BarCell.head(look, RoutesTable::overHead), RoutesTable::over, _ -> "");
    over.prefWidthProperty().bind(look.em(10));
    add(over);
    Columns.fill(table, route, look.em(LEAST_ROUTE));
    table.widthProperty().subscribe(_ -> fit());
    look.emProperty().subscribe(_ -> fit());
  }

  /// Whether there is room for the bars.
  ReadOnlyBooleanProperty barsProperty() {
    return bars.visibleProperty();
  }

  /// Where there is no room beside the numbers, the pictures are left out; nothing shrinks.
  private void fit() {
    double room =
        table.getWidth()
            - (LEAST_ROUTE + ROOM) * look.em()
            - table.getColumns().stream()
                .filter(TableColumn::isVisible)
                .filter(column -> !List.of(route, bars, over).contains(column))
                .mapToDouble(TableColumn::getPrefWidth)
                .sum()
            - bars.getPrefWidth();
    bars.setVisible(room > 0);
    over.setVisible(room > over.getPrefWidth());
  }

  TableView<LogsRow> table() {
    return table;
  }

  /// Shows of how many the duration is known, where that is not so of all.
  void show(ObservableList<LogsRow> rows) {
    Tables.sorted(table, rows);
    rows.subscribe(
        () -> {
          timed.setVisible(rows.stream().anyMatch(LogsRow::isPartlyTimed));
          fit();
        });
  }

  /// Gives the columns the names of what is counted: a statement is called, a route is requested,
  /// and only behind a request there are trips.
  void dress(LogsRow.Kind kind) {
    boolean routes = kind == LogsRow.Kind.ROUTES;
    route.setText(Words.text("logs.head." + kind.name().toLowerCase(Locale.ROOT)));
    requests.setText(Words.text(routes ? "logs.requests" : "logs.calls"));
    total.setVisible(!routes);
    trips.forEach(column -> column.setVisible(routes));
    fit();
  }

  /// The time of all that is timed.
  private static String inAll(Durations durations) {
    return durations.count() == 0 ? Numbers.NOT_APPLICABLE : Numbers.millis(durations.totalNanos());
  }

  private void add(TableColumn<LogsRow, String> column) {
    table.getColumns().add(column);
  }

  private TableColumn<LogsRow, String> number(
      Look look, String key, double width, Function<LogsRow, String> value) {
    TableColumn<LogsRow, String> column =
        Columns.number(Words.text("logs." + key), look.em(width), value);
    add(column);
    return column;
  }

  /// A percentile, where there are enough durations for it.
  static String percentile(OptionalLong nanos, long needs) {
    if (nanos.isPresent()) {
      return Numbers.millis(nanos.getAsLong());
    }
    return needs == 1 ? Numbers.NOT_APPLICABLE : "n < " + needs;
  }

  /// Trips of one request on average, of those that were found in a trace; with the operations that
  /// they carried where those are more.
  static String trips(RouteStatistics counted, Layer layer) {
    Calls calls = counted.calls().get(layer);
    if (calls == null || counted.traced() == 0) {
      return Numbers.NOT_APPLICABLE;
    }
    String trips = perRequest(calls.trips(), counted);
    return calls.operations() == calls.trips()
        ? trips
        : Words.text("logs.carried", trips, perRequest(calls.operations(), counted));
  }

  /// Whole where it is.
  private static String perRequest(long sum, RouteStatistics counted) {
    return sum % counted.traced() == 0
        ? Numbers.count(sum / counted.traced())
        : Numbers.ofTenths(Math.round(10.0 * sum / counted.traced()));
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
  private static void bar(Brush brush, Dimension2D size, LogsRow row) {
    double middle = Math.rint(size.getHeight() / 2) + 0.5;
    Durations durations = row.counted().durations();
    if (durations.p50().isEmpty()) {
      return;
    }
    double p50 = x(durations.p50().getAsLong(), size.getWidth());
    if (durations.p95().isPresent()) {
      double p95 = x(durations.p95().getAsLong(), size.getWidth());
      double end = x(durations.p99().orElse(durations.p95().getAsLong()), size.getWidth());
      brush.line("text", 1.2, p50, middle, end, middle);
      brush.line("text", 2, p95, middle - 5, p95, middle + 5);
    }
    if (durations.p99().isPresent()) {
      double p99 = x(durations.p99().getAsLong(), size.getWidth());
      brush.line("text", 1.6, p99 - 3.5, middle - 3.5, p99 + 3.5, middle + 3.5);
      brush.line("text", 1.6, p99 - 3.5, middle + 3.5, p99 + 3.5, middle - 3.5);
    }
    brush.dot(Ink.of(Phase.WAIT), p50, middle, 4, false);
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
  private static void over(Brush brush, Dimension2D size, LogsRow row) {
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
