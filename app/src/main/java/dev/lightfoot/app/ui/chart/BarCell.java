package dev.lightfoot.app.ui.chart;

import dev.lightfoot.app.ui.chart.paint.Brush;
import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.chart.paint.Surface;
import dev.lightfoot.app.ui.control.Columns;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.geometry.Dimension2D;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/// A table cell with a small drawing in it. All cells of a column draw on one axis, whose ticks
/// stand in the column's head.
public final class BarCell<R> extends TableCell<R, String> {
  private static final String PARTS = " · ";

  private final Surface surface;
  private final Function<R, String> text;

  /// What stands here instead of a drawing, where there is room for all of it.
  private String words = "";

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
    widthProperty().subscribe(_ -> fitWords());
    fontProperty().subscribe(_ -> fitWords());
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
      words = "";
      fitWords();
      return;
    }
    words = text.apply(row);
    fitWords();
    setGraphic(words.isEmpty() ? surface : null);
    surface.redraw();
  }

  /// Parts for which there is no room are left out from the end, as a cut one would say something
  /// else; the pointer has them all.
  private void fitWords() {
    String fits = words;
    for (int cut = fits.lastIndexOf(PARTS);
        cut > 0 && !hasRoom(fits);
        cut = fits.lastIndexOf(PARTS)) {
      fits = fits.substring(0, cut);
    }
    setText(fits.isEmpty() ? null : fits);
    Columns.explain(this, fits.equals(words) ? "" : words);
  }

  private boolean hasRoom(String shown) {
    Text measured = new Text(shown);
    measured.setFont(getFont());
    double room = getWidth() - snappedLeftInset() - snappedRightInset();
    return getWidth() == 0 || Math.ceil(measured.getLayoutBounds().getWidth()) <= room;
  }
}
