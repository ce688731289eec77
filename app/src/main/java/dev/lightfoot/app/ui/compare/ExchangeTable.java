package dev.lightfoot.app.ui.compare;

import dev.lightfoot.analysis.compare.Comparison;
import dev.lightfoot.analysis.compare.ExchangeShift;
import dev.lightfoot.analysis.compare.Verdict;
import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.control.Buttons;
import dev.lightfoot.app.ui.control.Columns;
import dev.lightfoot.app.ui.control.Labels;
import dev.lightfoot.app.ui.control.Tables;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.report.compare.CompareWords;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;

/// Requests of both sides, one row for each that is the same.
final class ExchangeTable {
  private final TableView<Row> table;
  private final ObservableList<Row> rows = FXCollections.observableArrayList();

  /// A request of a comparison.
  record Row(ExchangeShift exchange, Comparison comparison) {}

  /// @param key what its id and its sentence where it is empty are called by
  /// @param clear shows all requests again
  ExchangeTable(Look look, String key, Runnable clear) {
    table =
        Tables.of(
            Words.text("compare.tab." + key + ".name"),
            nothing(Words.text("compare.tab." + key + ".none"), clear));
    table.setId("compare-" + key);
    table.setStyle("-fx-padding: 0 0.6em 0 0.6em;");
    TableColumn<Row, String> request =
        Columns.column(
            Words.text("compare.request"),
            look.em(16),
            row -> CompareSentences.request(row.exchange(), row.comparison()),
            (cell, _) -> Columns.explain(cell, cell.getText()),
            "mono");
    table
        .getColumns()
        .addAll(
            List.of(
                Columns.text("", look.em(2), row -> CompareWords.mark(row.exchange().matchedBy())),
                request,
                Columns.column(
                    Words.text("compare.matched-by"),
                    look.em(7.4),
                    row -> CompareSentences.matchedBy(row.exchange(), row.comparison()),
                    (cell, _) -> Columns.explain(cell, cell.getText()),
                    "left"),
                Columns.number(
                    Words.text("compare.before"),
                    look.em(4.9),
                    row -> CompareSentences.millis(row.exchange().shift().a())),
                Columns.number(
                    Words.text("compare.after"),
                    look.em(4.9),
                    row -> CompareSentences.millis(row.exchange().shift().b())),
                Columns.number(
                    Words.text("compare.trips"),
                    look.em(5.4),
                    row -> CompareSentences.trips(row.exchange())),
                Columns.number(
                    Words.text("compare.bytes"),
                    look.em(10.4),
                    row -> CompareSentences.bytes(row.exchange())),
                Columns.column(
                    Words.text("compare.verdict"),
                    look.em(9.4),
                    ExchangeTable::verdict,
                    ExchangeTable::colour,
                    "left")));
    table.getColumns().getFirst().setId("compare-mark-" + key);
    Columns.fill(table, request, look.em(9));
    Tables.sorted(table, rows);
  }

  private static VBox nothing(String sentence, Runnable clear) {
    Button all = Buttons.small(Words.text("page.filter.clear"), clear);
    VBox box = new VBox(10, Labels.wrapped(sentence, "quiet"), all);
    box.setAlignment(Pos.CENTER);
    return box;
  }

  TableView<Row> table() {
    return table;
  }

  void show(List<ExchangeShift> exchanges, Comparison comparison) {
    rows.setAll(exchanges.stream().map(each -> new Row(each, comparison)).toList());
  }

  private static String verdict(Row row) {
    return switch (row.exchange().matchedBy()) {
      case ADDED -> Words.text("compare.added");
      case REMOVED -> Words.text("compare.removed");
      case SAME_URL, HASH_IGNORED, HOST_IGNORED, POSITION ->
          CompareWords.verdict(row.exchange().shift().verdict());
    };
  }

  static void colour(TableCell<?, String> cell, Row row) {
    Verdict verdict = row.exchange().shift().verdict();
    colour(cell, verdict);
  }

  static void colour(TableCell<?, String> cell, Verdict verdict) {
    cell.getStyleClass().removeAll("faster", "slower");
    switch (verdict) {
      case FASTER -> cell.getStyleClass().add("faster");
      case SLOWER -> cell.getStyleClass().add("slower");
      case NO_CHANGE_SHOWN, NOT_ENOUGH_RUNS -> {}
    }
  }
}
