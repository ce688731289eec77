package dev.lightfoot.app.ui.detail;

import dev.lightfoot.analysis.bill.Amount;
import dev.lightfoot.app.ui.chart.LayerCell;
import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.chart.paint.Swatch;
import dev.lightfoot.app.ui.control.Columns;
import dev.lightfoot.app.ui.control.GivingWay;
import dev.lightfoot.app.ui.control.Heads;
import dev.lightfoot.app.ui.control.Labels;
import dev.lightfoot.app.ui.control.SumRow;
import dev.lightfoot.app.ui.control.Tables;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.report.drawing.Ink;
import dev.lightfoot.report.layout.BillTable;
import dev.lightfoot.report.layout.LedgerTable;
import dev.lightfoot.report.words.Numbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;

/// The bill of a run as a tab: by layer and peer what it waited for, and beside it what it did in
/// all.
public final class BillTab {
  private static final List<String> EXPLAINED =
      List.of("trips", "rtt", "distance", "work", "transfer", "queue", "unexplained");

  /// In em.
  private static final double NARROW = 52;

  private final Look look;
  private final Tab tab = new Tab();
  private final Label count = Labels.of("", "tab-count");
  private final TableView<BillRow> table;
  private final List<TableColumn<BillRow, String>> inAll = new ArrayList<>();

  /// @param id of the tab; its table's is that with `-table` after it
  public BillTab(String id, Look look) {
    this.look = look;
    table = Tables.of(Words.text("bill.name"), Labels.of(Words.text("bill.empty")));
    table.setId(id + "-table");
    table.setStyle("-fx-padding: 0 0.6em 0 0.6em;");
    table.fixedCellSizeProperty().bind(look.em(1.86));
    SumRow.in(table, true, BillRow::isSum, BillRow::spoken);
    addColumns();
    tab.setId(id);
    tab.setClosable(false);
    HBox head = new HBox(12, Labels.of(Words.text("bill.tab"), "tab-name"), count);
    head.setMouseTransparent(true);
    tab.setGraphic(head);
    tab.setContent(table);
  }

  public Tab tab() {
    return tab;
  }

  public TableView<BillRow> table() {
    return table;
  }

  /// Shows that bill.
  public void show(BillTable bill) {
    List<BillRow> rows = BillRow.of(bill);
    int selected = table.getSelectionModel().getSelectedIndex();
    table.getItems().setAll(rows);
    // Where everything was waited for, the same numbers twice say nothing.
    boolean apart = rows.stream().anyMatch(BillRow::isApart);
    inAll.forEach(column -> column.setVisible(apart));
    table.sort();
    if (selected >= 0 && selected < rows.size()) {
      table.getSelectionModel().select(selected);
    }
    count.setText(Integer.toString(Math.max(0, rows.size() - 1)));
  }

  private void addColumns() {
    TableColumn<BillRow, String> layer =
        Columns.text(Words.text("ledger.layer"), look.em(LayerCell.WIDTH), BillRow::name);
    layer.setCellFactory(_ -> new LayerCell<>(look, BillRow::layer));
    TableColumn<BillRow, String> peer =
        Columns.text(Words.text("ledger.peer"), look.em(12), BillRow::peer);
    table.getColumns().add(layer);
    table.getColumns().add(peer);
    number("rtt", 4.9, BillRow::rtt);
    number("trips", 4.4, row -> BillRow.trips(row.critical()));
    part("distance", 6.8, Ink.DISTANCE, Amount::distanceNanos, LedgerTable.Cells::distance);
    part("work", 5.4, Ink.WORK, Amount::workNanos, LedgerTable.Cells::work);
    part("transfer", 6.4, Ink.TRANSFER, Amount::transferNanos, LedgerTable.Cells::transfer);
    Columns.showFilled(
        table,
        List.of(part("queue", 5.6, Ink.QUEUE, Amount::queueNanos, LedgerTable.Cells::queue)));
    part(
        "unexplained",
        7.7,
        Ink.UNEXPLAINED,
        Amount::unexplainedNanos,
        LedgerTable.Cells::unexplained);
    total("ledger.total-ms", 5.6, BillRow::critical);
    TableColumn<BillRow, String> trips =
        Columns.number(Words.text("bill.trips"), look.em(6), row -> BillRow.trips(row.all()));
    TableColumn<BillRow, String> distance =
        Columns.number(
            Words.text("bill.distance"),
            look.em(8),
            row -> BillRow.part(row.all(), Amount::distanceNanos, LedgerTable.Cells::distance));
    inAll.addAll(List.of(trips, distance, total("bill.total", 6.6, BillRow::all)));
    table.getColumns().addAll(table.getColumns().size() - 1, List.of(trips, distance));
    explain();
    GivingWay.let(table, peer, look.em(7), Map.of(layer, look.em(LayerCell.WIDTH)));
    table.widthProperty().subscribe(_ -> drop(peer));
    look.emProperty().subscribe(_ -> drop(peer));
  }

  private void number(String key, double width, Function<BillRow, String> value) {
    table.getColumns().add(Columns.number(Words.text("ledger." + key), look.em(width), value));
  }

  private TableColumn<BillRow, String> part(
      String key,
      double width,
      Ink ink,
      ToLongFunction<Amount> nanos,
      ToLongFunction<LedgerTable.Cells> tenths) {
    TableColumn<BillRow, String> column =
        Columns.number(
            Words.text("ledger." + key),
            look.em(width),
            row -> BillRow.part(row.critical(), nanos, tenths));
    column.setGraphic(new Swatch(look, ink));
    table.getColumns().add(column);
    return column;
  }

  /// Where even the numbers have no room, the peers give way.
  private void drop(TableColumn<BillRow, String> peer) {
    peer.setVisible(table.getWidth() == 0 || table.getWidth() > NARROW * look.em());
  }

  private TableColumn<BillRow, String> total(
      String key, double width, Function<BillRow, BillTable.Sums> sums) {
    TableColumn<BillRow, String> column =
        Columns.total(
            Words.text(key),
            look.em(width),
            row -> Numbers.ofTenths(sums.apply(row).cells().total()));
    table.getColumns().add(column);
    return column;
  }

  private void explain() {
    Map<TableColumn<BillRow, ?>, String> meanings = new LinkedHashMap<>();
    for (TableColumn<BillRow, ?> column : table.getColumns()) {
      for (String each : EXPLAINED) {
        if (Words.text("ledger." + each).equals(column.getText())) {
          meanings.put(column, Words.text("meaning." + each));
        }
      }
      if (column.getText().equals(Words.text("ledger.total-ms"))) {
        meanings.put(column, Words.text("meaning.waited"));
      } else if (column.getText().equals(Words.text("bill.total"))) {
        meanings.put(column, Words.text("meaning.in-all"));
      }
    }
    Heads.explain(table, meanings);
  }
}
