package dev.lightfoot.app.ui.chart.history;

import dev.lightfoot.app.ui.chart.paint.Brush;
import dev.lightfoot.app.ui.chart.paint.Brush.Face;
import dev.lightfoot.report.layout.history.TimeTicks;
import dev.lightfoot.report.layout.history.Trend;
import dev.lightfoot.report.layout.history.TrendLevel;
import dev.lightfoot.report.layout.history.TrendPoint;
import dev.lightfoot.report.words.Numbers;
import java.time.ZoneId;
import java.util.List;
import javafx.scene.text.TextAlignment;

/// Draws a trend: a ring for each snapshot, whiskers over its runs, a line for each level, an
/// upright where one level ends.
///
/// @param selected index of the point that is looked at; −1 for none
record TrendDrawing(Brush brush, TrendGeometry at, ZoneId zone, int selected) {
  /// Beyond that many points whiskers would be a grey ground.
  private static final int MOST_WHISKERS = 250;

  private static final double TICK_ROOM = 8;
  private static final double LABEL_ROOM = 1.5;

  void draw() {
    times();
    millis();
    points();
    levels();
    changes();
  }

  private Trend trend() {
    return at.trend();
  }

  private void millis() {
    List<Long> ticks = trend().axis().ticks();
    double step = (at.area().bottom() - at.area().top()) / Math.max(1, ticks.size() - 1);
    int every = (int) Math.max(1, Math.ceil(LABEL_ROOM * brush.em() / Math.max(1, step)));
    for (int i = 0; i < ticks.size(); i += every) {
      double y = at.y(ticks.get(i));
      brush.line(i == 0 ? "border-strong" : "border", 1, at.area().left(), y, at.area().right(), y);
      String label = trend().axis().label(ticks.get(i));
      double x = at.area().left() - 0.5 * brush.em();
      brush.text(Face.MONO, "text-2", label, x, y, TextAlignment.RIGHT);
    }
    double above = at.area().top() - 1.25 * brush.em();
    brush.text(
        Face.CAPTION,
        "text-2",
        "ms",
        at.area().left() - 0.5 * brush.em(),
        above,
        TextAlignment.RIGHT);
  }

  private void times() {
    int room = (int) ((at.area().right() - at.area().left()) / (TICK_ROOM * brush.em()));
    TimeTicks ticks = TimeTicks.between(trend().from(), trend().to(), zone, Math.max(1, room - 1));
    double end = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < ticks.at().size(); i++) {
      double x = at.x(ticks.at().get(i));
      brush.line("border", 1, x, at.area().top(), x, at.area().bottom() + 4);
      String label = ticks.labels().get(i);
      double wide = Brush.monoWidth(label, Face.MONO.font(brush.em()).getSize());
      double left = Math.clamp(x - wide / 2, 0, Math.max(0, at.area().width() - wide));
      if (left > end + brush.em()) {
        double below = at.area().bottom() + 1.1 * brush.em();
        brush.text(Face.MONO, "text-2", label, left, below, TextAlignment.LEFT);
        end = left + wide;
      }
    }
  }

  private void points() {
    boolean whiskers = trend().points().size() <= MOST_WHISKERS;
    for (int i = 0; i < trend().points().size(); i++) {
      TrendPoint point = trend().points().get(i);
      double x = at.x(point.takenAt());
      if (whiskers) {
        double low = at.y(point.minNanos());
        brush.line("text-3", 1, x, low, x, at.y(point.maxNanos()));
      }
    }
    for (int i = 0; i < trend().points().size(); i++) {
      TrendPoint point = trend().points().get(i);
      brush.ring(
          "text-2",
          at.x(point.takenAt()),
          at.y(point.medianNanos()),
          brush.em() * (whiskers ? PlotArea.RING : PlotArea.DOT));
    }
    if (selected >= 0 && selected < trend().points().size()) {
      TrendPoint point = trend().points().get(selected);
      brush.ring(
          "accent", at.x(point.takenAt()), at.y(point.medianNanos()), PlotArea.CHOSEN * brush.em());
    }
  }

  private void levels() {
    for (TrendLevel level : trend().levels()) {
      double y = at.y(level.medianNanos());
      double from = at.x(trend().points().get(level.from()).takenAt());
      double to = at.x(trend().points().get(level.to() - 1).takenAt());
      brush.line("text", 2, from - 3, y, to + 3, y);
    }
  }

  private void changes() {
    double end = Double.NEGATIVE_INFINITY;
    for (int i = 1; i < trend().levels().size(); i++) {
      TrendLevel level = trend().levels().get(i);
      long nanos = level.medianNanos() - trend().levels().get(i - 1).medianNanos();
      String token = nanos > 0 ? "worse" : "better";
      double x = at.x(trend().points().get(level.from()).takenAt());
      brush.dashes(token, x, at.area().top(), x, at.area().bottom());
      String label = label(nanos);
      double wide = brush.width(label);
      double left =
          Math.clamp(
              x - wide / 2, at.area().left(), Math.max(at.area().left(), at.area().width() - wide));
      if (left > end + brush.em()) {
        double above = at.area().top() - 0.8 * brush.em();
        brush.text(Face.CAPTION, token, label, left, above, TextAlignment.LEFT);
        end = left + wide;
      }
    }
  }

  private static String label(long nanos) {
    return (nanos > 0 ? "▲ +" : "▼ −") + Numbers.duration(Math.abs(nanos));
  }
}
