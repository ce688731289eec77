package dev.lightfoot.app.ui.chart;

import dev.lightfoot.app.ui.chart.paint.Brush;
import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.chart.row.RowChart;
import dev.lightfoot.app.ui.chart.row.RowLines;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.report.layout.StackLayout;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/// A stack as a control: the client's wait opened into what servers recorded within it.
public final class StackChart extends RowChart {
  private static final double ZOOM = 0.5;
  private static final int PAN_PARTS = 10;

  private final Commands commands;
  private @Nullable StackPicture picture;

  /// What a person can ask of a stack.
  public interface Commands {
    void select(int index);

    void fold(int index, boolean folded);

    /// Shows that much of the time, around its middle; 0 shows all of it.
    void zoom(double factor);

    void pan(long byNanos);

    void showTable();

    void copy();
  }

  public StackChart(Look look, Commands commands) {
    super(look, "stack-chart", "stack.chart.name", 26);
    this.commands = commands;
  }

  /// Shows something else; where another row is selected, it is brought into sight.
  public void show(StackPicture next) {
    StackPicture before = picture;
    picture = next;
    fitRows();
    if (next.selected() >= 0 && (before == null || before.selected() != next.selected())) {
      tell(next.layout().row(next.selected()), next.spoken().apply(next.selected()));
    }
    requestLayout();
  }

  private StackGeometry at() {
    return new StackGeometry(look.em(), rows.innerWidth(), rows.innerHeight(), rows.top());
  }

  @Override
  protected double foot() {
    return at().foot();
  }

  @Override
  protected double leastHeight() {
    StackGeometry lowest = new StackGeometry(look.em(), 0, 0, 0);
    return roomForRows(lowest.head() + lowest.foot(), lowest.rowHeight());
  }

  @Override
  protected void draw(Brush brush) {
    StackPicture shown = picture;
    if (shown != null) {
      new StackDrawing(brush, at(), shown, fit).draw();
    }
  }

  @Override
  protected RowLines lines() {
    return at().rows();
  }

  /// The axis lies over the last rows: room for it below them.
  @Override
  protected int rowCount() {
    StackPicture shown = picture;
    return shown == null ? 0 : shown.layout().rows() + 1;
  }

  @Override
  protected boolean pressed(KeyEvent event) {
    StackPicture shown = picture;
    if (shown == null || shown.layout().rows() == 0) {
      return false;
    }
    if (event.isShortcutDown()) {
      return copied(event);
    }
    StackLayout layout = shown.layout();
    int row = shown.selected() < 0 ? -1 : layout.row(shown.selected());
    long step = shown.window().length() / PAN_PARTS;
    switch (event.getCode()) {
      case DOWN -> select(layout, row + 1);
      case UP -> select(layout, Math.max(0, row - 1));
      case HOME -> select(layout, 0);
      case END -> select(layout, layout.rows() - 1);
      case RIGHT -> right(event, shown, step);
      case LEFT -> left(event, shown, step);
      case PLUS, ADD, EQUALS -> commands.zoom(ZOOM);
      case MINUS, SUBTRACT -> commands.zoom(1 / ZOOM);
      case DIGIT0, NUMPAD0 -> commands.zoom(0);
      case T -> commands.showTable();
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean copied(KeyEvent event) {
    if (event.getCode() == KeyCode.C) {
      commands.copy();
      return true;
    }
    return false;
  }

  private void select(StackLayout layout, int row) {
    commands.select(layout.index(Math.clamp(row, 0, layout.rows() - 1)));
  }

  private void right(KeyEvent event, StackPicture shown, long step) {
    int index = shown.selected();
    if (event.isShiftDown()) {
      commands.pan(step);
    } else if (index >= 0 && shown.layout().isFolded(index)) {
      commands.fold(index, false);
    } else {
      select(shown.layout(), index < 0 ? 0 : shown.layout().row(index) + 1);
    }
  }

  private void left(KeyEvent event, StackPicture shown, long step) {
    int index = shown.selected();
    StackLayout layout = shown.layout();
    if (event.isShiftDown()) {
      commands.pan(-step);
    } else if (index >= 0 && layout.hasChildren(index) && !layout.isFolded(index)) {
      commands.fold(index, true);
    } else if (index >= 0 && layout.parent(index) != StackLayout.NONE) {
      commands.select(layout.parent(index));
    }
  }

  private int indexAt(StackPicture shown, double y) {
    int row = at().rows().at(y);
    return row >= 0 && row < shown.layout().rows() ? shown.layout().index(row) : -1;
  }

  @Override
  protected void mousePressed(MouseEvent event) {
    StackPicture shown = picture;
    int index = shown == null ? -1 : indexAt(shown, event.getY());
    if (shown == null || index < 0) {
      return;
    }
    StackLayout layout = shown.layout();
    double fold = at().labelLeft() + at().indent(layout.at(index).depth());
    if (layout.hasChildren(index) && Math.abs(event.getX() - fold) < 0.8 * look.em()) {
      commands.fold(index, !layout.isFolded(index));
    } else {
      commands.select(index);
    }
  }

  @Override
  protected String under(MouseEvent event) {
    StackPicture shown = picture;
    String head = at().headAt(event.getX(), event.getY());
    if (!head.isEmpty()) {
      return Words.text("meaning." + head);
    }
    int index = shown == null ? -1 : indexAt(shown, event.getY());
    return shown == null || index < 0 ? "" : shown.spoken().apply(index);
  }
}
