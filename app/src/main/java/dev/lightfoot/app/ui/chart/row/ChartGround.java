package dev.lightfoot.app.ui.chart.row;

import dev.lightfoot.app.ui.chart.paint.Brush;
import dev.lightfoot.app.ui.chart.paint.Brush.Face;
import javafx.scene.text.TextAlignment;

/// What lies below the bars of every chart of rows: the head, the grounds of the rows, and the
/// lines between rows and through time.
///
/// @param width of the whole chart, in pixels
public record ChartGround(Brush brush, double width, RowLines rows, TimeScale time) {
  private static final double EDGE = 3;

  public void head() {
    brush.cover(0, 0, width, rows.head());
  }

  public void headLine() {
    brush.fill("border-strong", 0, rows.head() - 1, width, 1);
  }

  /// What stands in the head above a column.
  public void caption(String text, double x, double y, TextAlignment side) {
    brush.text(Face.CAPTION, "text-2", text, x, y, side);
  }

  public void selected(double rowTop) {
    marked(rowTop, "hover", "accent");
  }

  /// A row on a ground of its own, with an edge at the left.
  public void marked(double rowTop, String ground, String edge) {
    brush.fill(ground, 0, rowTop, width, rows.height());
    brush.fill(edge, 0, rowTop, EDGE, rows.height());
  }

  /// The line below a row.
  public void rowLine(double rowTop) {
    brush.fill("border", 0, rowTop + rows.height() - 1, width, 1);
  }

  /// A line for each tick, from the head down.
  public void ticks(double bottom) {
    for (long tick : time.window().ticks()) {
      double x = Math.rint(time.x(tick)) + 0.5;
      brush.line("border", 1, x, rows.head(), x, bottom);
    }
  }
}
