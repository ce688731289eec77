package dev.lightfoot.app.ui.chart.history;

import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.chart.paint.Surface;
import dev.lightfoot.app.ui.control.PointerTip;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.report.layout.history.FitPicture;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/// First bytes by round-trip time as a control: measurements, chosen by arrow keys or the pointer.
public final class FitChart extends Region {
  private static final double HEIGHT = 15;

  private final Surface surface;
  private final Look look;
  private final PointerTip tip;
  private final FitPicture picture;
  private final IntFunction<String> explained;
  private final IntConsumer chosen;
  private int selected = -1;

  /// @param explained a measurement in words: the same for the eye and the ear
  /// @param chosen hears which one is looked at
  public FitChart(
      Look look, FitPicture picture, IntFunction<String> explained, IntConsumer chosen) {
    this.look = look;
    this.picture = picture;
    this.explained = explained;
    this.chosen = chosen;
    this.surface =
        new Surface(
            look,
            (brush, size) ->
                new FitDrawing(brush, geometry(size.getWidth(), size.getHeight()), selected)
                    .draw());
    getStyleClass().add("chart");
    setId("fit-chart");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText(Words.text("fit.name"));
    getChildren().add(surface);
    tip = new PointerTip(this);
    prefHeightProperty().bind(look.em(HEIGHT));
    minHeightProperty().bind(look.em(HEIGHT));
    setOnKeyPressed(this::pressed);
    setOnMouseMoved(event -> tip.tell(under(event)));
    setOnMouseClicked(this::clicked);
    focusedProperty().subscribe(_ -> surface.redraw());
  }

  private FitGeometry geometry(double width, double height) {
    return new FitGeometry(picture, width, height, look.em());
  }

  /// Marks a measurement; −1 for none.
  public void mark(int index) {
    if (index != selected) {
      selected = index;
      setAccessibleText(index < 0 ? Words.text("fit.name") : explained.apply(index));
      notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
      surface.redraw();
    }
  }

  @Override
  protected void layoutChildren() {
    surface.resizeRelocate(0, 0, getWidth(), getHeight());
  }

  private void pressed(KeyEvent event) {
    int last = picture.spots().size() - 1;
    switch (event.getCode()) {
      case RIGHT, DOWN -> choose(Math.min(selected + 1, last));
      case LEFT, UP -> choose(Math.max(selected - 1, 0));
      case HOME -> choose(0);
      case END -> choose(last);
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void choose(int index) {
    if (index >= 0 && index < picture.spots().size()) {
      mark(index);
      chosen.accept(index);
    }
  }

  private void clicked(MouseEvent event) {
    requestFocus();
    choose(geometry(getWidth(), getHeight()).spotAt(event.getX(), event.getY()));
  }

  private String under(MouseEvent event) {
    int index = geometry(getWidth(), getHeight()).spotAt(event.getX(), event.getY());
    return index < 0 ? "" : explained.apply(index);
  }
}
