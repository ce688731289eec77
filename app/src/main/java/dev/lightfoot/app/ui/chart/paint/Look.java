package dev.lightfoot.app.ui.chart.paint;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;

/// What cannot be said in a style sheet: the size of 1 em for table columns, and the colours for
/// what is drawn by hand. Both change while the window is open.
public final class Look {
  private final DoubleProperty em = new SimpleDoubleProperty(14);
  private final ObjectProperty<Palette> palette = new SimpleObjectProperty<>(Palette.EMPTY);

  /// The root font size in pixels.
  public DoubleProperty emProperty() {
    return em;
  }

  public double em() {
    return em.get();
  }

  /// That many em, in pixels, as long as they last.
  public DoubleBinding em(double count) {
    return Bindings.createDoubleBinding(() -> Math.rint(em.get() * count), em);
  }

  public ObjectProperty<Palette> paletteProperty() {
    return palette;
  }

  public Palette palette() {
    return palette.get();
  }
}
