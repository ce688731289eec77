package dev.lightfoot.app.ui.chart.page;

import dev.lightfoot.analysis.stack.StackBar;
import dev.lightfoot.analysis.stack.StackRow;
import dev.lightfoot.app.ui.chart.paint.Brush;
import dev.lightfoot.app.ui.chart.paint.Brush.Face;
import dev.lightfoot.app.ui.chart.paint.TextFit;
import dev.lightfoot.app.ui.chart.row.TimeScale;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.model.Phase;
import dev.lightfoot.report.drawing.Ink;
import dev.lightfoot.report.layout.page.PageLane;
import dev.lightfoot.report.words.Numbers;
import dev.lightfoot.report.words.RowNames;
import javafx.scene.text.TextAlignment;

/// Draws what is no request: what a connection did when, and what a server recorded within a wait.
final class PageLaneDrawing {
  private static final double BEYOND = 4;

  private final Brush brush;
  private final PageGeometry at;
  private final TimeScale time;

  PageLaneDrawing(Brush brush, PageGeometry at, TimeScale time) {
    this.brush = brush;
    this.at = at;
    this.time = time;
  }

  void draw(PageLane lane, double y) {
    double height = at.barHeight();
    double top = Math.rint(y + (at.rowHeight() - height) / 2);
    thread(lane, top + height / 2);
    Phase drawn = Phase.BLOCKED;
    double reached = Double.NEGATIVE_INFINITY;
    for (PageLane.Bar bar : lane.bars()) {
      double from = Math.max(time.left() - BEYOND, time.x(bar.startNanos()));
      double to = Math.min(time.right() + BEYOND, time.x(bar.endNanos()));
      boolean out = to < time.left() || from > time.right() || bar.phase() == Phase.BLOCKED;
      // Hundreds of requests on one connection lie over each other: what would not be seen is not
      // drawn.
      boolean covered = bar.phase() == drawn && to <= reached + 0.5;
      if (!out && !covered) {
        brush.bar(Ink.of(bar.phase()), from, top, to - from, height);
        reached = bar.phase() == drawn ? Math.max(reached, to) : to;
        drawn = bar.phase();
      }
    }
  }

  /// As long as it is known to have been open.
  private void thread(PageLane lane, double middle) {
    if (lane.bars().isEmpty()) {
      return;
    }
    long first = lane.bars().getFirst().startNanos();
    long last = lane.bars().stream().mapToLong(PageLane.Bar::endNanos).max().orElse(first);
    double from = Math.max(time.left(), time.x(first));
    double to = Math.min(time.right(), time.x(last));
    if (to > from) {
      brush.line("border-strong", 1, from, Math.rint(middle) + 0.5, to, Math.rint(middle) + 0.5);
    }
  }

  /// One kind of call within the wait of the request above.
  void wait(ChartLine.Wait wait, double y, TextFit fit) {
    StackRow call = wait.call();
    double em = brush.em();
    double middle = y + at.rowHeight() / 2;
    double x = at.labelLeft() + (0.9 + 0.8 * Math.min(call.depth(), 6)) * em;
    double side = Math.rint(0.7 * em);
    brush.bar(ink(call), x, Math.rint(middle - side / 2), side, side);
    x += 1.1 * em;
    String trips = call.trips() == 0 ? "" : Numbers.count(call.trips());
    double room = at.tripsRight() - 2.5 * em - x;
    String name = fit.fit(Face.CAPTION.font(em), RowNames.of(call.label()), room);
    brush.text(Face.CAPTION, "text", name, x, middle, TextAlignment.LEFT);
    brush.text(Face.MONO, "text-2", trips, at.tripsRight(), middle, TextAlignment.RIGHT);
    sum(call, bars(call, y), middle);
  }

  /// @return where the last one ends
  private double bars(StackRow call, double y) {
    double height = Math.rint(at.barHeight() * 0.75);
    double top = Math.rint(y + (at.rowHeight() - height) / 2);
    double end = time.left();
    double drawn = Double.NEGATIVE_INFINITY;
    for (StackBar bar : call.bars()) {
      double from = Math.max(time.left() - BEYOND, time.x(bar.startNanos()));
      double to = Math.min(time.right() + BEYOND, time.x(bar.endNanos()));
      if (to >= time.left() && from <= time.right() && to > drawn + 1) {
        brush.bar(ink(call), from, top, Math.max(1, to - from), height);
        drawn = Math.max(to, from + 2);
        end = Math.max(end, drawn);
      }
    }
    return end;
  }

  private void sum(StackRow call, double end, double middle) {
    String sum = Numbers.millis(call.sumNanos());
    String text =
        call.count() > 1 ? Words.text("page.wait.calls", Numbers.count(call.count()), sum) : sum;
    double left = end + 0.45 * brush.em();
    double wide = Brush.monoWidth(text, Face.MONO.font(brush.em()).getSize());
    if (left + wide < at.width()) {
      brush.text(Face.MONO, "text-2", text, left, middle, TextAlignment.LEFT);
    }
  }

  private static Ink ink(StackRow call) {
    return call.depth() == 0 ? Ink.of(Phase.WAIT) : Ink.of(call.layer());
  }
}
