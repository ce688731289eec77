package dev.lightfoot.app.ui.finding.whatif;

import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.control.Columns;
import dev.lightfoot.app.ui.control.Labels;
import dev.lightfoot.app.ui.control.Tables;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.model.prediction.PathStretch;
import dev.lightfoot.model.prediction.Prediction;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.report.finding.FindingNames;
import dev.lightfoot.report.whatif.PathInShort;
import dev.lightfoot.report.words.Numbers;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// What is waited for after the changes, in short: of each request what passes in each layer.
final class PathTable {
  private final TableView<PathStretch> table;

  PathTable(Look look) {
    table = Tables.of(Words.text("whatif.path"), Labels.of("", "quiet"));
    table.setId("whatif-path");
    TableColumn<PathStretch, String> request =
        Columns.column(
            Words.text("whatif.column.request"),
            look.em(12),
            each -> each.url().replaceFirst("^https?://", ""),
            (cell, each) -> Columns.explain(cell, each.url()),
            "mono");
    table.getColumns().add(request);
    table
        .getColumns()
        .add(Columns.text(Words.text("whatif.column.layer"), look.em(7), PathTable::layer));
    table
        .getColumns()
        .add(
            Columns.number(
                Words.text("whatif.column.time"),
                look.em(5.6),
                each -> Numbers.millis(each.nanos())));
    table
        .getColumns()
        .add(
            Columns.number(
                Words.text("whatif.column.trips"),
                look.em(4.6),
                each -> each.trips() == 0 ? Numbers.NOT_APPLICABLE : Numbers.count(each.trips())));
    Columns.fill(table, request, look.em(9));
    Tables.fitToRows(table, look.emProperty());
  }

  private static String layer(PathStretch each) {
    return Layer.ofLabel(each.layer()).map(FindingNames::of).orElse(each.layer());
  }

  TableView<?> table() {
    return table;
  }

  void show(Optional<Prediction> prediction) {
    List<PathStretch> path = prediction.map(Prediction::criticalPath).orElse(List.of());
    table.getItems().setAll(PathInShort.of(path));
  }
}
