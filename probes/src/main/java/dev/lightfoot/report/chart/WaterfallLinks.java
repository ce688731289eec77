package dev.lightfoot.report.chart;

import dev.lightfoot.analysis.page.PathStep;
import dev.lightfoot.report.layout.page.PageLink;
import dev.lightfoot.report.layout.page.PageView;
import java.util.HashSet;
import java.util.OptionalInt;
import java.util.Set;

/// What leads from row to row of a waterfall: which request led to which, and the chain that the
/// page waited for.
final class WaterfallLinks {
  private static final double THICK = 2;

  private final Sketch sketch;
  private final PageView view;
  private final TimeAxis time;
  private final int shown;

  WaterfallLinks(Sketch sketch, PageView view, TimeAxis time, int shown) {
    this.sketch = sketch;
    this.view = view;
    this.time = time;
    this.shown = shown;
  }

  private OptionalInt line(int row) {
    OptionalInt line = view.line(row);
    return line.orElse(shown) < shown ? line : OptionalInt.empty();
  }

  /// Lines that would lie over each other are drawn once.
  void foundBy() {
    Set<Long> drawn = new HashSet<>();
    for (PageLink link : view.waterfall().links()) {
      OptionalInt from = line(link.from());
      OptionalInt to = line(link.to());
      if (from.isEmpty() || to.isEmpty()) {
        continue;
      }
      double x = Math.rint(time.x(link.atNanos())) + 0.5;
      double middle = WaterfallSketch.y(to.getAsInt()) + WaterfallSketch.ROW / 2 + 0.5;
      double start = WaterfallSketch.y(from.getAsInt()) + WaterfallSketch.ROW * 0.75;
      if (drawn.add(((long) (x * 2) << 32) + to.getAsInt())) {
        sketch.line("text-3", 1, x, start, x, middle);
      }
      double end = time.x(view.waterfall().row(link.to()).startNanos());
      sketch.line("text-3", 1, x, middle, end, middle);
      sketch.fill("text-3", end - 2, middle - 1.5, 3, 3);
    }
  }

  /// Below the bar of each step, then down or up to the next.
  void critical() {
    double before = Double.NaN;
    for (PathStep step : view.waterfall().path().steps()) {
      OptionalInt line = line(step.exchange());
      if (line.isEmpty()) {
        continue;
      }
      double y = WaterfallSketch.y(line.getAsInt()) + WaterfallSketch.ROW - 3;
      double from = time.x(step.fromNanos());
      double to = time.x(step.toNanos());
      if (!Double.isNaN(before)) {
        double top = Math.min(before, y);
        sketch.fill("worse", from, top, THICK, Math.abs(y - before) + THICK);
      }
      sketch.fill("worse", from, y, Math.max(THICK, to - from), THICK);
      before = y;
    }
  }
}
