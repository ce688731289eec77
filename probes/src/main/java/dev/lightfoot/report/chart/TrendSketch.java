package dev.lightfoot.report.chart;

import static dev.lightfoot.report.words.Sentences.say;

import dev.lightfoot.report.drawing.Drawing;
import dev.lightfoot.report.drawing.Mark.Face;
import dev.lightfoot.report.layout.history.TimeTicks;
import dev.lightfoot.report.layout.history.Trend;
import dev.lightfoot.report.layout.history.TrendLevel;
import dev.lightfoot.report.layout.history.TrendPoint;
import dev.lightfoot.report.words.Numbers;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/// The history of a target: a ring for each snapshot, whiskers over its runs, a line for each
/// level, an upright where one level ends.
final class TrendSketch {
  /// Beyond that many points whiskers would be a grey ground.
  private static final int MOST_WHISKERS = 250;

  private static final int MOST_TICKS = 9;
  private static final double LEFT = 72;
  private static final double RIGHT = Sketch.WIDTH - 20;
  private static final double TOP = 30;
  private static final double BOTTOM = 300;

  private final Trend trend;
  private final Sketch sketch = new Sketch();

  private TrendSketch(Trend trend) {
    this.trend = trend;
  }

  static Drawing of(Trend trend, ZoneId zone) {
    return new TrendSketch(trend).draw(zone);
  }

  private Drawing draw(ZoneId zone) {
    sketch.end(Face.CAPTION, "text-2", say("chart.ms"), LEFT - 8, 10);
    for (long tick : trend.axis().ticks()) {
      double y = y(tick);
      sketch.line(tick == 0 ? "border-strong" : "border", 1, LEFT, y, RIGHT, y);
      sketch.end(Face.MONO, "text-2", trend.axis().label(tick), LEFT - 8, y);
    }
    times(TimeTicks.between(trend.from(), trend.to(), zone, MOST_TICKS));
    points();
    for (TrendLevel level : trend.levels()) {
      double y = y(level.medianNanos());
      sketch.line("text", 2, x(level.from()) - 3, y, x(level.to() - 1) + 3, y);
    }
    changes();
    return sketch.drawing(say("chart.trend"), BOTTOM + 28);
  }

  private void times(TimeTicks ticks) {
    double free = 0;
    for (int i = 0; i < ticks.at().size(); i++) {
      double x = x(ticks.at().get(i));
      sketch.line("border", 1, x, TOP, x, BOTTOM + 4);
      double half = Face.MONO.width(ticks.labels().get(i)) / 2;
      double middle = Math.clamp(x, half, Sketch.WIDTH - half);
      if (middle - half >= free) {
        sketch.middle(Face.MONO, "text-2", ticks.labels().get(i), middle, BOTTOM + 16);
        free = middle + half + 8;
      }
    }
  }

  private void points() {
    List<TrendPoint> points = trend.points();
    boolean whiskers = points.size() <= MOST_WHISKERS;
    if (whiskers) {
      for (TrendPoint point : points) {
        double x = x(point.takenAt());
        sketch.line("text-3", 1, x, y(point.minNanos()), x, y(point.maxNanos()));
      }
    }
    for (TrendPoint point : points) {
      sketch.dot("surface", "text-2", x(point.takenAt()), y(point.medianNanos()), whiskers ? 4 : 2);
    }
  }

  private void changes() {
    double free = LEFT;
    for (int i = 1; i < trend.levels().size(); i++) {
      TrendLevel level = trend.levels().get(i);
      long nanos = level.medianNanos() - trend.levels().get(i - 1).medianNanos();
      String token = nanos > 0 ? "worse" : "better";
      double x = x(level.from());
      sketch.dashes(token, x, TOP, x, BOTTOM);
      String label = (nanos > 0 ? "▲ +" : "▼ −") + Numbers.duration(Math.abs(nanos));
      double half = Face.CAPTION.width(label) / 2;
      double middle = Math.clamp(x, LEFT + half, Sketch.WIDTH - half);
      if (middle - half >= free) {
        sketch.middle(Face.CAPTION, token, label, middle, TOP - 12);
        free = middle + half + 8;
      }
    }
  }

  private double x(int point) {
    return x(trend.points().get(point).takenAt());
  }

  private double x(Instant at) {
    double whole = Math.max(1, Duration.between(trend.from(), trend.to()).toMillis());
    return LEFT + (RIGHT - LEFT) * Duration.between(trend.from(), at).toMillis() / whole;
  }

  /// A time on the axis; what is beyond its end lies there.
  private double y(long nanos) {
    return BOTTOM - (BOTTOM - TOP) * Math.min(1, (double) nanos / trend.axis().endNanos());
  }
}
