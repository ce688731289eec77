package dev.lightfoot.app.ui.finding;

import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.control.Columns;
import dev.lightfoot.app.ui.control.Labels;
import dev.lightfoot.app.ui.control.Tables;
import dev.lightfoot.app.ui.finding.whatif.GradesPane;
import dev.lightfoot.app.ui.finding.whatif.WhatIfPane;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.model.acknowledgement.Acknowledgement;
import dev.lightfoot.report.finding.FindingNames;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Below the list: what the changes bring that are switched on, what was looked for and not found,
/// what could not be looked for and why, what is acknowledged, and how predictions did.
final class CheckedTabs extends VBox {
  private final FindingsViewModel model;
  private final TabPane tabs = new TabPane();
  private final TableView<CheckedRule> inOrder;
  private final TableView<CheckedRule> notApplicable;
  private final TableView<FindingRow> acknowledged;
  private final GradesPane grades;

  /// @param ways names kept snapshots and says that something was copied
  CheckedTabs(FindingsViewModel model, Look look, FindingsView.Ways ways) {
    this.model = model;
    Tab whatIf = tab("what-if", new WhatIfPane(model.whatIf(), look, ways::copied));
    grades = new GradesPane(model.whatIf(), look, ways::snapshotName);
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
            whatIf,
            tab("in-order", inOrder),
            tab("not-applicable", notApplicable),
            tab("acknowledged", acknowledged),
            tab("predictions", grades));
    count(grades.table(), tabs.getTabs().getLast());
    count(inOrder, tabs.getTabs().get(1));
    count(notApplicable, tabs.getTabs().get(2));
    count(acknowledged, tabs.getTabs().get(3));
    tabs.getSelectionModel().select(1);
    follow(whatIf, look);
    VBox.setVgrow(tabs, Priority.ALWAYS);
    getChildren().add(tabs);
    getStyleClass().add("panel");
    setStyle("-fx-padding: 1px 1px 0.4em 1px;");
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

  /// What the first change brings comes into sight, with room for it.
  private void follow(Tab whatIf, Look look) {
    model
        .whatIf()
        .chosenProperty()
        .subscribe(
            (before, now) -> {
              if (before.isEmpty() && !now.isEmpty()) {
                tabs.getSelectionModel().select(whatIf);
              }
              label(whatIf, now.size());
            });
    BooleanBinding seen =
        tabs.getSelectionModel()
            .selectedItemProperty()
            .isEqualTo(whatIf)
            .and(
                Bindings.createBooleanBinding(
                    () -> !model.whatIf().chosenProperty().get().isEmpty(),
                    model.whatIf().chosenProperty()));
    prefHeightProperty().bind(Bindings.when(seen).then(look.em(22)).otherwise(look.em(13)));
    minHeightProperty().bind(Bindings.when(seen).then(look.em(17)).otherwise(look.em(9)));
  }

  private static Tab tab(String key, Node content) {
    Tab tab = new Tab();
    tab.setId("findings-tab-" + key);
    tab.setContent(content);
    HBox head =
        new HBox(
            10,
            Labels.of(Words.text("findings.tab." + key), "tab-name"),
            Labels.of("0", "tab-count"));
    head.setMouseTransparent(true);
    tab.setGraphic(head);
    return tab;
  }

  private static void count(TableView<?> table, Tab tab) {
    table.getItems().subscribe(() -> label(tab, table.getItems().size()));
  }

  private static void label(Tab tab, int count) {
    HBox head = (HBox) tab.getGraphic();
    ((Label) head.getChildren().getLast()).setText(Integer.toString(count));
  }

  private void show(@Nullable FindingsReading reading) {
    inOrder.getItems().setAll(reading == null ? List.of() : reading.inOrder());
    notApplicable.getItems().setAll(reading == null ? List.of() : reading.notApplicable());
  }
}
