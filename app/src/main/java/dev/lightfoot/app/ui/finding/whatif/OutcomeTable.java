package dev.lightfoot.app.ui.finding.whatif;

import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.control.Columns;
import dev.lightfoot.app.ui.control.Labels;
import dev.lightfoot.app.ui.control.Tables;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.model.prediction.Outcome;
import dev.lightfoot.model.prediction.Prediction;
import dev.lightfoot.report.words.Numbers;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// What was measured and what is predicted, as numbers: the twin of their picture.
final class OutcomeTable {
  private final TableView<Row> table;
  private final Look look;

  private record Row(String name, Outcome outcome, boolean predicted) {}

  OutcomeTable(Look look) {
    this.look = look;
    table = Tables.of(Words.text("whatif.outcome.name"), Labels.of("", "quiet"));
    table.setId("whatif-outcome");
    TableColumn<Row, String> name = Columns.text("", look.em(7), Row::name);
    table.getColumns().add(name);
    number("total", 5.6, row -> Numbers.millis(row.outcome().nanos()));
    number("interval", 10, OutcomeTable::interval);
    number("first-byte", 6.4, row -> Numbers.millis(row.outcome().firstByteNanos()));
    number("trips", 4.6, row -> WhatIfSentences.trips(row.outcome().trips()));
    Columns.fill(table, name, look.em(7));
    Tables.fitToRows(table, look.emProperty());
  }

  private void number(String key, double width, Function<Row, String> value) {
    table
        .getColumns()
        .add(Columns.number(Words.text("whatif.column." + key), look.em(width), value));
  }

  private static String interval(Row row) {
    return row.predicted()
        ? Words.text(
            "whatif.range",
            Numbers.millis(row.outcome().lowNanos()),
            Numbers.millis(row.outcome().highNanos()))
        : Numbers.NOT_APPLICABLE;
  }

  TableView<?> table() {
    return table;
  }

  void show(Optional<Prediction> prediction) {
    table
        .getItems()
        .setAll(
            prediction
                .map(
                    it ->
                        List.of(
                            new Row(Words.text("whatif.row.before"), it.before(), false),
                            new Row(Words.text("whatif.row.after"), it.after(), true)))
                .orElse(List.of()));
  }
}
