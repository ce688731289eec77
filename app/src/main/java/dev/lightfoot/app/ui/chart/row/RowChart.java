package dev.lightfoot.app.ui.chart.row;

import dev.lightfoot.app.ui.chart.paint.Brush;
import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.chart.paint.TextFit;
import dev.lightfoot.app.ui.control.PointerTip;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.report.layout.TimeWindow;
import java.util.function.DoubleConsumer;
import java.util.function.LongConsumer;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;

/// A chart of rows over time as a control: focus and keys, the wheel, what lies under the pointer,
/// and what a screen reader hears.
public abstract class RowChart extends Region {
  private static final double WIDEST_TIP = 560;
  private static final double ZOOM = 0.8;
  private static final int PAN_PARTS = 10;
  private static final int ROWS = 8;
  private static final int LARGE_ROWS = 6;
  private static final double LARGE = 16;

  protected final Look look;
  protected final RowScroll rows;
  protected final TextFit fit = new TextFit();
  private final double usual;

  /// A chart without rows yet.
  ///
  /// @param usual height, in em
  @SuppressWarnings("this-escape") // handlers run later, when the chart is whole
  protected RowChart(Look look, String id, String name, double usual) {
    this.look = look;
    this.usual = usual;
    this.rows = new RowScroll(look, (brush, _) -> draw(brush));
    PointerTip tip = new PointerTip(this).wrappedAt(WIDEST_TIP);
    getStyleClass().add("chart");
    setId(id);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.TREE_VIEW);
    setAccessibleText(Words.text(name));
    // a managed child would have everything around it laid out again with each picture
    rows.setManaged(false);
    getChildren().add(rows);
    look.emProperty().subscribe((_, _) -> fitRows());
    setOnKeyPressed(
        event -> {
          if (pressed(event)) {
            event.consume();
          }
        });
    setOnScroll(this::scrolled);
    setOnMousePressed(
        event -> {
          requestFocus();
          mousePressed(event);
        });
    setOnMouseMoved(event -> tip.tell(under(event)));
  }

  protected abstract void draw(Brush brush);

  /// Where its rows lie now.
  protected abstract RowLines lines();

  protected abstract int rowCount();

  /// Whether the key meant something.
  protected abstract boolean pressed(KeyEvent event);

  protected abstract void mousePressed(MouseEvent event);

  /// What lies there, as a sentence; empty where nothing does.
  protected abstract String under(MouseEvent event);

  protected void scrolled(ScrollEvent event) {
    rows.scrollBy(-event.getDeltaY());
    event.consume();
  }

  /// The wheel along time: with Ctrl it zooms, sideways or with Shift it pans, else rows scroll.
  ///
  /// @param zoom hears how much of the time is wanted; below 1: closer
  protected final void scrolled(
      ScrollEvent event, TimeWindow window, DoubleConsumer zoom, LongConsumer panNanos) {
    if (event.isControlDown() || event.isMetaDown()) {
      zoom.accept(event.getDeltaY() > 0 ? ZOOM : 1 / ZOOM);
    } else if (event.isShiftDown() || event.getDeltaX() != 0) {
      double delta = event.getDeltaX() == 0 ? event.getDeltaY() : event.getDeltaX();
      panNanos.accept(-Math.round(Math.signum(delta) * window.length() / PAN_PARTS));
    } else {
      rows.scrollBy(-event.getDeltaY());
    }
    event.consume();
  }

  /// Makes room for as many rows as there are.
  protected final void fitRows() {
    RowLines lines = lines();
    rows.show(rowCount(), lines.height(), lines.head());
  }

  /// Brings the row of what was selected into sight, and says it to a screen reader.
  protected final void tell(int row, String sentence) {
    rows.reveal(row);
    setAccessibleText(sentence);
    notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
  }

  /// How many rows are in sight as a whole.
  public final int rowsInSight() {
    RowLines lines = lines();
    return (int) ((rows.innerHeight() - lines.head() - foot()) / lines.height());
  }

  /// What lies below the rows, in pixels.
  protected double foot() {
    return 0;
  }

  /// Draws at once: what a frame costs.
  public final void draw() {
    rows.draw();
  }

  @Override
  protected final void layoutChildren() {
    rows.resizeRelocate(0, 0, getWidth(), getHeight());
    fitRows();
  }

  @Override
  protected final double computePrefHeight(double width) {
    return usual * look.em();
  }

  @Override
  protected final double computeMinHeight(double width) {
    return leastHeight();
  }

  /// How high it is at least, in pixels.
  protected abstract double leastHeight();

  /// Room for as many rows as can be compared; for fewer in large letters, with which the window
  /// does not grow.
  ///
  /// @param around what lies above and below the rows
  protected final double roomForRows(double around, double rowHeight) {
    return around + 2 * RowScroll.INSET + (look.em() > LARGE ? LARGE_ROWS : ROWS) * rowHeight;
  }
}
