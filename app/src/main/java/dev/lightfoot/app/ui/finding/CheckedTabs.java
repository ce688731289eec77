package dev.lightfoot.app.ui.finding;

import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.control.Columns;
import dev.lightfoot.app.ui.control.Labels;
import dev.lightfoot.app.ui.control.Tables;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.model.acknowledgement.Acknowledgement;
import dev.lightfoot.report.finding.FindingNames;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Below the list: what was looked for and not found, what could not be looked for and why, and
/// what is acknowledged.
final class CheckedTabs extends VBox {
  private final FindingsViewModel model;
  private final TabPane tabs = new TabPane();
  private final TableView<CheckedRule> inOrder;
  private final TableView<CheckedRule> notApplicable;
  private final TableView<FindingRow> acknowledged;

  CheckedTabs(FindingsViewModel model, Look look) {
    this.model = model;
    inOrder = rules("in-order", look);
    notApplicable = rules("not-applicable", look);
    notApplicable
        .getColumns()
        .add(
            1,
            Columns.column(
                Words.text("findings.reason-column"),
                look.em(24),
                CheckedRule::reason,
                (cell, row) -> Columns.explain(cell, row.reason()),
                "left"));
    acknowledged = acknowledged(look);
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    tabs.setAccessibleText(Words.text("findings.checked"));
    tabs.setId("findings-checked");
    tabs.getTabs()
        .addAll(
            tab("in-order", inOrder),
            tab("not-applicable", notApplicable),
            tab("acknowledged", acknowledged));
    VBox.setVgrow(tabs, Priority.ALWAYS);
    getChildren().add(tabs);
    getStyleClass().add("panel");
    setStyle("-fx-padding: 1px 1px 0.4em 1px;");
    prefHeightProperty().bind(look.em(13));
    minHeightProperty().bind(look.em(9));
    model.readingProperty().subscribe(this::show);
  }

  TabPane tabs() {
    return tabs;
  }

  private static TableView<CheckedRule> rules(String key, Look look) {
    TableView<CheckedRule> table = table(key);
    table.fixedCellSizeProperty().bind(look.em(1.86));
    table
        .getColumns()
        .add(
            Columns.column(
                Words.text("findings.looked-for"),
                look.em(26),
                row -> (row.reason().isEmpty() ? "✓ " : "") + row.looksFor(),
                (cell, row) -> Columns.explain(cell, row.looksFor()),
                "left"));
    table
        .getColumns()
        .add(Columns.mono(Words.text("findings.rule"), look.em(16), row -> row.rule().label()));
    Columns.fill(table, table.getColumns().getFirst(), look.em(20));
    return table;
  }

  private TableView<FindingRow> acknowledged(Look look) {
    TableView<FindingRow> table = table("acknowledged");
    table.fixedCellSizeProperty().bind(look.em(1.86));
    table.getSelectionModel().setSelectionMode(SelectionMode.SINGLE);
    table
        .getColumns()
        .addAll(
            List.of(
                Columns.text(
                    Words.text("findings.severity"),
                    look.em(7.4),
                    row -> FindingNames.of(row.finding().severity())),
                Columns.column(
                    Words.text("findings.finding"),
                    look.em(20),
                    FindingRow::title,
                    (cell, row) -> Columns.explain(cell, row.title() + "\n" + row.where()),
                    "left"),
                Columns.column(
                    Words.text("findings.reason-column"),
                    look.em(20),
                    row -> model.acknowledgedAs(row).map(Acknowledgement::reason).orElse(""),
                    (cell, row) ->
                        Columns.explain(
                            cell,
                            model.acknowledgedAs(row).map(Acknowledgement::reason).orElse("")),
                    "left")));
    Columns.fill(table, table.getColumns().get(1), look.em(14));
    Tables.sorted(table, model.acknowledged());
    table
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            row -> {
              if (row != null) {
                model.select(row);
              }
            });
    model
        .selectedProperty()
        .subscribe(
            row -> {
              if (row == null || !model.acknowledged().contains(row)) {
                table.getSelectionModel().clearSelection();
              }
            });
    return table;
  }

  private static <R> TableView<R> table(String key) {
    TableView<R> table =
        Tables.of(
            Words.text("findings.tab." + key + ".name"),
            Labels.wrapped(Words.text("findings.tab." + key + ".none"), "quiet"));
    table.setId("findings-" + key);
    return table;
  }

  private static Tab tab(String key, TableView<?> table) {
    Tab tab = new Tab();
    tab.setId("findings-tab-" + key);
    tab.setContent(table);
    Label count = Labels.of("0", "tab-count");
    table.getItems().subscribe(() -> count.setText(Integer.toString(table.getItems().size())));
    HBox head = new HBox(10, Labels.of(Words.text("findings.tab." + key), "tab-name"), count);
    head.setMouseTransparent(true);
    tab.setGraphic(head);
    return tab;
  }

  private void show(@Nullable FindingsReading reading) {
    inOrder.getItems().setAll(reading == null ? List.of() : reading.inOrder());
    notApplicable.getItems().setAll(reading == null ? List.of() : reading.notApplicable());
  }
}
