package dev.lightfoot.app.ui.chart.compare;

import dev.lightfoot.app.ui.chart.paint.Brush;
import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.chart.row.RowChart;
import dev.lightfoot.app.ui.chart.row.RowLines;
import dev.lightfoot.app.ui.chart.row.TimeScale;
import dev.lightfoot.report.layout.TimeWindow;
import dev.lightfoot.report.layout.compare.Overlay;
import dev.lightfoot.report.layout.compare.OverlayRow;
import java.util.function.BiFunction;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;

/// Two runs over each other as a control. What keys and the mouse ask for goes to [Commands]; what
/// is shown comes back by [#show].
public final class OverlayChart extends RowChart {
  private static final double ZOOM = 0.5;
  private static final int PAN_PARTS = 10;

  /// In em.
  private static final double LEAST = 9;

  private final Commands commands;
  private final BiFunction<Overlay, OverlayRow, String> spoken;
  private @Nullable OverlayPicture picture;
  private double dragX = Double.NaN;

  /// What a person can ask of it.
  public interface Commands {
    /// Selects a row.
    void select(int row);

    /// Shows so many times as much time; the instant stays where it is.
    void zoom(double factor, long aroundNanos);

    void pan(long byNanos);

    /// Shows the time from one instant to another.
    void look(long fromNanos, long toNanos);

    /// Leads to the same as a table.
    void showTable();

    void copy();
  }

  /// @param spoken a row as one sentence
  public OverlayChart(
      Look look, Commands commands, BiFunction<Overlay, OverlayRow, String> spoken) {
    super(look, "compare-overlay", "compare.overlay.name", 24);
    this.commands = commands;
    this.spoken = spoken;
    setOnMouseDragged(this::dragged);
    setOnMouseReleased(_ -> dragX = Double.NaN);
  }

  /// Shows something else; where another row is selected, it is brought into sight.
  public void show(OverlayPicture next) {
    OverlayPicture before = picture;
    picture = next;
    fitRows();
    boolean moved =
        before == null
            || before.selected() != next.selected()
            || !before.overlay().equals(next.overlay());
    if (moved && next.selected() >= 0) {
      tell(next.selected(), spoken.apply(next.overlay(), next.rows().get(next.selected())));
    }
  }

  private OverlayGeometry at() {
    return new OverlayGeometry(look.em(), rows.innerWidth(), rows.top());
  }

  @Override
  protected double leastHeight() {
    return LEAST * look.em();
  }

  @Override
  protected void draw(Brush brush) {
    OverlayPicture shown = picture;
    if (shown != null) {
      new OverlayDrawing(brush, at(), rows.innerHeight(), shown, fit).draw();
    }
  }

  @Override
  protected RowLines lines() {
    return at().rows();
  }

  @Override
  protected int rowCount() {
    OverlayPicture shown = picture;
    return shown == null ? 0 : shown.rows().size();
  }

  @Override
  protected boolean pressed(KeyEvent event) {
    OverlayPicture shown = picture;
    if (shown == null || rowCount() == 0) {
      return false;
    }
    if (event.isShortcutDown()) {
      if (event.getCode() == KeyCode.C) {
        commands.copy();
        return true;
      }
      return false;
    }
    return moved(event.getCode(), shown.selected()) || looked(event, shown.window());
  }

  private boolean moved(KeyCode code, int selected) {
    switch (code) {
      case UP -> select(selected - 1);
      case DOWN -> select(selected + 1);
      case PAGE_UP -> select(selected - rows.page());
      case PAGE_DOWN -> select(selected + rows.page());
      case HOME -> select(0);
      case END -> select(rowCount() - 1);
      case T -> commands.showTable();
      default -> {
        return false;
      }
    }
    return true;
  }

  private void select(int row) {
    commands.select(Math.clamp(row, 0, rowCount() - 1));
  }

  private boolean looked(KeyEvent event, TimeWindow window) {
    long middle = window.fromNanos() + window.length() / 2;
    switch (event.getCode()) {
      case LEFT -> commands.pan(-window.length() / PAN_PARTS);
      case RIGHT -> commands.pan(window.length() / PAN_PARTS);
      case PLUS, ADD, EQUALS -> commands.zoom(ZOOM, middle);
      case MINUS, SUBTRACT -> commands.zoom(1 / ZOOM, middle);
      case DIGIT0, NUMPAD0 -> commands.look(0, window.wholeNanos());
      default -> {
        return false;
      }
    }
    return true;
  }

  @Override
  protected void scrolled(ScrollEvent event) {
    OverlayPicture shown = picture;
    if (shown != null) {
      TimeScale time = at().time(shown.window());
      long under = time.nanos(Math.max(time.left(), event.getX()));
      scrolled(event, shown.window(), factor -> commands.zoom(factor, under), commands::pan);
    }
  }

  @Override
  protected void mousePressed(MouseEvent event) {
    int row = rowAt(event.getY());
    dragX = event.getX() >= at().plotLeft() ? event.getX() : Double.NaN;
    if (row >= 0) {
      commands.select(row);
    }
  }

  private void dragged(MouseEvent event) {
    OverlayPicture shown = picture;
    if (shown != null && !Double.isNaN(dragX)) {
      commands.pan(at().time(shown.window()).length(dragX - event.getX()));
      dragX = event.getX();
    }
  }

  private int rowAt(double y) {
    int row = lines().at(y);
    return row >= 0 && row < rowCount() ? row : -1;
  }

  @Override
  protected String under(MouseEvent event) {
    OverlayPicture shown = picture;
    int row = rowAt(event.getY());
    return shown == null || row < 0 ? "" : spoken.apply(shown.overlay(), shown.rows().get(row));
  }
}
