package dev.lightfoot.app.ui.chart.compare;

import dev.lightfoot.app.ui.chart.paint.Brush;
import dev.lightfoot.app.ui.chart.paint.Brush.Face;
import dev.lightfoot.app.ui.chart.paint.TextFit;
import dev.lightfoot.app.ui.chart.row.ChartGround;
import dev.lightfoot.app.ui.chart.row.RowLines;
import dev.lightfoot.app.ui.chart.row.TimeScale;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.report.drawing.Ink;
import dev.lightfoot.report.layout.compare.OverlayRow;
import dev.lightfoot.report.layout.compare.OverlayRow.Stretch;
import dev.lightfoot.report.layout.page.PageBar;
import dev.lightfoot.report.words.Numbers;
import java.util.Optional;
import javafx.scene.text.TextAlignment;

/// Draws the rows of an overlay that are in sight.
final class OverlayDrawing {
  /// A bar that is cut by an edge of the plot goes on a little beyond it, without its border.
  private static final double BEYOND = 4;

  private final Brush brush;
  private final OverlayGeometry at;
  private final double height;
  private final OverlayPicture picture;
  private final TextFit fit;
  private final RowLines rows;
  private final TimeScale time;
  private final ChartGround ground;
  private final double em;

  OverlayDrawing(
      Brush brush, OverlayGeometry at, double height, OverlayPicture picture, TextFit fit) {
    this.brush = brush;
    this.at = at;
    this.height = height;
    this.picture = picture;
    this.fit = fit;
    this.rows = at.rows();
    this.time = at.time(picture.window());
    this.ground = new ChartGround(brush, at.width(), rows, time);
    this.em = brush.em();
  }

  void draw() {
    int end = rows.end(height, picture.rows().size());
    for (int i = rows.first(); i < end; i++) {
      if (i == picture.selected()) {
        ground.selected(rows.y(i));
      }
      ground.rowLine(rows.y(i));
    }
    double bottom = Math.min(height, rows.y(picture.rows().size()));
    for (long tick : picture.ticks()) {
      double x = Math.rint(time.x(tick)) + 0.5;
      brush.line("border", 1, x, rows.head(), x, bottom);
    }
    for (int i = rows.first(); i < end; i++) {
      row(picture.rows().get(i), rows.y(i));
    }
    event(bottom);
    head();
  }

  private void row(OverlayRow row, double y) {
    double middle = y + at.rowHeight() / 2;
    double room = at.labelRight() - at.labelLeft();
    String label = fit.fit(Face.BODY.font(em), row.label(), room);
    brush.text(Face.BODY, "text", label, at.labelLeft(), middle, TextAlignment.LEFT);
    side(row.a(), at.middle(y, false), false);
    side(row.b(), at.middle(y, true), true);
  }

  private void side(Optional<Stretch> stretch, double middle, boolean second) {
    if (stretch.isEmpty()) {
      return;
    }
    double radius = 0.24 * em;
    if (second) {
      brush.diamond("accent", at.mark(), middle, 1.2 * radius);
    } else {
      brush.dot(OrderChart.FIRST, at.mark(), middle, radius, true);
    }
    String millis = Numbers.millis(stretch.get().durationNanos());
    brush.text(Face.MONO, "text", millis, at.millisRight(), middle, TextAlignment.RIGHT);
    for (PageBar bar : stretch.get().bars()) {
      bar(bar, middle);
    }
    outside(stretch.get(), middle);
  }

  private void bar(PageBar bar, double middle) {
    double from = Math.max(time.left() - BEYOND, time.x(bar.startNanos()));
    double to = Math.min(time.right() + BEYOND, time.x(bar.endNanos()));
    if (to < time.left() || from > time.right() || bar.durationNanos() <= 0) {
      return;
    }
    double high = at.barHeight();
    double top = Math.rint(middle - high / 2);
    brush.bar(Ink.of(bar.phase()), from, top, to - from, high);
    if (bar.failed()) {
      brush.cross(Math.min(time.right(), to), middle, 0.36 * em);
    }
  }

  /// It lies before or after what is in sight.
  private void outside(Stretch stretch, double middle) {
    if (time.x(stretch.endNanos()) < time.left() - 1) {
      brush.text(Face.CAPTION, "text-3", "←", time.left(), middle, TextAlignment.LEFT);
    } else if (time.x(stretch.startNanos()) > time.right() + 1) {
      brush.text(Face.CAPTION, "text-3", "→", time.right(), middle, TextAlignment.RIGHT);
    }
  }

  /// The event that times are measured from, where it is not the left edge.
  private void event(double bottom) {
    double x = Math.rint(time.x(picture.overlay().zeroNanos())) + 0.5;
    if (picture.overlay().zeroNanos() > 0 && x >= time.left() && x <= time.right()) {
      brush.dashes("text", x, rows.head(), x, bottom);
    }
  }

  private void head() {
    ground.head();
    ground.headLine();
    double middle = at.head() / 2;
    ground.caption(Words.text("page.request"), at.labelLeft(), middle, TextAlignment.LEFT);
    ground.caption(Words.text("page.ms"), at.millisRight(), middle, TextAlignment.RIGHT);
    double used = at.plotLeft() - em;
    double size = Face.MONO.font(em).getSize();
    for (long tick : picture.ticks()) {
      String label = picture.label(tick);
      double half = Brush.monoWidth(label, size) / 2;
      double x = time.x(tick);
      if (x - half > used && x + half < at.width()) {
        brush.text(Face.MONO, "text-2", label, x, middle, TextAlignment.CENTER);
        used = x + half + 0.6 * em;
      }
    }
  }
}
