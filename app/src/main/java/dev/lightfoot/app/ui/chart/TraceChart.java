package dev.lightfoot.app.ui.chart;

import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.report.TraceWaterfall;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// The waterfall of a trace as a control. Draws only what is in sight, at most once for each frame,
/// so that a million rows pan like a hundred. What keys and the mouse ask for goes to [Commands];
/// what is shown comes back by [#show].
public final class TraceChart extends Region {
  private static final Duration DELAY = Duration.millis(300);
  private static final double ZOOM = 0.8;
  private static final double PAN = 0.1;

  private final Look look;
  private final RowScroll rows;
  private final Tooltip tooltip = new Tooltip();
  private final TextFit fit = new TextFit();
  private final Commands commands;
  private @Nullable TracePicture picture;
  private double dragX = Double.NaN;

  /// What a person can ask of a waterfall.
  public interface Commands {
    void select(int span);

    void fold(int span, boolean folded);

    /// Shows that much of the time (below 1: closer), around an instant.
    void zoom(double factor, long aroundNanos);

    void pan(long byNanos);

    /// Shows a stretch of time.
    void look(long fromNanos, long toNanos);

    void showTable();

    void nextError();

    void toggleCritical();

    void copy();
  }

  public TraceChart(Look look, Commands commands) {
    this.look = look;
    this.commands = commands;
    this.rows =
        new RowScroll(
            look,
            (brush, size) -> {
              TracePicture shown = picture;
              if (shown != null) {
                new TraceDrawing(brush, at(), shown, fit).draw();
              }
            });
    getStyleClass().add("chart");
    setId("trace-chart");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.TREE_VIEW);
    setAccessibleText(Words.text("trace.chart.name"));
    getChildren().add(rows);
    tooltip.setShowDelay(DELAY);
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(560);
    look.emProperty().subscribe(_ -> fit());
    setOnKeyPressed(this::pressed);
    setOnScroll(this::scrolled);
    setOnMouseMoved(this::moved);
    setOnMousePressed(this::mousePressed);
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
    fit();
    if (moved && next.selected() >= 0) {
      rows.reveal(next.waterfall().row(next.selected()));
      setAccessibleText(next.labels().spoken(next.selected()));
      notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }
  }

  /// Draws at once: what a frame costs.
  void draw() {
    rows.draw();
  }

  private TraceGeometry at() {
    return new TraceGeometry(look.em(), rows.innerWidth(), rows.innerHeight(), rows.top());
  }

  private void fit() {
    TracePicture shown = picture;
    TraceGeometry at = at();
    rows.show(shown == null ? 0 : shown.waterfall().rows(), at.rowHeight(), at.head());
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
    TracePicture shown = picture;
    if (shown != null && new TraceKeys(shown, commands, rows::page).pressed(event)) {
      event.consume();
    }
  }

  private void scrolled(ScrollEvent event) {
    TracePicture shown = picture;
    if (shown == null) {
      return;
    }
    TraceGeometry at = at();
    if (event.isControlDown() || event.isMetaDown()) {
      long around = at.nanos(shown.window(), Math.max(at.plotLeft(), event.getX()));
      commands.zoom(event.getDeltaY() > 0 ? ZOOM : 1 / ZOOM, around);
    } else if (event.isShiftDown() || event.getDeltaX() != 0) {
      double delta = event.getDeltaX() == 0 ? event.getDeltaY() : event.getDeltaX();
      commands.pan(-Math.round(Math.signum(delta) * PAN * shown.window().length()));
    } else {
      rows.scrollBy(-event.getDeltaY());
    }
    event.consume();
  }

  private void mousePressed(MouseEvent event) {
    requestFocus();
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
      commands.pan(at().length(shown.window(), dragX - event.getX()));
      dragX = event.getX();
    }
  }

  private int spanAt(TracePicture shown, double y) {
    int row = at().rowAt(y);
    return row >= 0 && row < shown.waterfall().rows() ? shown.waterfall().span(row) : -1;
  }

  private void moved(MouseEvent event) {
    TracePicture shown = picture;
    int span = shown == null ? -1 : spanAt(shown, event.getY());
    if (shown == null || span < 0) {
      Tooltip.uninstall(this, tooltip);
      return;
    }
    String text = shown.labels().spoken(span);
    if (!text.equals(tooltip.getText()) || !tooltip.isShowing()) {
      tooltip.setText(text);
      Tooltip.install(this, tooltip);
    }
  }
}
