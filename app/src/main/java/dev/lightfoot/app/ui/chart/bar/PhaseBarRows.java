package dev.lightfoot.app.ui.chart.bar;

import dev.lightfoot.app.ui.chart.paint.Brush;
import dev.lightfoot.app.ui.chart.paint.Brush.Face;
import dev.lightfoot.model.Phase;
import dev.lightfoot.report.drawing.Ink;
import dev.lightfoot.report.layout.PhaseBar;
import java.util.Optional;
import javafx.scene.text.TextAlignment;

/// Every run as a row of dots, one where each phase ended; the run under way as a line with a
/// hollow head.
final class PhaseBarRows {
  private final Brush brush;
  private final PhaseBarGeometry at;
  private final PhaseBar bar;
  private final String live;
  private final Optional<SlowestRun> slowest;

  PhaseBarRows(
      Brush brush, PhaseBarGeometry at, PhaseBar bar, String live, Optional<SlowestRun> slowest) {
    this.brush = brush;
    this.at = at;
    this.bar = bar;
    this.live = live;
    this.slowest = slowest;
  }

  void draw() {
    for (int i = 0; i < bar.rows().size(); i++) {
      PhaseBar.Row row = bar.rows().get(i);
      double y = y(i);
      long last = row.dots().stream().mapToLong(PhaseBar.Dot::atNanos).max().orElse(0);
      if (row.live().isPresent()) {
        drawLive(row, y);
      } else {
        brush.line("border", 1, at.x(0), y, at.x(last), y);
      }
      for (PhaseBar.Dot dot : row.dots()) {
        if (dot.failed()) {
          brush.cross(at.x(dot.atNanos()), y, at.dotRadius() + 1);
        } else if (dot.phase() != Phase.SEND
            && dot.phase() != Phase.BLOCKED
            && !beforeReceive(row, dot)) {
          Ink ink = dot.phase() == Phase.RECEIVE ? Ink.of(Phase.WAIT) : Ink.of(dot.phase());
          brush.dot(ink, at.x(dot.atNanos()), y, at.dotRadius(), !row.counts());
        }
      }
    }
    slowest.ifPresent(run -> beside(run.words(), at.x(run.endNanos()), y(run.row())));
  }

  private double y(int row) {
    return Math.rint(at.rowY(row)) + 0.5;
  }

  /// Words at the end of a row: after it where there is room, else before it, on a ground of their
  /// own, for the line of that row would strike them through.
  private void beside(String words, double end, double y) {
    double gap = 0.7 * brush.em();
    if (end + gap + brush.width(words) < at.right() + 4.5 * brush.em()) {
      brush.text(Face.CAPTION, "text", words, end + gap, y, TextAlignment.LEFT);
      return;
    }
    double width = brush.width(words) + 6;
    brush.fill("surface", end - gap - width + 3, y - 0.6 * brush.em(), width, 1.2 * brush.em());
    brush.text(Face.CAPTION, "text", words, end - gap, y, TextAlignment.RIGHT);
  }

  /// The end of a wait right before the end of its short receive would only hide it.
  private boolean beforeReceive(PhaseBar.Row row, PhaseBar.Dot dot) {
    return dot.phase() == Phase.WAIT
        && row.dots().stream()
            .anyMatch(
                other ->
                    other.phase() == Phase.RECEIVE
                        && other.hop() == dot.hop()
                        && at.width(other.atNanos() - dot.atNanos()) < 6);
  }

  private void drawLive(PhaseBar.Row row, double y) {
    double x = at.x(row.live().orElse(0));
    brush.line("accent", 2, at.x(0), y, x, y);
    brush.ring("accent", x, y, at.dotRadius() + 0.6);
    beside(live, x, y);
  }
}
