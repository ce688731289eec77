package dev.lightfoot.app.ui.finding.whatif;

import dev.lightfoot.app.ui.chart.paint.Brush;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.model.prediction.Outcome;
import dev.lightfoot.model.prediction.Prediction;
import dev.lightfoot.report.words.Numbers;
import java.util.OptionalLong;
import javafx.geometry.Dimension2D;
import javafx.scene.text.TextAlignment;

/// Draws what was measured above what is predicted, on one axis: a bar to the likeliest, a whisker
/// over the interval, and a diamond where it was measured afterwards.
///
/// @param measured what a later snapshot measured
record ShiftDrawing(Prediction prediction, OptionalLong measured) {
  private static final double LABEL = 4;

  /// In em.
  static final double HEIGHT = 3.4;

  void draw(Brush brush, Dimension2D size) {
    Outcome before = prediction.before();
    Outcome after = prediction.after();
    long most = Math.max(before.nanos(), Math.max(after.highNanos(), measured.orElse(0)));
    double em = brush.em();
    String first = Numbers.duration(before.nanos());
    String second = "~ " + Numbers.duration(after.nanos());
    double left = Math.rint(LABEL * em);
    double room = Math.max(brush.width(first), brush.width(second)) + 1.5 * em;
    double scale = Math.max(0, size.getWidth() - left - room) / Math.max(1, most);
    double upper = Math.rint(0.9 * em);
    double lower = Math.rint(2.5 * em);
    name(brush, "whatif.row.before", upper);
    name(brush, "whatif.row.after", lower);
    bar(brush, left, before.nanos() * scale, upper);
    bar(brush, left, after.nanos() * scale, lower);
    whisker(brush, left + after.lowNanos() * scale, left + after.highNanos() * scale, lower);
    measured.ifPresent(
        nanos -> brush.diamond("accent", left + nanos * scale, lower, 0.4 * brush.em()));
    number(brush, first, left + before.nanos() * scale, upper);
    double end = Math.max(after.highNanos(), measured.orElse(0)) * scale;
    number(brush, second, left + end, lower);
  }

  private static void name(Brush brush, String key, double y) {
    brush.text(Brush.Face.CAPTION, "text-2", Words.text(key), 0, y, TextAlignment.LEFT);
  }

  private static void number(Brush brush, String text, double x, double y) {
    brush.text(Brush.Face.CAPTION, "text", text, x + 0.7 * brush.em(), y, TextAlignment.LEFT);
  }

  private static void bar(Brush brush, double x, double width, double y) {
    double wide = Math.max(2, width);
    double high = brush.em();
    brush.fill("work-border", x, y - high / 2, wide, high);
    if (wide > 3) {
      brush.fill("work", x + 1, y - high / 2 + 1, wide - 2, high - 2);
    }
  }

  private static void whisker(Brush brush, double low, double high, double y) {
    double arm = brush.em() / 2 + 1;
    brush.line("text", 1.6, low, y, high, y);
    brush.line("text", 1.6, low, y - arm, low, y + arm);
    brush.line("text", 1.6, high, y - arm, high, y + arm);
  }
}
