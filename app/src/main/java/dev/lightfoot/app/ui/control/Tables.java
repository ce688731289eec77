package dev.lightfoot.app.ui.control;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.scene.Node;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// Tables that copy their rows and are as high as their rows.
public final class Tables {
  private static final KeyCombination COPY =
      new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

  /// Heights in em.
  private static final double ROW = 1.86;

  private static final double HEAD = 2.05;

  private Tables() {}

  /// An empty table; Ctrl C copies its selected rows, or all where none is selected.
  public static <R> TableView<R> of(String name, Node placeholder) {
    TableView<R> table = new TableView<>();
    table.setAccessibleText(name);
    table.setPlaceholder(placeholder);
    table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    table.setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
    table.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (COPY.match(event)) {
            copy(table);
            event.consume();
          }
        });
    return table;
  }

  /// Opens a row on Enter, the first where none is selected, and on a double click.
  public static <R> void onOpen(TableView<R> table, Consumer<R> action) {
    table.setRowFactory(
        _ -> {
          TableRow<R> row = new TableRow<>();
          row.setOnMouseClicked(
              event -> {
                if (event.getClickCount() == 2 && !row.isEmpty()) {
                  action.accept(row.getItem());
                }
              });
          return row;
        });
    table.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER && !table.getItems().isEmpty()) {
            R row = table.getSelectionModel().getSelectedItem();
            action.accept(row == null ? table.getItems().getFirst() : row);
            event.consume();
          }
        });
  }

  /// Opens the first row on Enter in the field that filters the table, where that is in sight.
  public static <R> void onOpen(TextField filter, TableView<R> table, Consumer<R> action) {
    filter.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          boolean rows = table.isVisible() && !table.getItems().isEmpty();
          if (event.getCode() == KeyCode.ENTER && rows) {
            action.accept(table.getItems().getFirst());
            event.consume();
          }
        });
  }

  /// Shows rows that keep their own order: a click on a head sorts what is shown, also when rows
  /// come and go, and a third click gives their order back.
  public static <R> void sorted(TableView<R> table, ObservableList<R> rows) {
    SortedList<R> sorted = new SortedList<>(rows);
    sorted.comparatorProperty().bind(table.comparatorProperty());
    table.setItems(sorted);
  }

  /// The table is as high as its rows, so that the page scrolls and not the table.
  public static void fitToRows(TableView<?> table, ObservableValue<? extends Number> em) {
    // Whole pixels: a row of 26.04 would be laid out as 27, and ten of them would not fit.
    table.fixedCellSizeProperty().bind(em.map(size -> Math.rint(size.doubleValue() * ROW)));
    table
        .prefHeightProperty()
        .bind(
            Bindings.createDoubleBinding(
                () -> {
                  int rows = Math.max(1, table.getItems().size());
                  return Math.ceil(em.getValue().doubleValue() * HEAD)
                      + rows * table.getFixedCellSize()
                      + 4;
                },
                em,
                table.fixedCellSizeProperty(),
                table.getItems()));
    table.minHeightProperty().bind(table.prefHeightProperty());
  }

  /// Puts the selected rows on the clipboard as tab-separated values, heads first.
  public static void copy(TableView<?> table) {
    ClipboardContent content = new ClipboardContent();
    content.putString(tabSeparated(table));
    Clipboard.getSystemClipboard().setContent(content);
  }

  /// The selected rows, or all where none is selected, as tab-separated values.
  public static String tabSeparated(TableView<?> table) {
    List<? extends TableColumn<?, ?>> columns =
        table.getVisibleLeafColumns().stream().filter(column -> !title(column).isEmpty()).toList();
    List<Integer> rows = List.copyOf(table.getSelectionModel().getSelectedIndices());
    if (rows.isEmpty()) {
      rows = java.util.stream.IntStream.range(0, table.getItems().size()).boxed().toList();
    }
    StringBuilder text = new StringBuilder();
    text.append(columns.stream().map(Tables::title).collect(Collectors.joining("\t"))).append('\n');
    for (int row : rows) {
      text.append(
              columns.stream()
                  .map(column -> oneLine(column.getCellData(row)))
                  .collect(Collectors.joining("\t")))
          .append('\n');
    }
    return text.toString();
  }

  private static String title(TableColumn<?, ?> column) {
    return column.getText() == null ? "" : column.getText();
  }

  private static String oneLine(Object value) {
    return value == null ? "" : value.toString().replaceAll("[\\t\\r\\n]+", " ");
  }
}
