package dev.lightfoot.app.ui.chart;

import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.report.TimeWindow;
import dev.lightfoot.report.TraceFlame;
import java.util.BitSet;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// The flame view of a trace as a control: one row per depth, one block per kind of work. Draws
/// what is in sight; blocks too narrow to be told apart become one line.
public final class FlameChart extends Region {
  private static final Duration DELAY = Duration.millis(300);
  private static final double ZOOM = 0.8;
  private static final int PAN_PARTS = 10;

  private final Look look;
  private final RowScroll rows;
  private final Tooltip tooltip = new Tooltip();
  private final TextFit fit = new TextFit();
  private final IntConsumer chosen;
  private final Runnable showTable;
  private @Nullable TraceFlame flame;
  private IntFunction<String> names = _ -> "";
  private IntFunction<String> spoken = _ -> "";
  private TimeWindow window = TimeWindow.whole(1);
  private BitSet matches = new BitSet();
  private int selected = -1;

  /// @param chosen hears of the first span of each block that is selected
  public FlameChart(Look look, IntConsumer chosen, Runnable showTable) {
    this.look = look;
    this.chosen = chosen;
    this.showTable = showTable;
    this.rows = new RowScroll(look, (brush, _) -> draw(brush));
    getStyleClass().add("chart");
    setId("flame-chart");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.TREE_VIEW);
    setAccessibleText(Words.text("trace.flame.name"));
    getChildren().add(rows);
    tooltip.setShowDelay(DELAY);
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(560);
    look.emProperty().subscribe(_ -> fit());
    setOnKeyPressed(this::pressed);
    setOnScroll(this::scrolled);
    setOnMousePressed(this::mousePressed);
    setOnMouseMoved(this::moved);
  }

  /// Shows a flame view from its beginning.
  ///
  /// @param blockNames what a block does, without secrets
  /// @param blockWords a block as a sentence
  public void show(
      TraceFlame shown, IntFunction<String> blockNames, IntFunction<String> blockWords) {
    flame = shown;
    names = blockNames;
    spoken = blockWords;
    window = TimeWindow.whole(shown.wholeNanos());
    selected = -1;
    rows.rewind();
    fit();
  }

  /// Marks the blocks of those indexes.
  public void mark(BitSet blocks) {
    matches = blocks;
    rows.drawSoon();
  }

  /// Draws at once: what a frame costs.
  void draw() {
    rows.draw();
  }

  private void draw(Brush brush) {
    TraceFlame shown = flame;
    if (shown != null) {
      new FlameDrawing(brush, at(), shown, fit, names).draw(selected, matches);
    }
  }

  private FlameGeometry at() {
    return new FlameGeometry(look.em(), rows.innerWidth(), rows.innerHeight(), rows.top(), window);
  }

  private void fit() {
    TraceFlame shown = flame;
    rows.show(shown == null ? 0 : shown.levels(), at().rowHeight(), at().head());
  }

  @Override
  protected void layoutChildren() {
    rows.resizeRelocate(0, 0, getWidth(), getHeight());
  }

  @Override
  protected double computePrefHeight(double width) {
    return 20 * look.em();
  }

  @Override
  protected double computeMinHeight(double width) {
    return 8 * look.em();
  }

  private void pressed(KeyEvent event) {
    TraceFlame shown = flame;
    if (shown == null || event.isShortcutDown()) {
      return;
    }
    long step = window.length() / PAN_PARTS;
    switch (event.getCode()) {
      case RIGHT -> step(shown, event.isShiftDown() ? step : 0, 1);
      case LEFT -> step(shown, event.isShiftDown() ? -step : 0, -1);
      case DOWN -> select(shown, FlameMoves.below(shown, selected));
      case UP -> select(shown, FlameMoves.above(shown, selected));
      case PLUS, ADD, EQUALS -> look(window.zoomed(0.5, middle(shown)));
      case MINUS, SUBTRACT -> look(window.zoomed(2, middle(shown)));
      case DIGIT0, NUMPAD0 -> look(TimeWindow.whole(shown.wholeNanos()));
      case ENTER -> zoomTo(shown, selected);
      case T -> showTable.run();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void step(TraceFlame shown, long pan, int by) {
    if (pan != 0) {
      look(window.panned(pan));
    } else {
      select(shown, FlameMoves.beside(shown, selected, by));
    }
  }

  private long middle(TraceFlame shown) {
    if (selected >= 0) {
      TraceFlame.Block block = shown.block(selected);
      return block.startNanos() + block.widthNanos() / 2;
    }
    return window.fromNanos() + window.length() / 2;
  }

  private void look(TimeWindow next) {
    window = next;
    rows.drawSoon();
  }

  private void zoomTo(TraceFlame shown, int block) {
    if (block >= 0) {
      look(window.showing(shown.block(block).startNanos(), shown.block(block).endNanos()));
    }
  }

  private void select(TraceFlame shown, int block) {
    if (block < 0) {
      return;
    }
    selected = block;
    TraceFlame.Block told = shown.block(block);
    window = window.revealing(told.startNanos(), told.endNanos());
    rows.reveal(told.depth());
    setAccessibleText(spoken.apply(block));
    notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    chosen.accept(told.first());
    rows.drawSoon();
  }

  private void scrolled(ScrollEvent event) {
    if (event.isControlDown() || event.isMetaDown()) {
      look(window.zoomed(event.getDeltaY() > 0 ? ZOOM : 1 / ZOOM, at().nanos(event.getX())));
    } else if (event.isShiftDown() || event.getDeltaX() != 0) {
      double delta = event.getDeltaX() == 0 ? event.getDeltaY() : event.getDeltaX();
      look(window.panned(-Math.round(Math.signum(delta) * window.length() / PAN_PARTS)));
    } else {
      rows.scrollBy(-event.getDeltaY());
    }
    event.consume();
  }

  private void mousePressed(MouseEvent event) {
    requestFocus();
    TraceFlame shown = flame;
    if (shown != null) {
      int block = at().block(shown, event.getX(), event.getY());
      select(shown, block);
      if (event.getClickCount() == 2) {
        zoomTo(shown, block);
      }
    }
  }

  private void moved(MouseEvent event) {
    TraceFlame shown = flame;
    int block = shown == null ? -1 : at().block(shown, event.getX(), event.getY());
    if (block < 0) {
      Tooltip.uninstall(this, tooltip);
      return;
    }
    String text = spoken.apply(block);
    if (!text.equals(tooltip.getText()) || !tooltip.isShowing()) {
      tooltip.setText(text);
      Tooltip.install(this, tooltip);
    }
  }
}
