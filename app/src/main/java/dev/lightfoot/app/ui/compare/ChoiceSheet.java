package dev.lightfoot.app.ui.compare;

import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.control.Buttons;
import dev.lightfoot.app.ui.control.Columns;
import dev.lightfoot.app.ui.control.Sheets;
import dev.lightfoot.app.ui.control.Tables;
import dev.lightfoot.app.ui.words.Words;
import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.scene.control.Button;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Asks for one row of a table, which typing narrows.
final class ChoiceSheet<R> {
  private final String id;
  private final TextField filter = new TextField();
  private final TableView<R> table;

  /// @param id what the ids of its parts begin with
  /// @param prompt of the field that narrows it
  /// @param table with its columns
  ChoiceSheet(String id, String prompt, TableView<R> table) {
    this.id = id;
    this.table = table;
    filter.setId(id + "-filter");
    filter.setPromptText(prompt);
    filter.setAccessibleText(prompt);
    filter.addEventHandler(KeyEvent.KEY_PRESSED, this::down);
    table.setId(id + "-table");
    table.getSelectionModel().setSelectionMode(SelectionMode.SINGLE);
  }

  /// Shows these.
  ///
  /// @param matches whether one is found by a text of small letters
  ChoiceSheet<R> of(ObservableList<R> rows, BiPredicate<R, String> matches) {
    FilteredList<R> shown = new FilteredList<>(rows);
    filter
        .textProperty()
        .subscribe(
            text -> {
              String wanted = text.strip().toLowerCase(Locale.ROOT);
              shown.setPredicate(each -> matches.test(each, wanted));
            });
    table.setItems(shown);
    return this;
  }

  /// Gives it a size, in em.
  ///
  /// @param filling the column that takes the room that is left
  /// @param least of that column
  ChoiceSheet<R> sized(Look look, double width, TableColumn<R, ?> filling, double least) {
    Columns.fill(table, filling, look.em(least));
    table.prefWidthProperty().bind(look.em(width));
    table.prefHeightProperty().bind(look.em(18));
    table.minHeightProperty().bind(look.em(7));
    return this;
  }

  private void down(KeyEvent event) {
    if (event.getCode() == KeyCode.DOWN) {
      table.requestFocus();
      table.getSelectionModel().selectFirst();
      event.consume();
    }
  }

  /// Opens it.
  ///
  /// @param chosen hears which one, once it is closed
  void open(Sheets sheets, String title, Consumer<R> chosen) {
    Consumer<R> take =
        row -> {
          sheets.close();
          chosen.accept(row);
        };
    Tables.onOpen(table, take);
    Tables.onOpen(filter, table, take);
    Button choose =
        Buttons.of(
            Words.text("compare.choose"),
            () -> {
              R selected = table.getSelectionModel().getSelectedItem();
              if (selected != null) {
                take.accept(selected);
              }
            });
    choose.getStyleClass().add("primary");
    choose.setId(id + "-take");
    choose.disableProperty().bind(table.getSelectionModel().selectedItemProperty().isNull());
    Button cancel = Buttons.of(Words.text("save.cancel"), sheets::close);
    VBox content = new VBox(8, filter, table);
    VBox.setVgrow(table, Priority.ALWAYS);
    sheets.open(title, content, filter, cancel, choose);
  }
}
