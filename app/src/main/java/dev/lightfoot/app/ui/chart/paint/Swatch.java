package dev.lightfoot.app.ui.chart.paint;

import dev.lightfoot.report.drawing.Ink;
import javafx.scene.layout.Region;

/// A small square in an ink: the key to bars elsewhere.
public final class Swatch extends Region {
  private final Surface surface;
  private Ink ink;

  public Swatch(Look look, Ink ink) {
    this.ink = ink;
    this.surface =
        new Surface(
            look, (brush, size) -> brush.bar(this.ink, 0, 0, size.getWidth(), size.getHeight()));
    getChildren().add(surface);
    prefWidthProperty().bind(look.em(0.93));
    prefHeightProperty().bind(look.em(0.93));
    setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    setMouseTransparent(true);
  }

  /// Shows another ink.
  public void show(Ink other) {
    ink = other;
    surface.redraw();
  }

  @Override
  protected void layoutChildren() {
    surface.resizeRelocate(0, 0, getWidth(), getHeight());
  }
}
