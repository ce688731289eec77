package dev.lightfoot.app.ui.probe;

import dev.lightfoot.analysis.ledger.LedgerLine;
import dev.lightfoot.app.ui.chart.BarCell;
import dev.lightfoot.app.ui.chart.LayerCell;
import dev.lightfoot.app.ui.chart.paint.Brush;
import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.chart.paint.Swatch;
import dev.lightfoot.app.ui.control.Columns;
import dev.lightfoot.app.ui.control.Heads;
import dev.lightfoot.app.ui.control.Labels;
import dev.lightfoot.app.ui.control.SumRow;
import dev.lightfoot.app.ui.control.Tables;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.report.drawing.Ink;
import dev.lightfoot.report.layout.Axis;
import dev.lightfoot.report.words.Numbers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import javafx.geometry.Dimension2D;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;
import javafx.scene.text.TextAlignment;

/// The bill: one line per layer, trips × RTT and what is left, bars on one axis.
final class LedgerPane extends StackPane {
  private static final List<String> EXPLAINED =
      List.of("trips", "rtt", "distance", "work", "transfer", "queue", "unexplained");

  private final Look look;
  private final TableView<LedgerRow> table;
  private final BarCell.Head head;
  private Axis axis = new Axis(1, 1);

  LedgerPane(Look look) {
    this.look = look;
    getStyleClass().add("panel");
    setStyle("-fx-padding: 0.15em 0.57em 0.15em 0.57em;");
    table = Tables.of(Words.text("ledger.name"), Labels.of(Words.text("ledger.empty")));
    table.setId("ledger");
    SumRow.in(table, false, LedgerRow::isSum, LedgerPane::spoken);
    head = BarCell.head(look, this::drawHead);
    Tables.fitToRows(table, look.emProperty());
    addColumns();
    getChildren().add(table);
  }

  TableView<LedgerRow> table() {
    return table;
  }

  void show(ProbeReading reading) {
    List<LedgerRow> rows = LedgerRow.of(reading);
    long longest =
        rows.stream()
            .flatMap(row -> row.line().stream())
            .mapToLong(LedgerLine::totalNanos)
            .max()
            .orElse(1);
    axis = Axis.holding(longest);
    int selected = table.getSelectionModel().getSelectedIndex();
    table.getItems().setAll(rows);
    table.sort();
    table.getSelectionModel().select(selected);
    table.refresh();
    head.redraw();
  }

  private void addColumns() {
    add(layer());
    TableColumn<LedgerRow, String> peer =
        Columns.text(Words.text("ledger.peer"), look.em(12), LedgerRow::peer);
    add(peer);
    add(Columns.number(Words.text("ledger.trips"), look.em(4.4), LedgerRow::tripsText));
    add(Columns.number(Words.text("ledger.rtt"), look.em(4.9), LedgerRow::rttText));
    add(part("distance", 7, Ink.DISTANCE, row -> row.cells().distance(), LedgerPane::hasTrips));
    add(part("work", 5.6, Ink.WORK, row -> row.cells().work(), _ -> false));
    add(part("transfer", 6.4, Ink.TRANSFER, row -> row.cells().transfer(), _ -> false));
    TableColumn<LedgerRow, String> queue =
        part("queue", 5.6, Ink.QUEUE, row -> row.cells().queue(), _ -> false);
    add(queue);
    add(part("unexplained", 7.7, Ink.UNEXPLAINED, row -> row.cells().unexplained(), _ -> true));
    TableColumn<LedgerRow, String> total =
        Columns.total(
            Words.text("ledger.total-ms"),
            look.em(6),
            row -> Numbers.ofTenths(row.cells().total()));
    add(total);
    TableColumn<LedgerRow, String> bars =
        BarCell.column(look, head, this::drawRow, LedgerRow::remark);
    add(bars);
    add(evidence());
    explain();
    Columns.fill(table, bars, look.em(8));
    table.widthProperty().subscribe(width -> drop(peer, queue, bars, width.doubleValue()));
    look.emProperty().subscribe(_ -> drop(peer, queue, bars, table.getWidth()));
  }

  private void explain() {
    Map<TableColumn<LedgerRow, ?>, String> meanings = new LinkedHashMap<>();
    for (String each : EXPLAINED) {
      String title = Words.text("ledger." + each);
      table.getColumns().stream()
          .filter(column -> title.equals(column.getText()))
          .forEach(column -> meanings.put(column, Words.text("meaning." + each)));
    }
    Heads.explain(table, meanings);
  }

  private void add(TableColumn<LedgerRow, String> column) {
    table.getColumns().add(column);
  }

  /// On a narrow window Peer goes first, then Queue, then the bars; nothing shrinks.
  private void drop(
      TableColumn<LedgerRow, String> peer,
      TableColumn<LedgerRow, String> queue,
      TableColumn<LedgerRow, String> bars,
      double width) {
    peer.setVisible(width == 0 || width > look.em() * 84.5);
    queue.setVisible(width == 0 || width > look.em() * 72.5);
    bars.setVisible(width == 0 || width > look.em() * 66.5);
  }

  private TableColumn<LedgerRow, String> layer() {
    TableColumn<LedgerRow, String> column =
        Columns.text(Words.text("ledger.layer"), look.em(LayerCell.WIDTH), LedgerRow::name);
    column.setCellFactory(_ -> new LayerCell<>(look, row -> row.line().map(LedgerLine::layer)));
    return column;
  }

  private TableColumn<LedgerRow, String> part(
      String key,
      double width,
      Ink ink,
      ToLongFunction<LedgerRow> tenths,
      Function<LedgerRow, Boolean> applies) {
    TableColumn<LedgerRow, String> column =
        Columns.number(
            Words.text("ledger." + key),
            look.em(width),
            row -> LedgerRow.part(tenths.applyAsLong(row), applies.apply(row)));
    column.setGraphic(new Swatch(look, ink));
    return column;
  }

  private static boolean hasTrips(LedgerRow row) {
    return row.trips().isPresent()
        && row.line().map(line -> line.rttNanos().isPresent()).orElse(true);
  }

  private TableColumn<LedgerRow, String> evidence() {
    return Columns.column(
        "",
        look.em(2.6),
        LedgerRow::evidence,
        (cell, row) ->
            row.line()
                .ifPresent(
                    line ->
                        Columns.explain(cell, Words.text("evidence." + line.evidence().label()))),
        "centred");
  }

  private void drawHead(Brush brush, Dimension2D size) {
    if (table.getItems().isEmpty()) {
      return;
    }
    double scale = plot(size) / axis.endNanos();
    List<Long> ticks = axis.ticks();
    double step = scale * axis.stepNanos();
    int every = step < 2.6 * brush.em() ? 2 : 1;
    double taken = 0;
    for (int i = 0; i < ticks.size(); i += every) {
      boolean last = i + every >= ticks.size();
      String label = axis.label(ticks.get(i)) + (last ? " ms" : "");
      double wide = Brush.monoWidth(label, Brush.Face.MONO.font(brush.em()).getSize());
      double middle = ticks.get(i) * scale;
      double left = Math.min(i == 0 ? middle : middle - wide / 2, size.getWidth() - wide);
      if (left >= taken) {
        brush.text(
            Brush.Face.MONO, "text-2", label, left, size.getHeight() / 2, TextAlignment.LEFT);
        taken = left + wide + 0.3 * brush.em();
      }
    }
  }

  private void drawRow(Brush brush, Dimension2D size, LedgerRow row) {
    double scale = plot(size) / axis.endNanos();
    for (long tick : axis.ticks()) {
      double x = Math.rint(tick * scale) + 0.5;
      brush.line("border", 1, x, 0, x, size.getHeight());
    }
    double height = Math.rint(size.getHeight() * 0.45);
    double y = Math.rint((size.getHeight() - height) / 2);
    row.line().ifPresent(line -> drawLine(brush, line, scale, y, height));
  }

  private static void drawLine(
      Brush brush, LedgerLine line, double scale, double y, double height) {
    double x = 0;
    x += segment(brush, Ink.DISTANCE, x, line.distanceNanos() * scale, y, height);
    x += segment(brush, Ink.WORK, x, line.workNanos() * scale, y, height);
    x += segment(brush, Ink.TRANSFER, x, line.transferNanos() * scale, y, height);
    x += segment(brush, Ink.QUEUE, x, line.queueNanos() * scale, y, height);
    double unseen = Math.abs(line.unexplainedNanos()) * scale;
    if (unseen >= 1) {
      segment(brush, Ink.UNEXPLAINED, x, unseen, y, height);
    }
  }

  private static double segment(
      Brush brush, Ink ink, double x, double width, double y, double height) {
    if (width > 0) {
      brush.bar(ink, x, y, width, height);
    }
    return width;
  }

  private static double plot(Dimension2D size) {
    return size.getWidth() * 0.86;
  }

  private static String spoken(LedgerRow row) {
    return Words.text(
        "ledger.spoken",
        row.name(),
        row.tripsText(),
        Numbers.ofTenths(row.cells().distance()),
        Numbers.ofTenths(row.cells().total()));
  }
}
