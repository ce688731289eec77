package dev.lightfoot.app.ui.chart.paint;

import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/// A text in a drawing, as it was written: a canvas keeps none.
///
/// @param x where it begins, has its middle or ends, by its side
/// @param y its middle line
public record DrawnText(String text, Font font, double x, double y, TextAlignment side) {

  /// Where it stands in the drawing.
  public Bounds bounds() {
    Text laid = new Text(text);
    laid.setFont(font);
    double width = laid.getLayoutBounds().getWidth();
    double left =
        switch (side) {
          case LEFT, JUSTIFY -> x;
          case CENTER -> x - width / 2;
          case RIGHT -> x - width;
        };
    double height = font.getSize();
    return new BoundingBox(left, y - height / 2, width, height);
  }
}
