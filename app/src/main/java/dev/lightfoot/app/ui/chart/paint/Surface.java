package dev.lightfoot.app.ui.chart.paint;

import java.util.List;
import java.util.function.BiConsumer;
import javafx.geometry.Dimension2D;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;

/// A drawing as large as the room it is given, drawn again whenever room, size or colours change.
///
/// What is drawn does not ask for room of its own: a canvas whose size follows its region's would
/// otherwise make the region, and all around it, be laid out again.
public final class Surface extends Region {
  private final Canvas canvas = new Canvas();
  private final Look look;
  private final BiConsumer<Brush, Dimension2D> drawing;
  private List<DrawnText> texts = List.of();

  public Surface(Look look, BiConsumer<Brush, Dimension2D> drawing) {
    this.look = look;
    this.drawing = drawing;
    canvas.setManaged(false);
    getChildren().add(canvas);
    look.emProperty().subscribe(_ -> redraw());
    look.paletteProperty().subscribe(_ -> redraw());
    widthProperty().subscribe(_ -> redraw());
    heightProperty().subscribe(_ -> redraw());
  }

  /// Draws once more.
  public void redraw() {
    double width = Math.rint(getWidth());
    double height = Math.rint(getHeight());
    canvas.setWidth(width);
    canvas.setHeight(height);
    if (width <= 0 || height <= 0 || look.palette().colors().isEmpty()) {
      return;
    }
    canvas.getGraphicsContext2D().clearRect(0, 0, width, height);
    Brush brush = new Brush(canvas.getGraphicsContext2D(), look.palette(), look.em());
    drawing.accept(brush, new Dimension2D(width, height));
    texts = List.copyOf(brush.texts());
  }

  /// The texts that stand in the drawing.
  public List<DrawnText> texts() {
    return texts;
  }
}
