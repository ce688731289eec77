package dev.lightfoot.app.ui.chart;

import dev.lightfoot.app.ui.chart.paint.Brush;
import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.chart.row.RowChart;
import dev.lightfoot.app.ui.chart.row.RowLines;
import dev.lightfoot.report.layout.TimeWindow;
import dev.lightfoot.report.layout.TraceFlame;
import java.util.BitSet;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;

/// The flame view of a trace as a control: one row per depth, one block per kind of work. Draws
/// what is in sight; blocks too narrow to be told apart become one line.
public final class FlameChart extends RowChart {
  private static final int PAN_PARTS = 10;

  /// In em.
  private static final double LEAST = 8;

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
    super(look, "flame-chart", "trace.flame.name", 20);
    this.chosen = chosen;
    this.showTable = showTable;
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
    fitRows();
  }

  /// Marks the blocks of those indexes.
  public void mark(BitSet blocks) {
    matches = blocks;
    rows.drawSoon();
  }

  @Override
  protected double leastHeight() {
    return LEAST * look.em();
  }

  @Override
  protected void draw(Brush brush) {
    TraceFlame shown = flame;
    if (shown != null) {
      new FlameDrawing(brush, at(), shown, fit, names).draw(selected, matches);
    }
  }

  private FlameGeometry at() {
    return new FlameGeometry(look.em(), rows.innerWidth(), rows.innerHeight(), rows.top(), window);
  }

  @Override
  protected RowLines lines() {
    return at().rows();
  }

  @Override
  protected int rowCount() {
    TraceFlame shown = flame;
    return shown == null ? 0 : shown.levels();
  }

  @Override
  protected boolean pressed(KeyEvent event) {
    TraceFlame shown = flame;
    if (shown == null || event.isShortcutDown()) {
      return false;
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
        return false;
      }
    }
    return true;
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
    tell(told.depth(), spoken.apply(block));
    chosen.accept(told.first());
    rows.drawSoon();
  }

  @Override
  protected void scrolled(ScrollEvent event) {
    long under = at().time().nanos(event.getX());
    scrolled(
        event, window, factor -> look(window.zoomed(factor, under)), by -> look(window.panned(by)));
  }

  @Override
  protected void mousePressed(MouseEvent event) {
    TraceFlame shown = flame;
    if (shown != null) {
      int block = at().block(shown, event.getX(), event.getY());
      select(shown, block);
      if (event.getClickCount() == 2) {
        zoomTo(shown, block);
      }
    }
  }

  @Override
  protected String under(MouseEvent event) {
    TraceFlame shown = flame;
    int block = shown == null ? -1 : at().block(shown, event.getX(), event.getY());
    return block < 0 ? "" : spoken.apply(block);
  }
}
