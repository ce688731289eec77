package dev.lightfoot.app.ui.compare;

import dev.lightfoot.analysis.compare.LedgerShift;
import dev.lightfoot.app.ui.chart.LayerCell;
import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.control.Columns;
import dev.lightfoot.app.ui.control.Labels;
import dev.lightfoot.app.ui.control.Tables;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.report.compare.LedgerShiftTable;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// The bills of both sides beside each other, layer by layer, and what lies between them.
final class LedgerTwin {
  /// In em, of all columns; together they have room beside what moved the total.
  private static final List<Double> WIDTHS =
      List.of(8.0, 4.2, 4.2, 4.4, 6.2, 6.2, 4.4, 4.6, 4.6, 4.6);

  private LedgerTwin() {}

  static TableView<LedgerShift> table(Look look) {
    TableView<LedgerShift> table =
        Tables.of(
            Words.text("compare.tab.ledger.name"),
            Labels.wrapped(Words.text("compare.tab.ledger.none"), "quiet"));
    table.setId("compare-ledger");
    table.setStyle("-fx-padding: 0 0.6em 0 0.6em;");
    List<String> heads = LedgerShiftTable.heads();
    TableColumn<LedgerShift, String> layer =
        Columns.text(heads.getFirst(), look.em(WIDTHS.getFirst()), row -> cell(row, 0));
    layer.setCellFactory(_ -> new LayerCell<>(look, row -> Optional.of(row.layer())));
    table.getColumns().add(layer);
    for (int i = 1; i < heads.size(); i++) {
      int column = i;
      table
          .getColumns()
          .add(Columns.number(heads.get(i), look.em(WIDTHS.get(i)), row -> cell(row, column)));
    }
    Columns.fill(table, layer, look.em(LayerCell.WIDTH));
    return table;
  }

  private static String cell(LedgerShift row, int column) {
    return LedgerShiftTable.cells(row).get(column);
  }
}
