package dev.lightfoot.report.chart;

import static dev.lightfoot.report.words.Sentences.say;

import dev.lightfoot.analysis.compare.Part;
import dev.lightfoot.report.compare.CompareWords;
import dev.lightfoot.report.drawing.Drawing;
import dev.lightfoot.report.drawing.Mark.Face;
import dev.lightfoot.report.layout.compare.AttributionBars;
import dev.lightfoot.report.layout.compare.NanosScale;

/// What moved the total: each part begins where the one before ended, so that they are seen to add
/// up.
final class PartsSketch {
  /// More parts are not drawn; the table has them.
  static final int MOST_PARTS = 40;

  private static final double ROW = 26;
  private static final double NUMBER = 452;
  private static final double LEFT = 484;
  private static final double RIGHT = Sketch.WIDTH - 30;
  private static final double BAR = 13;

  private final AttributionBars bars;
  private final Sketch sketch = new Sketch();

  private PartsSketch(AttributionBars bars) {
    this.bars = bars;
  }

  static Drawing of(AttributionBars bars) {
    return new PartsSketch(bars).draw();
  }

  private Drawing draw() {
    int parts = Math.min(MOST_PARTS, bars.bars().size());
    double bottom = (parts + 1) * ROW;
    NanosScale scale = bars.scale();
    for (long tick : scale.ticks()) {
      double x = Math.rint(x(tick)) + 0.5;
      sketch.line(tick == 0 ? "border-strong" : "border", 1, x, 0, x, bottom);
      String unit = tick == scale.ticks().getLast() ? " ms" : "";
      sketch.middle(Face.MONO, "text-2", scale.label(tick) + unit, x, bottom + 12);
    }
    for (int i = 0; i < parts; i++) {
      AttributionBars.Bar bar = bars.bars().get(i);
      boolean left = bar.part().what() == Part.What.LEFT_OVER;
      String token = left ? "work-border" : bar.part().nanos() < 0 ? "better" : "worse";
      line(Face.BODY, CompareWords.part(bar.part()), bar.tenths(), i * ROW + ROW / 2);
      bar(token, bar.fromNanos(), bar.toNanos(), i * ROW + ROW / 2);
    }
    double last = bottom - ROW / 2;
    sketch.line("border-strong", 1, 0, bottom - ROW + 0.5, Sketch.WIDTH, bottom - ROW + 0.5);
    line(Face.STRONG, say("column.total"), bars.totalTenths(), last);
    bar("distance", 0, bars.totalNanos(), last);
    return sketch.drawing(say("chart.parts"), bottom + 24);
  }

  private double x(long nanos) {
    return LEFT + (RIGHT - LEFT) * bars.scale().part(nanos);
  }

  private void line(Face face, String name, long tenths, double middle) {
    sketch.start(face, "text", face.fit(name, NUMBER - 70), 2, middle);
    sketch.end(
        face == Face.STRONG ? Face.MONO_STRONG : Face.MONO,
        "text",
        CompareWords.signedOfTenths(tenths),
        NUMBER,
        middle);
  }

  private void bar(String token, long from, long to, double middle) {
    double left = Math.min(x(from), x(to));
    double wide = Math.max(2, Math.abs(x(to) - x(from)));
    sketch.fill(token, left, middle - BAR / 2, wide, BAR);
  }
}
