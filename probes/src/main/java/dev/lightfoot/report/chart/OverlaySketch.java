package dev.lightfoot.report.chart;

import static dev.lightfoot.report.words.Sentences.say;

import dev.lightfoot.model.Phase;
import dev.lightfoot.report.drawing.Drawing;
import dev.lightfoot.report.drawing.Ink;
import dev.lightfoot.report.drawing.Mark.Face;
import dev.lightfoot.report.layout.TimeWindow;
import dev.lightfoot.report.layout.compare.Overlay;
import dev.lightfoot.report.layout.compare.OverlayRow;
import dev.lightfoot.report.layout.compare.OverlayRow.Stretch;
import dev.lightfoot.report.layout.page.PageBar;
import dev.lightfoot.report.words.Numbers;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A run of two sides over each other: each request once, as A made it above and as B made it
/// below.
final class OverlaySketch {
  private static final double HEAD = 46;
  private static final double ROW = 34;
  private static final double BAR = 11;
  private static final double LEFT = 322;
  private static final double RIGHT = Sketch.WIDTH - 40;
  private static final double LABEL = 8;
  private static final double MARK = 238;
  private static final double MILLIS = 308;

  /// From the middle of a row to that of a side.
  private static final double AWAY = 7.5;

  /// More rows are not drawn; the report says how many requests there are.
  private static final int MOST_ROWS = 1_000;

  /// Rows between two cuts: what fits half a printed page.
  private static final int ROWS_A_SLICE = 10;

  private final Overlay overlay;
  private final List<OverlayRow> rows;
  private final TimeWindow window;
  private final Sketch sketch = new Sketch();
  private final TimeAxis time;

  private OverlaySketch(Overlay overlay, TimeWindow window) {
    this.overlay = overlay;
    this.rows = overlay.rows().subList(0, Math.min(MOST_ROWS, overlay.rows().size()));
    this.window = window;
    this.time = new TimeAxis(LEFT, RIGHT, window.fromNanos(), window.toNanos());
  }

  static Drawing of(Overlay overlay, TimeWindow window) {
    return new OverlaySketch(overlay, window).draw();
  }

  private Drawing draw() {
    double bottom = HEAD + rows.size() * ROW;
    legend();
    sketch.start(Face.CAPTION, "text-2", say("chart.request"), LABEL, HEAD - 13);
    sketch.end(Face.CAPTION, "text-2", say("chart.ms"), MILLIS, HEAD - 13);
    for (int i = 0; i < rows.size(); i++) {
      double y = HEAD + i * ROW;
      sketch.line("border", 1, 0, y + 0.5, Sketch.WIDTH, y + 0.5);
      if (i > 0 && i % ROWS_A_SLICE == 0) {
        sketch.cut(y);
      }
    }
    time.draw(sketch, window.axis(), HEAD - 4, bottom, HEAD - 13);
    for (int i = 0; i < rows.size(); i++) {
      row(rows.get(i), HEAD + i * ROW + ROW / 2);
    }
    if (overlay.zeroNanos() > 0) {
      double x = Math.rint(time.x(overlay.zeroNanos())) + 0.5;
      sketch.dashes("text", x, HEAD, x, bottom);
    }
    return sketch.drawing(say("chart.overlay"), bottom + 1);
  }

  private void legend() {
    double x = LEFT;
    for (Phase phase : Phase.values()) {
      boolean drawn =
          rows.stream()
              .flatMap(row -> Stream.concat(row.a().stream(), row.b().stream()))
              .flatMap(stretch -> stretch.bars().stream())
              .anyMatch(bar -> bar.phase() == phase && bar.durationNanos() > 0);
      if (drawn) {
        String name = say("page.text.phase." + phase.label());
        sketch.bar(Ink.of(phase), x, 4, 16, 11);
        sketch.start(Face.CAPTION, "text-2", name, x + 22, 10);
        x += 36 + Face.CAPTION.width(name);
      }
    }
  }

  private void row(OverlayRow row, double middle) {
    String label = Face.BODY.fit(row.label(), MARK - 12 - LABEL);
    sketch.start(Face.BODY, "text", label, LABEL, middle);
    side(row.a(), middle - AWAY, false);
    side(row.b(), middle + AWAY, true);
  }

  private void side(Optional<Stretch> made, double middle, boolean second) {
    if (made.isEmpty()) {
      return;
    }
    if (second) {
      sketch.diamond("accent", MARK, middle, 3.6);
    } else {
      sketch.dot("surface", "text-2", MARK, middle, 2.8);
    }
    Stretch stretch = made.get();
    sketch.end(Face.MONO, "text", Numbers.millis(stretch.durationNanos()), MILLIS, middle);
    for (PageBar bar : stretch.bars()) {
      if (bar.durationNanos() > 0) {
        double wide = time.width(bar.durationNanos());
        sketch.bar(Ink.of(bar.phase()), time.x(bar.startNanos()), middle - BAR / 2, wide, BAR);
      }
      if (bar.failed()) {
        sketch.cross(time.x(bar.endNanos()), middle, 5);
      }
    }
  }
}
