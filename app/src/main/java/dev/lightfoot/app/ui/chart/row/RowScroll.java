package dev.lightfoot.app.ui.chart.row;

import dev.lightfoot.app.ui.chart.paint.Brush;
import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.chart.paint.Surface;
import java.util.function.BiConsumer;
import javafx.geometry.Dimension2D;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.Region;

/// A drawing of rows below a head that stays, with a scroll bar where there are more rows than
/// room. Whatever asks for it, it is drawn at most once for each frame.
public final class RowScroll extends Region {
  static final double INSET = 2;

  private final Look look;
  private final Surface surface;
  private final ScrollBar scroll = new ScrollBar();
  private int rows;
  private double rowHeight = 1;
  private double head;
  private boolean due;

  /// @param drawing asks [#top] how far it is scrolled
  public RowScroll(Look look, BiConsumer<Brush, Dimension2D> drawing) {
    this.look = look;
    this.surface = new Surface(look, drawing);
    scroll.setOrientation(Orientation.VERTICAL);
    scroll.setFocusTraversable(false);
    scroll.valueProperty().subscribe(this::drawSoon);
    getChildren().addAll(surface, scroll);
    look.emProperty().subscribe(this::drawSoon);
  }

  /// How many rows there are, how high each is, and how high the head.
  public void show(int count, double height, double headHeight) {
    rows = count;
    rowHeight = height;
    head = headHeight;
    fit();
    drawSoon();
  }

  /// Back to the first row.
  public void rewind() {
    scroll.setValue(0);
  }

  /// How far it is scrolled, in pixels.
  public double top() {
    return Math.rint(scroll.getValue());
  }

  public double innerWidth() {
    return Math.max(0, getWidth() - 2 * INSET);
  }

  public double innerHeight() {
    return Math.max(0, getHeight() - 2 * INSET);
  }

  public void scrollBy(double pixels) {
    scroll.setValue(Math.clamp(scroll.getValue() + pixels, 0, scroll.getMax()));
  }

  /// Brings a row into sight: by as little as possible where it is near, else to the middle.
  public void reveal(int row) {
    double y = row * rowHeight;
    double room = innerHeight() - head;
    double below = y + rowHeight - scroll.getValue() - room;
    if (y < scroll.getValue()) {
      boolean near = scroll.getValue() - y < room / 2;
      scroll.setValue(Math.clamp(near ? y : y - room / 2, 0, scroll.getMax()));
    } else if (below > 0) {
      boolean near = below < room / 2;
      scroll.setValue(
          Math.clamp(near ? scroll.getValue() + below : y - room / 2, 0, scroll.getMax()));
    }
  }

  /// Whole rows in sight.
  public int page() {
    return Math.max(1, (int) ((innerHeight() - head) / rowHeight) - 1);
  }

  public void drawSoon() {
    due = true;
    requestLayout();
  }

  /// Draws at once: what a frame costs.
  public void draw() {
    due = false;
    surface.redraw();
  }

  private void fit() {
    double room = Math.max(0, innerHeight() - head);
    double most = Math.max(0, rows * rowHeight - room);
    scroll.setMax(most);
    scroll.setVisibleAmount(most <= 0 ? 1 : most * (room / (most + room)));
    scroll.setUnitIncrement(rowHeight);
    scroll.setBlockIncrement(room);
    scroll.setVisible(most > 0);
    scroll.setValue(Math.clamp(scroll.getValue(), 0, most));
  }

  @Override
  protected void layoutChildren() {
    double bar = Math.rint(0.86 * look.em());
    surface.resizeRelocate(INSET, INSET, innerWidth(), innerHeight());
    scroll.resizeRelocate(
        getWidth() - bar - INSET, head, bar, Math.max(0, getHeight() - head - INSET));
    fit();
    if (due) {
      draw();
    }
  }
}
