package dev.lightfoot.app.ui.control;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// Table columns of text.
public final class Columns {
  /// How long the pointer rests before a cell explains itself.
  public static final Duration TOOLTIP_DELAY = Duration.millis(300);

  private static final double BAR = 15;

  private Columns() {}

  /// A column of words.
  public static <R> TableColumn<R, String> text(
      String title, ObservableValue<? extends Number> width, Function<R, String> value) {
    return column(title, width, value, (_, _) -> {}, "left");
  }

  /// A column in the mono face, for addresses and code.
  public static <R> TableColumn<R, String> mono(
      String title, ObservableValue<? extends Number> width, Function<R, String> value) {
    return column(title, width, value, (_, _) -> {}, "mono");
  }

  /// A column of numbers, aligned at their right like its head. Sorts by value, not by text.
  public static <R> TableColumn<R, String> number(
      String title, ObservableValue<? extends Number> width, Function<R, String> value) {
    TableColumn<R, String> column = column(title, width, value, Columns::dimmed, "numeric");
    column.setComparator(Columns::compareNumbers);
    return column;
  }

  /// A column whose cells are changed further by `style` after their text has been set.
  public static <R> TableColumn<R, String> column(
      String title,
      ObservableValue<? extends Number> width,
      Function<R, String> value,
      BiConsumer<TableCell<R, String>, R> style,
      String styleClass) {
    TableColumn<R, String> column = new TableColumn<>(title);
    column.getStyleClass().add(styleClass);
    column.prefWidthProperty().bind(width);
    column.setCellValueFactory(
        features -> new ReadOnlyObjectWrapper<>(value.apply(features.getValue())));
    column.setCellFactory(_ -> new TextCell<>(style));
    return column;
  }

  /// Gives a column the room that the others leave, so that a table is as wide as its place.
  ///
  /// @param least at least this wide
  public static <R> void fill(TableView<R> table, TableColumn<R, ?> column, DoubleBinding least) {
    fill(table, column, least, List.of());
  }

  /// @param changing columns whose widths change by themselves
  static <R> void fill(
      TableView<R> table,
      TableColumn<R, ?> column,
      DoubleBinding least,
      Collection<? extends TableColumn<R, ?>> changing) {
    List<Observable> causes = new ArrayList<>();
    changing.forEach(each -> causes.add(each.prefWidthProperty()));
    causes.addAll(List.of(table.widthProperty(), table.getVisibleLeafColumns(), least));
    column.prefWidthProperty().unbind();
    column
        .prefWidthProperty()
        .bind(
            Bindings.createDoubleBinding(
                () -> {
                  double others =
                      table.getVisibleLeafColumns().stream()
                          .filter(other -> !other.equals(column))
                          .mapToDouble(TableColumn::getPrefWidth)
                          .sum();
                  return Math.max(least.get(), room(table) - others);
                },
                causes.toArray(Observable[]::new)));
  }

  /// For all columns together. There is room for a scroll bar besides: where one appears, the other
  /// must not follow it.
  static double room(TableView<?> table) {
    double padding = table.snappedLeftInset() + table.snappedRightInset();
    return table.getWidth() - padding - bar(table);
  }

  /// It is as wide as its letters want.
  private static double bar(TableView<?> table) {
    return table.lookup(".scroll-bar:vertical") instanceof ScrollBar bar
        ? Math.max(BAR, Math.ceil(bar.prefWidth(-1)))
        : BAR;
  }

  /// Hides those columns of a table that hold nothing but dashes.
  public static <R> void showFilled(TableView<R> table, List<TableColumn<R, String>> columns) {
    Runnable show = () -> columns.forEach(column -> column.setVisible(filled(table, column)));
    table.getItems().addListener((ListChangeListener<R>) _ -> show.run());
    if (!table.getItems().isEmpty()) {
      show.run();
    }
  }

  private static <R> boolean filled(TableView<R> table, TableColumn<R, String> column) {
    return table.getItems().stream()
        .map(column::getCellData)
        .anyMatch(text -> text != null && !text.isEmpty() && !text.equals("–"));
  }

  /// Explains a cell.
  public static void explain(TableCell<?, ?> cell, String text) {
    if (text.isEmpty()) {
      cell.setTooltip(null);
      return;
    }
    Tooltip tooltip = new Tooltip(text);
    tooltip.setShowDelay(TOOLTIP_DELAY);
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(480);
    cell.setTooltip(tooltip);
  }

  /// Zeros and dashes stand back.
  private static <R> void dimmed(TableCell<R, String> cell, R row) {
    String text = cell.getText();
    faint(cell, text.equals("–") || text.equals("0.0") || text.equals("0"));
  }

  /// A column of numbers that stand out: what the others of its row add up to.
  public static <R> TableColumn<R, String> total(
      String title, DoubleBinding width, Function<R, String> value) {
    TableColumn<R, String> column =
        column(title, width, value, (cell, _) -> cell.getStyleClass().add("strong"), "numeric");
    column.setComparator(Columns::compareNumbers);
    return column;
  }

  /// Puts a cell's text back or forward.
  public static void faint(TableCell<?, ?> cell, boolean faint) {
    cell.getStyleClass().remove("faint");
    if (faint) {
      cell.getStyleClass().add("faint");
    }
  }

  static int compareNumbers(String left, String right) {
    return Double.compare(value(left), value(right));
  }

  /// The number that a text begins with; what follows in brackets explains it, and `n < 100` is
  /// none.
  private static double value(String text) {
    if (text.startsWith("n <")) {
      return -1;
    }
    int bracket = text.indexOf('(');
    String number = bracket < 0 ? text : text.substring(0, bracket);
    String digits =
        number
            .codePoints()
            .filter(c -> (c >= '0' && c <= '9') || c == '.')
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    if (digits.isEmpty()) {
      return -1;
    }
    double value = Double.parseDouble(digits) * (number.startsWith("−") ? -1 : 1);
    return text.endsWith(" s") ? value * 1000 : value;
  }

  private static final class TextCell<R> extends TableCell<R, String> {
    private final BiConsumer<TableCell<R, String>, R> style;

    TextCell(BiConsumer<TableCell<R, String>, R> style) {
      this.style = style;
    }

    @Override
    protected void updateItem(@Nullable String item, boolean empty) {
      super.updateItem(item, empty);
      setTooltip(null);
      setGraphic(null);
      setText(empty || item == null ? null : item);
      R row = getTableRow() == null ? null : getTableRow().getItem();
      if (!empty && item != null && row != null) {
        style.accept(this, row);
      }
    }
  }
}
