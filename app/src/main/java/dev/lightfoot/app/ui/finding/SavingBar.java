package dev.lightfoot.app.ui.finding;

import dev.lightfoot.analysis.finding.Saving;
import dev.lightfoot.app.ui.chart.paint.Brush;

/// Draws what a change is expected to save: a bar to what is most likely, a whisker from the least
/// to the most.
///
/// @param left where nothing is saved
/// @param width of the whole axis
/// @param longest what the axis ends at, in nanoseconds
record SavingBar(double left, double width, long longest) {

  double x(long nanos) {
    return longest == 0 ? left : left + width * nanos / longest;
  }

  void draw(Brush brush, Saving saving, double middle, double height) {
    brush.line("border-strong", 1, left + 0.5, middle - height, left + 0.5, middle + height);
    if (saving.highNanos() == 0) {
      return;
    }
    double likely = x(saving.nanos());
    if (saving.nanos() > 0) {
      double wide = Math.max(2, likely - left);
      brush.fill("work-border", left, middle - height / 2, wide, height);
      if (wide > 3) {
        brush.fill("work", left + 1, middle - height / 2 + 1, wide - 2, height - 2);
      }
    }
    double low = x(saving.lowNanos());
    double high = x(saving.highNanos());
    brush.line("text", 1.6, low, middle, high, middle);
    brush.line("text", 1.6, low, middle - height / 2 - 1, low, middle + height / 2 + 1);
    brush.line("text", 1.6, high, middle - height / 2 - 1, high, middle + height / 2 + 1);
  }
}
