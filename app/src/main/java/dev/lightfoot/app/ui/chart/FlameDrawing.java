package dev.lightfoot.app.ui.chart;

import dev.lightfoot.app.ui.chart.paint.Brush;
import dev.lightfoot.app.ui.chart.paint.Brush.Face;
import dev.lightfoot.app.ui.chart.paint.TextFit;
import dev.lightfoot.app.ui.chart.row.ChartGround;
import dev.lightfoot.app.ui.chart.row.RowLines;
import dev.lightfoot.app.ui.chart.row.TimeScale;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.report.drawing.Ink;
import dev.lightfoot.report.layout.Axis;
import dev.lightfoot.report.layout.TimeWindow;
import dev.lightfoot.report.layout.TraceFlame;
import java.util.BitSet;
import java.util.function.IntFunction;
import javafx.scene.text.TextAlignment;

/// Draws the blocks of a flame view that are in sight.
final class FlameDrawing {
  private final Brush brush;
  private final FlameGeometry at;
  private final RowLines rows;
  private final TimeScale time;
  private final TraceFlame flame;
  private final TextFit fit;
  private final IntFunction<String> names;

  FlameDrawing(
      Brush brush, FlameGeometry at, TraceFlame flame, TextFit fit, IntFunction<String> names) {
    this.brush = brush;
    this.at = at;
    this.rows = at.rows();
    this.time = at.time();
    this.flame = flame;
    this.fit = fit;
    this.names = names;
  }

  void draw(int selected, BitSet matches) {
    int end = rows.end(at.height(), flame.levels());
    for (int depth = rows.first(); depth < end; depth++) {
      level(depth, matches);
    }
    if (selected >= 0) {
      outline(flame.block(selected));
    }
    head();
  }

  private void level(int depth, BitSet matches) {
    int[] level = flame.level(depth);
    long end = time.window().toNanos();
    int i = flame.firstAfter(depth, time.window().fromNanos());
    while (i < level.length && flame.block(level[i]).startNanos() <= end) {
      TraceFlame.Block block = flame.block(level[i]);
      double x = Math.max(time.left(), time.x(block.startNanos()));
      double to = Math.min(time.right(), time.x(block.endNanos()));
      if (to - x < 2) {
        // One line stands for all that lie in its two pixels.
        block(block, level[i], x, 1, matches);
        i = Math.max(i + 1, flame.firstAfter(depth, time.nanos(x + 2)));
      } else {
        block(block, level[i], x, to - x, matches);
        i++;
      }
    }
  }

  private void block(TraceFlame.Block block, int index, double x, double width, BitSet matches) {
    double y = rows.y(block.depth());
    double height = at.rowHeight() - 3;
    Ink ink = Ink.of(block.layer());
    brush.bar(ink, x, y, width, height);
    if (matches.get(index)) {
      brush.fill("warn", x, y + height - 3, Math.max(2, width), 3);
    }
    if (block.errors() > 0) {
      brush.fill("danger", x, y, Math.max(2, width), 2);
    }
    if (width > 2.5 * brush.em()) {
      label(block, index, ink, x, y, width, height);
    }
  }

  /// Text keeps its contrast on every ink: where the fill is strong, it stands on the surface.
  private void label(
      TraceFlame.Block block, int index, Ink ink, double x, double y, double width, double height) {
    double em = brush.em();
    String text = names.apply(index) + (block.spans() > 1 ? " ×" + block.spans() : "");
    String fitted = fit.fit(Face.CAPTION.font(em), text, width - 1.1 * em);
    if (fitted.isEmpty()) {
      return;
    }
    boolean plain =
        switch (block.layer()) {
          case PROXY, APP, MIDDLEWARE, TEMPLATE -> true;
          default -> false;
        };
    boolean wait = ink.token().equals("wait");
    if (!plain && !wait) {
      double wide = fit.width(Face.CAPTION.font(em), fitted) + 0.5 * em;
      brush.fill("surface", x + 0.35 * em, y + 3, Math.min(wide, width - 0.7 * em), height - 6);
    }
    brush.text(
        Face.CAPTION,
        wait ? "on-wait" : "text",
        fitted,
        x + 0.6 * em,
        y + height / 2,
        TextAlignment.LEFT);
  }

  private void outline(TraceFlame.Block block) {
    double x = Math.max(time.left(), time.x(block.startNanos()));
    double to = Math.min(time.right(), time.x(block.endNanos()));
    if (to >= x) {
      brush.outline(
          "accent", x - 1, rows.y(block.depth()) - 1, Math.max(2, to - x) + 2, at.rowHeight() - 1);
    }
  }

  private void head() {
    ChartGround ground = new ChartGround(brush, at.width(), rows, time);
    ground.head();
    ground.headLine();
    TimeWindow window = time.window();
    Axis axis = window.axis();
    for (long tick : window.ticks()) {
      double x = time.x(tick);
      String label = axis.label(tick);
      double half = Brush.monoWidth(label, Face.MONO.size() * brush.em()) / 2;
      if (x + half < time.right() - brush.em()) {
        double left = Math.max(x, time.left() + half);
        brush.text(Face.MONO, "text-2", label, left, at.head() / 2, TextAlignment.CENTER);
      }
    }
    double right = time.right() + 1.2 * brush.em();
    ground.caption(Words.text("trace.ms"), right, at.head() / 2, TextAlignment.RIGHT);
  }
}
