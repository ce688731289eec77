package dev.lightfoot.report.chart;

import static dev.lightfoot.report.words.Sentences.say;

import dev.lightfoot.report.drawing.Drawing;
import dev.lightfoot.report.drawing.Mark.Face;
import dev.lightfoot.report.layout.history.FitPicture;

/// First bytes by round-trip time: both axes, a ring for each measurement, the line through them.
final class FitSketch {
  private static final double LEFT = 72;
  private static final double RIGHT = Sketch.WIDTH - 80;
  private static final double TOP = 30;
  private static final double BOTTOM = 330;

  private FitSketch() {}

  static Drawing of(FitPicture picture) {
    Sketch sketch = new Sketch();
    sketch.start(Face.CAPTION, "text-2", say("chart.fit.first-byte"), 0, 10);
    for (long tick : picture.firstByte().ticks()) {
      double y = y(picture, tick);
      sketch.line(tick == 0 ? "border-strong" : "border", 1, LEFT, y, RIGHT, y);
      sketch.end(Face.MONO, "text-2", picture.firstByte().label(tick), LEFT - 8, y);
    }
    for (long tick : picture.rtt().ticks()) {
      double x = x(picture, tick);
      sketch.line("border", 1, x, TOP, x, BOTTOM + 4);
      sketch.middle(Face.MONO, "text-2", picture.rtt().label(tick), x, BOTTOM + 16);
    }
    sketch.end(Face.CAPTION, "text-2", say("chart.fit.rtt"), Sketch.WIDTH, BOTTOM + 16);
    picture
        .line()
        .ifPresent(
            it ->
                sketch.line(
                    "text",
                    2,
                    x(picture, it.fromRtt()),
                    y(picture, it.fromFirstByte()),
                    x(picture, it.toRtt()),
                    y(picture, it.toFirstByte())));
    for (FitPicture.Spot spot : picture.spots()) {
      sketch.dot(
          "surface", "text-2", x(picture, spot.rttNanos()), y(picture, spot.firstByteNanos()), 4);
    }
    return sketch.drawing(say("chart.fit"), BOTTOM + 28);
  }

  private static double x(FitPicture picture, long rttNanos) {
    return LEFT + (RIGHT - LEFT) * rttNanos / picture.rtt().endNanos();
  }

  private static double y(FitPicture picture, long firstByteNanos) {
    return BOTTOM - (BOTTOM - TOP) * firstByteNanos / picture.firstByte().endNanos();
  }
}
