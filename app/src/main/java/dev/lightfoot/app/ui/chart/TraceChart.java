package dev.lightfoot.app.ui.chart;

import dev.lightfoot.app.ui.chart.paint.Brush;
import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.chart.row.RowChart;
import dev.lightfoot.app.ui.chart.row.RowLines;
import dev.lightfoot.app.ui.chart.row.TimeScale;
import dev.lightfoot.report.layout.TraceWaterfall;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;

/// The waterfall of a trace as a control. Draws only what is in sight, at most once for each frame,
/// so that a million rows pan like a hundred. What keys and the mouse ask for goes to
/// [TraceCommands]; what is shown comes back by [#show].
public final class TraceChart extends RowChart {
  private final TraceCommands commands;
  private @Nullable TracePicture picture;
  private double dragX = Double.NaN;

  public TraceChart(Look look, TraceCommands commands) {
    super(look, "trace-chart", "trace.chart.name", 20);
    this.commands = commands;
    setOnMouseDragged(this::dragged);
    setOnMouseReleased(_ -> dragX = Double.NaN);
  }

  /// Shows something else; where another span is selected, its row is brought into sight.
  public void show(TracePicture next) {
    TracePicture before = picture;
    picture = next;
    boolean moved = before == null || before.selected() != next.selected();
    boolean other = before == null || before.waterfall().tree() != next.waterfall().tree();
    if (other) {
      rows.rewind();
    }
    fitRows();
    if (moved && next.selected() >= 0) {
      tell(next.waterfall().row(next.selected()), next.labels().spoken(next.selected()));
    }
  }

  private TraceGeometry at() {
    return new TraceGeometry(look.em(), rows.innerWidth(), rows.innerHeight(), rows.top());
  }

  @Override
  protected double leastHeight() {
    return roomForRows(at().head(), at().rowHeight());
  }

  @Override
  protected void draw(Brush brush) {
    TracePicture shown = picture;
    if (shown != null) {
      new TraceDrawing(brush, at(), shown, fit).draw();
    }
  }

  @Override
  protected RowLines lines() {
    return at().rows();
  }

  @Override
  protected int rowCount() {
    TracePicture shown = picture;
    return shown == null ? 0 : shown.waterfall().rows();
  }

  @Override
  protected boolean pressed(KeyEvent event) {
    TracePicture shown = picture;
    return shown != null && new TraceKeys(shown, commands, rows::page).pressed(event);
  }

  @Override
  protected void scrolled(ScrollEvent event) {
    TracePicture shown = picture;
    if (shown != null) {
      TimeScale time = at().time(shown.window());
      long under = time.nanos(Math.max(time.left(), event.getX()));
      scrolled(event, shown.window(), factor -> commands.zoom(factor, under), commands::pan);
    }
  }

  @Override
  protected void mousePressed(MouseEvent event) {
    TracePicture shown = picture;
    int span = shown == null ? -1 : spanAt(shown, event.getY());
    if (shown == null || span < 0) {
      return;
    }
    TraceGeometry at = at();
    dragX = event.getX() >= at.plotLeft() ? event.getX() : Double.NaN;
    TraceWaterfall waterfall = shown.waterfall();
    double fold = at.nameLeft() + at.indent(waterfall.tree().depth(span));
    boolean onFold = Math.abs(event.getX() - fold) < 0.8 * look.em();
    if (onFold && waterfall.hasChildren(span)) {
      commands.fold(span, !waterfall.isFolded(span));
      return;
    }
    commands.select(span);
    TraceWaterfall.Bar bar = waterfall.bar(span);
    if (event.getClickCount() == 2 && bar.durationNanos() > 0) {
      long margin = bar.durationNanos() / 20;
      commands.look(bar.startNanos() - margin, bar.endNanos() + margin);
    }
  }

  private void dragged(MouseEvent event) {
    TracePicture shown = picture;
    if (shown != null && !Double.isNaN(dragX)) {
      commands.pan(at().time(shown.window()).length(dragX - event.getX()));
      dragX = event.getX();
    }
  }

  private int spanAt(TracePicture shown, double y) {
    int row = at().rows().at(y);
    return row >= 0 && row < shown.waterfall().rows() ? shown.waterfall().span(row) : -1;
  }

  @Override
  protected String under(MouseEvent event) {
    TracePicture shown = picture;
    int span = shown == null ? -1 : spanAt(shown, event.getY());
    return shown == null || span < 0 ? "" : shown.labels().spoken(span);
  }
}
