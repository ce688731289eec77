package dev.lightfoot.report.chart;

import static dev.lightfoot.report.words.Sentences.say;

import dev.lightfoot.report.drawing.Drawing;
import dev.lightfoot.report.drawing.Mark.Face;
import dev.lightfoot.report.layout.compare.RunOrder;
import dev.lightfoot.report.words.Numbers;
import java.util.List;

/// The totals of both sides in the order in which they were measured: what drifts is seen.
final class OrderSketch {
  /// More runs are not drawn one by one: of these, every so-manieth is.
  static final int MOST_DOTS = 400;

  private static final double HEIGHT = 150;
  private static final double LEFT = 64;
  private static final double RIGHT = Sketch.WIDTH - 20;

  private OrderSketch() {}

  static Drawing of(RunOrder order) {
    Sketch sketch = new Sketch();
    for (long tick : order.scale().ticks()) {
      double y = Math.rint(y(order, tick)) + 0.5;
      sketch.line("border", 1, LEFT, y, Sketch.WIDTH, y);
      sketch.end(Face.MONO, "text-2", order.scale().label(tick), LEFT - 8, y);
    }
    List<RunOrder.Dot> dots = order.dots();
    int step = Math.max(1, Math.ceilDiv(dots.size(), MOST_DOTS));
    for (int i = 0; i < dots.size(); i += step) {
      RunOrder.Dot dot = dots.get(i);
      double x = LEFT + 20 + (RIGHT - LEFT - 30) * i / Math.max(1, dots.size() - 1);
      if (dot.second()) {
        sketch.diamond("accent", x, y(order, dot.nanos()), 4);
      } else {
        sketch.dot("surface", "text-2", x, y(order, dot.nanos()), 3);
      }
    }
    double below = HEIGHT + 24;
    sketch.start(Face.CAPTION, "text-2", say("chart.order.first"), LEFT + 10, below);
    String last = say("chart.order.last", Numbers.count(dots.size()));
    sketch.end(Face.CAPTION, "text-2", last, Sketch.WIDTH, below);
    return sketch.drawing(say("chart.order"), HEIGHT + 34);
  }

  private static double y(RunOrder order, long nanos) {
    return HEIGHT + 6 - (HEIGHT - 6) * order.scale().part(nanos);
  }
}
