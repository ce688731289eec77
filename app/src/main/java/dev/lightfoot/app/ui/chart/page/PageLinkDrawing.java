package dev.lightfoot.app.ui.chart.page;

import dev.lightfoot.analysis.page.PathStep;
import dev.lightfoot.app.ui.chart.paint.Brush;
import dev.lightfoot.app.ui.chart.row.RowLines;
import dev.lightfoot.app.ui.chart.row.TimeScale;
import dev.lightfoot.report.layout.page.PageLine;
import dev.lightfoot.report.layout.page.PageLink;
import java.util.HashSet;
import java.util.OptionalInt;
import java.util.Set;

/// Draws what leads from row to row: the chain that the page waited for, and which request led to
/// which.
final class PageLinkDrawing {
  private static final double THICK = 2;

  private final Brush brush;
  private final PageGeometry at;
  private final PageLines lines;
  private final RowLines rows;
  private final TimeScale time;
  private final int first;
  private final int end;

  /// @param first line in sight
  /// @param end the first below those in sight
  PageLinkDrawing(Brush brush, PageGeometry at, PagePicture picture, int first, int end) {
    this.brush = brush;
    this.at = at;
    this.lines = picture.lines();
    this.rows = at.rows();
    this.time = at.time(picture.window());
    this.first = first;
    this.end = end;
  }

  /// Below the bar of each step, then down or up to the next.
  void critical() {
    double before = Double.NaN;
    for (PathStep step : lines.view().waterfall().path().steps()) {
      OptionalInt line = lines.placeOf(step.exchange());
      if (line.isEmpty()) {
        continue;
      }
      double y = rows.y(line.getAsInt()) + at.rowHeight() - 3;
      double from = time.x(step.fromNanos());
      if (!Double.isNaN(before)) {
        upright(from, before, y);
      }
      level(from, time.x(step.toNanos()), y);
      before = y;
    }
  }

  private void level(double from, double to, double y) {
    double left = Math.max(time.left(), from);
    double right = Math.min(time.right(), to);
    if (right >= left && y > at.head() && y < at.height()) {
      brush.fill("worse", Math.rint(left), y, Math.max(THICK, Math.rint(right - left)), THICK);
    }
  }

  private void upright(double x, double one, double other) {
    double top = Math.max(at.head(), Math.min(one, other));
    double bottom = Math.min(at.height(), Math.max(one, other));
    if (bottom > top && x >= time.left() && x <= time.right()) {
      brush.fill("surface", Math.rint(x) - 1, top + THICK, THICK + 2, bottom - top - THICK);
      brush.fill("worse", Math.rint(x), top, THICK, bottom - top + THICK);
    }
  }

  /// From where the upper one named it down to the lower one's beginning, of those of which an end
  /// is in sight. Lines that would lie over each other are drawn once.
  void foundBy(PageLinks links) {
    Set<Long> drawn = new HashSet<>();
    for (int line = first; line < end; line++) {
      if (lines.at(line) instanceof ChartLine.Plain(PageLine.Request(int row))) {
        links.to(row).ifPresent(link -> draw(link, drawn));
        links.from(row).forEach(link -> draw(link, drawn));
      }
    }
  }

  private void draw(PageLink link, Set<Long> drawn) {
    OptionalInt from = lines.lineOf(link.from());
    OptionalInt to = lines.lineOf(link.to());
    if (from.isEmpty() || to.isEmpty()) {
      return;
    }
    double x = Math.rint(time.x(link.atNanos())) + 0.5;
    double middle = rows.y(to.getAsInt()) + at.rowHeight() / 2;
    stem(x, rows.y(from.getAsInt()) + at.rowHeight() * 0.75, middle, drawn);
    if (to.getAsInt() >= first && to.getAsInt() < end) {
      branch(x, time.x(lines.row(link.to()).startNanos()), middle);
    }
  }

  private void stem(double x, double from, double to, Set<Long> drawn) {
    double top = Math.max(at.head(), Math.min(from, to));
    double bottom = Math.min(at.height(), Math.max(from, to));
    long key = ((long) (x * 2) << 32) + (long) bottom;
    if (x >= time.left() && x <= time.right() && bottom > top && drawn.add(key)) {
      brush.line("text-3", 1, x, top, x, bottom);
    }
  }

  private void branch(double from, double to, double middle) {
    double left = Math.max(time.left(), Math.min(from, to));
    double right = Math.min(time.right(), Math.max(from, to));
    if (right > left) {
      brush.line("text-3", 1, left, Math.rint(middle) + 0.5, right, Math.rint(middle) + 0.5);
    }
    if (to >= time.left() && to <= time.right()) {
      brush.fill("text-3", to - 2, Math.rint(middle) - 1, 3, 3);
    }
  }
}
