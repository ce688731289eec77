package dev.lightfoot.app.ui.chart;

import dev.lightfoot.app.ui.chart.paint.Brush;
import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.chart.paint.Surface;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.geometry.Dimension2D;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import org.jspecify.annotations.Nullable;

/// A table cell with a small drawing in it. All cells of a column draw on one axis, whose ticks
/// stand in the column's head.
public final class BarCell<R> extends TableCell<R, String> {
  private final Surface surface;
  private final Function<R, String> text;

  private BarCell(Look look, RowDrawing<R> drawing, Function<R, String> text) {
    this.text = text;
    this.surface =
        new Surface(
            look,
            (brush, size) -> {
              R row = getTableRow() == null ? null : getTableRow().getItem();
              if (row != null) {
                drawing.draw(brush, size, row);
              }
            });
    getStyleClass().add("bars");
    // The cell's own layout gives a graphic the size it prefers. Resized after that, it would ask
    // for the next layout, and the window would never come to rest.
    surface.prefWidthProperty().bind(widthProperty());
    surface.prefHeightProperty().bind(heightProperty());
  }

  /// Draws one row.
  @FunctionalInterface
  public interface RowDrawing<R> {
    void draw(Brush brush, Dimension2D size, R row);
  }

  /// A column's head: the axis of its cells.
  public static final class Head {
    private final Surface surface;

    private Head(Surface surface) {
      this.surface = surface;
    }

    /// Draws the axis once more.
    public void redraw() {
      surface.redraw();
    }
  }

  /// A head with that drawing.
  public static Head head(Look look, BiConsumer<Brush, Dimension2D> drawing) {
    return new Head(new Surface(look, drawing));
  }

  /// A column of drawings.
  ///
  /// @param text what a row shows instead of a drawing; empty for a drawing
  public static <R> TableColumn<R, String> column(
      Look look, Head head, RowDrawing<R> drawing, Function<R, String> text) {
    TableColumn<R, String> column = new TableColumn<>();
    column.setSortable(false);
    column.setReorderable(false);
    column.getStyleClass().add("bars");
    column.setCellFactory(_ -> new BarCell<>(look, drawing, text));
    column.setCellValueFactory(_ -> new javafx.beans.property.ReadOnlyStringWrapper(""));
    Surface axis = head.surface;
    axis.prefWidthProperty().bind(column.widthProperty());
    axis.prefHeightProperty().bind(look.em(1.8));
    axis.setMouseTransparent(true);
    column.setGraphic(axis);
    return column;
  }

  @Override
  protected void updateItem(@Nullable String item, boolean empty) {
    super.updateItem(item, empty);
    R row = empty || getTableRow() == null ? null : getTableRow().getItem();
    if (row == null) {
      setGraphic(null);
      setText(null);
      return;
    }
    String words = text.apply(row);
    setText(words.isEmpty() ? null : words);
    setGraphic(words.isEmpty() ? surface : null);
    surface.redraw();
  }
}
