package dev.lightfoot.app.ui.history;

import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.control.Columns;
import dev.lightfoot.app.ui.control.Labels;
import dev.lightfoot.app.ui.control.Tables;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.model.HeadlineTime;
import dev.lightfoot.report.words.Numbers;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What was measured, to choose whose history is shown.
final class TargetsPane extends VBox {
  private final HistoryViewModel model;
  private final TableView<SeriesRow> table;
  private boolean changing;

  /// @param picked hears when a person has chosen a target
  TargetsPane(HistoryViewModel model, Look look, Runnable picked) {
    super(4);
    this.model = model;
    this.table = Tables.of(Words.text("history.targets"), Labels.of("", "quiet"));
    table.setId("history-targets");
    table.getSelectionModel().setSelectionMode(SelectionMode.SINGLE);
    table
        .getColumns()
        .addAll(
            List.of(
                Columns.column(
                    Words.text("history.targets"),
                    look.em(14),
                    TargetsPane::name,
                    TargetsPane::explain,
                    "left"),
                Columns.number(
                    Words.text("history.count"), look.em(4), row -> Numbers.count(row.count())),
                Columns.number(Words.text("history.latest"), look.em(5), TargetsPane::latest)));
    Columns.fill(table, table.getColumns().getFirst(), look.em(8));
    table.getColumns().forEach(column -> column.setSortable(false));
    // Before the table hears of a change and after it: what it selects meanwhile is nobody's
    // choice.
    model.targets().addListener((ListChangeListener<Object>) _ -> changing = true);
    table.setItems(model.targets());
    table
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            row -> {
              if (row != null && !changing) {
                model.chosenProperty().set(row.series());
                picked.run();
              }
            });
    model.targets().addListener((ListChangeListener<Object>) _ -> follow());
    model.chosenProperty().subscribe(_ -> follow());
    VBox.setVgrow(table, Priority.ALWAYS);
    table.minHeightProperty().bind(look.em(8));
    getStyleClass().add("panel");
    setStyle("-fx-padding: 0.15em 0.57em 0.57em 0.57em;");
    getChildren().add(table);
  }

  TableView<SeriesRow> table() {
    return table;
  }

  private void follow() {
    changing = true;
    int at = 0;
    for (int i = 0; i < table.getItems().size(); i++) {
      if (table.getItems().get(i).series().equals(model.chosenProperty().get())) {
        at = i;
      }
    }
    if (!table.getItems().isEmpty() && table.getSelectionModel().getSelectedIndex() != at) {
      table.getSelectionModel().clearAndSelect(at);
    }
    changing = false;
  }

  private static String name(SeriesRow row) {
    return row.series()
        .map(series -> shortened(series.subject().target()) + "  " + series.kind())
        .orElseGet(() -> Words.text("history.all"));
  }

  /// Without the scheme, which most addresses share.
  private static String shortened(String target) {
    int at = target.indexOf("://");
    return at < 0 ? target : target.substring(at + 3);
  }

  private static void explain(TableCell<SeriesRow, String> cell, SeriesRow row) {
    Columns.explain(
        cell,
        row.series().map(series -> series.subject().target() + "\n" + series.kind()).orElse(""));
  }

  private static String latest(SeriesRow row) {
    Optional<HeadlineTime> time =
        row.series().flatMap(_ -> row.newest()).flatMap(newest -> newest.headline());
    return time.map(each -> Numbers.millis(each.medianNanos())).orElse(Numbers.NOT_APPLICABLE);
  }
}
