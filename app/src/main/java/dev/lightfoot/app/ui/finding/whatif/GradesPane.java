package dev.lightfoot.app.ui.finding.whatif;

import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.control.Columns;
import dev.lightfoot.app.ui.control.Labels;
import dev.lightfoot.app.ui.control.Tables;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.model.prediction.Grade;
import dev.lightfoot.model.prediction.Outcome;
import dev.lightfoot.model.prediction.Prediction;
import dev.lightfoot.report.whatif.ChangeWords;
import dev.lightfoot.report.words.Numbers;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// How predictions did, one by one and by kind of change, those that missed too.
public final class GradesPane extends VBox {
  private final WhatIfViewModel model;
  private final TableView<Prediction> table;
  private final Label tallies = Labels.wrapped("", "caption");

  /// @param name what a kept snapshot is called, by its id
  public GradesPane(WhatIfViewModel model, Look look, Function<String, String> name) {
    this.model = model;
    table =
        Tables.of(
            Words.text("whatif.grades.name"),
            Labels.wrapped(Words.text("whatif.grades.none"), "quiet"));
    table.setId("findings-predictions");
    table.fixedCellSizeProperty().bind(look.em(1.86));
    tallies.setId("findings-tallies");
    TableColumn<Prediction, String> changes =
        Columns.column(
            Words.text("whatif.column.changes"),
            look.em(16),
            this::changes,
            (cell, each) -> Columns.explain(cell, changes(each)),
            "left");
    table
        .getColumns()
        .add(
            Columns.text(
                Words.text("whatif.column.snapshot"),
                look.em(10),
                each -> name.apply(each.snapshot())));
    table.getColumns().add(changes);
    number(look, "before", 5.2, each -> Numbers.millis(each.before().nanos()));
    number(look, "predicted", 14.4, GradesPane::predicted);
    number(look, "measured", 5.6, each -> graded(each, it -> Numbers.millis(it.measuredNanos())));
    number(look, "bias", 4.4, each -> graded(each, _ -> WhatIfSentences.error(each)));
    table
        .getColumns()
        .add(Columns.text(Words.text("whatif.column.grade"), look.em(7), GradesPane::grade));
    Columns.fill(table, changes, look.em(12));
    VBox.setVgrow(table, Priority.ALWAYS);
    setStyle("-fx-spacing: 0.3em;");
    tallies.setStyle("-fx-padding: 0.5em 0.8em 0.2em 0.8em;");
    getChildren().addAll(tallies, table);
    model.keptProperty().subscribe(_ -> show());
    model.subjectProperty().subscribe(_ -> show());
  }

  private void number(Look look, String key, double width, Function<Prediction, String> value) {
    table
        .getColumns()
        .add(Columns.number(Words.text("whatif.column." + key), look.em(width), value));
  }

  private static String graded(Prediction each, Function<Grade, String> value) {
    return each.grade().map(value).orElse(Numbers.NOT_APPLICABLE);
  }

  private static String grade(Prediction each) {
    return each.grade()
        .map(it -> Words.text(it.inside() ? "whatif.grade.inside" : "whatif.grade.outside"))
        .orElseGet(() -> Words.text("whatif.grade.waiting"));
  }

  private static String predicted(Prediction each) {
    Outcome after = each.after();
    return Words.text(
        "whatif.predicted",
        Numbers.millis(after.nanos()),
        Numbers.millis(after.lowNanos()),
        Numbers.millis(after.highNanos()));
  }

  private String changes(Prediction each) {
    WhatIfSubject subject = model.subjectProperty().get();
    return each.changes().stream()
        .map(text -> subject == null ? ChangeWords.of(text, it -> it) : subject.words(text))
        .collect(Collectors.joining("; "));
  }

  /// The table of all predictions.
  public TableView<?> table() {
    return table;
  }

  private void show() {
    List<Prediction> kept = model.keptProperty().get();
    table.getItems().setAll(kept.reversed());
    tallies.setText(String.join("   ", WhatIfSentences.tallies(kept)));
    boolean any = !tallies.getText().isEmpty();
    tallies.setVisible(any);
    tallies.setManaged(any);
  }
}
