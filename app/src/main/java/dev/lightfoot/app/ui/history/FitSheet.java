package dev.lightfoot.app.ui.history;

import dev.lightfoot.app.ui.chart.history.FitChart;
import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.control.Buttons;
import dev.lightfoot.app.ui.control.Columns;
import dev.lightfoot.app.ui.control.Labels;
import dev.lightfoot.app.ui.control.Sheets;
import dev.lightfoot.app.ui.control.Tables;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.report.FitWords;
import dev.lightfoot.report.layout.Chart;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;

/// Shows how the first byte of a target grows with distance: in words, as a chart and as a table.
final class FitSheet {
  /// In em.
  private static final double WIDTH = 52;

  private static final double TABLE = 11;

  /// Columns of words; the others hold numbers.
  private static final int WORDS = 2;

  private FitSheet() {}

  static void open(Sheets sheets, Look look, BiConsumer<Chart, String> pictures, DistanceFit fit) {
    Button close = Buttons.of(Words.text("help.close"), sheets::close);
    close.setCancelButton(true);
    close.setDefaultButton(true);
    close.setId("close-sheet");
    Button picture =
        Buttons.of(
            Words.text("history.picture"),
            () ->
                pictures.accept(new Chart.Distance(fit.picture()), Words.text("fit.picture.name")));
    picture.setId("fit-picture");
    picture.setDisable(fit.picture().spots().isEmpty());
    VBox content = new VBox(8);
    List<String> sentences = fit.sentences();
    for (int i = 0; i < sentences.size(); i++) {
      Label said = Labels.wrapped(sentences.get(i), i == 0 ? "card-title" : "quiet");
      said.setId("fit-sentence-" + i);
      content.getChildren().add(said);
    }
    if (!fit.picture().spots().isEmpty()) {
      TableView<Integer> table = table(look, fit);
      FitChart chart =
          new FitChart(
              look,
              fit.picture(),
              fit::explain,
              index -> table.getSelectionModel().clearAndSelect(index));
      table
          .getSelectionModel()
          .selectedItemProperty()
          .subscribe(point -> chart.mark(point == null ? -1 : point));
      chart.addEventHandler(
          javafx.scene.input.KeyEvent.KEY_PRESSED,
          event -> {
            if (event.getCode() == KeyCode.T) {
              table.requestFocus();
            }
          });
      content.getChildren().addAll(chart, table);
    }
    content.setPrefWidth(look.em() * WIDTH);
    sheets.open(FitWords.title(), Sheets.scrolling(content), close, picture, close);
  }

  private static TableView<Integer> table(Look look, DistanceFit fit) {
    TableView<Integer> table = Tables.of(Words.text("fit.name"), Labels.of(""));
    table.setId("fit-table");
    List<String> heads = FitWords.heads();
    for (int i = 0; i < heads.size(); i++) {
      int column = i;
      table
          .getColumns()
          .add(
              i < WORDS
                  ? Columns.text(heads.get(i), look.em(10.5), point -> fit.cells(point).get(column))
                  : Columns.number(
                      heads.get(i), look.em(5.8), point -> fit.cells(point).get(column)));
    }
    table.getItems().setAll(IntStream.range(0, fit.fit().points().size()).boxed().toList());
    table.prefHeightProperty().bind(look.em(TABLE));
    table.minHeightProperty().bind(look.em(TABLE));
    return table;
  }
}
