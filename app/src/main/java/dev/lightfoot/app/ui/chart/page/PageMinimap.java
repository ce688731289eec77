package dev.lightfoot.app.ui.chart.page;

import dev.lightfoot.app.ui.chart.paint.Brush;
import dev.lightfoot.app.ui.chart.paint.Brush.Face;
import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.chart.paint.Surface;
import dev.lightfoot.app.ui.chart.row.FrameDrag;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.report.drawing.Ink;
import dev.lightfoot.report.layout.TimeWindow;
import dev.lightfoot.report.layout.page.PageView;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Dimension2D;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.text.TextAlignment;

/// A whole page as a strip above its waterfall, on the same edges: every request as a thin line,
/// and a frame around what the chart shows. The frame is dragged, its ends too; a press beside it
/// brings it there. The keys of the chart do the same.
public final class PageMinimap extends Region {
  private static final double HANDLE_WIDE = 6;
  private static final double HANDLE_HIGH = 13;

  private static final double PADDING = 3;

  private final Look look;
  private final Surface lines;
  private final Surface frame;
  private List<PageStrip> strips = List.of();
  private TimeWindow window = TimeWindow.whole(1);

  public PageMinimap(Look look, Consumer<TimeWindow> chosen) {
    this.look = look;
    // Two drawings: thousands of lines are not drawn again because the frame moves.
    this.lines = new Surface(look, this::drawLines);
    this.frame = new Surface(look, this::drawFrame);
    setId("page-minimap");
    setAccessibleRole(AccessibleRole.SLIDER);
    setAccessibleText(Words.text("page.minimap"));
    getChildren().addAll(lines, frame);
    prefHeightProperty().bind(look.em(2.5));
    minHeightProperty().bind(look.em(2.5));
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

  /// Shows a page.
  public void show(PageView shown, TimeWindow part) {
    strips = PageStrip.of(shown);
    lines.redraw();
    show(part);
  }

  /// Moves the frame.
  public void show(TimeWindow part) {
    if (!part.equals(window)) {
      boolean other = part.wholeNanos() != window.wholeNanos();
      window = part;
      if (other) {
        lines.redraw();
      }
      frame.redraw();
    }
  }

  @Override
  protected void layoutChildren() {
    lines.resizeRelocate(0, 0, getWidth(), getHeight());
    frame.resizeRelocate(0, 0, getWidth(), getHeight());
  }

  private PageGeometry at() {
    return new PageGeometry(look.em(), getWidth(), getHeight(), 0, false);
  }

  private void drawLines(Brush brush, Dimension2D size) {
    brush.text(
        Face.CAPTION,
        "text-2",
        Words.text("page.overview"),
        at().foldLeft() + 2,
        size.getHeight() / 2,
        TextAlignment.LEFT);
    double high = size.getHeight() - 2 * PADDING - 2;
    double step = high / Math.max(1, strips.size());
    double thick = Math.clamp(Math.floor(step), 1, 2);
    for (int i = 0; i < strips.size(); i++) {
      double y = Math.rint(PADDING + 1 + i * step);
      for (PageStrip.Piece piece : strips.get(i).pieces()) {
        double from = at(piece.fromNanos());
        double wide = Math.max(1, at(piece.toNanos()) - from);
        brush.fill(Ink.of(piece.phase()).borderToken(), from, y, wide, thick);
      }
    }
  }

  private void drawFrame(Brush brush, Dimension2D size) {
    double left = at(window.fromNanos());
    double right = Math.max(left + 2, at(window.toNanos()));
    double high = size.getHeight();
    brush.outline("accent", left, 2, right - left, high - 4);
    for (double x : new double[] {left, right}) {
      brush.fill("accent", x - HANDLE_WIDE / 2, (high - HANDLE_HIGH) / 2, HANDLE_WIDE, HANDLE_HIGH);
    }
  }

  private double wide() {
    return Math.max(1, at().plotRight() - at().plotLeft());
  }

  private double at(long nanos) {
    return at().plotLeft() + wide() * nanos / window.wholeNanos();
  }

  private long instant(double x) {
    return Math.round((x - at().plotLeft()) / wide() * window.wholeNanos());
  }
}
