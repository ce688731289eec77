package dev.lightfoot.app.ui.chart;

import dev.lightfoot.app.ui.chart.paint.Brush;
import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.chart.paint.Surface;
import dev.lightfoot.app.ui.chart.row.FrameDrag;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.report.layout.TimeWindow;
import dev.lightfoot.report.layout.TraceOverview;
import java.util.function.Consumer;
import javafx.geometry.Dimension2D;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// A whole trace as a strip: how much runs when, where something fails, and a frame around what the
/// chart shows. The frame is dragged, its ends too; a press beside it brings it there. The keys of
/// the chart do the same.
public final class TraceMinimap extends Region {
  private static final double HANDLE = 6;

  private final Surface surface;
  private @Nullable TraceOverview overview;
  private TimeWindow window = TimeWindow.whole(1);

  public TraceMinimap(Look look, Consumer<TimeWindow> chosen) {
    this.surface = new Surface(look, this::draw);
    setId("trace-minimap");
    setAccessibleRole(AccessibleRole.SLIDER);
    setAccessibleText(Words.text("trace.minimap"));
    getChildren().add(surface);
    prefHeightProperty().bind(look.em(2.7));
    minHeightProperty().bind(look.em(2.7));
    FrameDrag.on(
        this,
        new FrameDrag.Scale() {
          @Override
          public TimeWindow window() {
            return window;
          }

          @Override
          public double x(long nanos) {
            return at(nanos);
          }

          @Override
          public long nanos(double x) {
            return instant(x);
          }
        },
        chosen);
  }

  /// Shows a trace.
  public void show(TraceOverview shown, TimeWindow frame) {
    overview = shown;
    show(frame);
  }

  /// Moves the frame.
  public void show(TimeWindow frame) {
    window = frame;
    surface.redraw();
  }

  @Override
  protected void layoutChildren() {
    surface.resizeRelocate(0, 0, getWidth(), getHeight());
  }

  private void draw(Brush brush, Dimension2D size) {
    TraceOverview shown = overview;
    double height = size.getHeight();
    brush.fill("sunk", 0, 0, size.getWidth(), height);
    if (shown == null) {
      return;
    }
    double step = size.getWidth() / shown.parts();
    for (int i = 0; i < shown.parts(); i++) {
      if (shown.running(i) > 0) {
        // Square roots, so that one span is seen beside a hundred.
        double part = Math.sqrt((double) shown.running(i) / Math.max(1, shown.most()));
        double bar = Math.max(2, part * (height - 10));
        double left = Math.floor(i * step);
        double wide = Math.max(1, Math.floor((i + 1) * step) - left);
        brush.fill("work", left, Math.rint(height - 5 - bar), wide, Math.rint(bar));
      }
      if (shown.error(i)) {
        brush.fill("danger", i * step, height - 5, Math.max(2, step), 5);
      }
    }
    frame(brush, size);
  }

  private void frame(Brush brush, Dimension2D size) {
    double left = at(window.fromNanos());
    double right = Math.max(left + 2, at(window.toNanos()));
    double middle = size.getHeight() / 2;
    brush.outline("accent", left + 1, 1, Math.max(1, right - left - 2), size.getHeight() - 2);
    for (double x : new double[] {left, right}) {
      double at = Math.clamp(x - HANDLE / 2, 0, Math.max(0, size.getWidth() - HANDLE));
      brush.fill("accent", at, middle - 6.5, HANDLE, 13);
    }
  }

  private double at(long nanos) {
    return getWidth() * ((double) nanos / window.wholeNanos());
  }

  private long instant(double x) {
    return Math.round(x / Math.max(1, getWidth()) * window.wholeNanos());
  }
}
