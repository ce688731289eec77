package dev.lightfoot.app.ui.chart;

import dev.lightfoot.analysis.stack.Stack;
import dev.lightfoot.analysis.stack.StackBar;
import dev.lightfoot.analysis.stack.StackRow;
import dev.lightfoot.app.ui.chart.paint.Brush;
import dev.lightfoot.app.ui.chart.paint.Brush.Face;
import dev.lightfoot.app.ui.chart.paint.TextFit;
import dev.lightfoot.app.ui.chart.row.TimeScale;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.report.drawing.Ink;
import dev.lightfoot.report.layout.PhaseBar;
import dev.lightfoot.report.layout.StackLayout;
import dev.lightfoot.report.words.Numbers;
import javafx.scene.text.TextAlignment;

/// The bars of one row of a stack: each call at the middle of where its clock allows it to be, with
/// whiskers as far as that reaches; gaps in which nothing below was under way; and what has a
/// duration but no place.
final class StackRowDrawing {
  private static final double GAP = 0.6;

  private final Brush brush;
  private final StackGeometry at;
  private final StackLayout layout;
  private final PhaseBar client;
  private final TimeScale time;
  private final TextFit fit;

  StackRowDrawing(
      Brush brush, StackGeometry at, StackPicture picture, TimeScale time, TextFit fit) {
    this.brush = brush;
    this.at = at;
    this.layout = picture.layout();
    this.client = picture.client();
    this.time = time;
    this.fit = fit;
  }

  /// The client's own wait keeps the colour of the phase.
  static Ink ink(StackRow row) {
    return row.depth() == 0 ? Ink.of(dev.lightfoot.model.Phase.WAIT) : Ink.of(row.layer());
  }

  void draw(int index, double rowTop) {
    StackRow row = layout.at(index);
    double height = Math.rint(at.rowHeight() * 0.54);
    double y = Math.rint(rowTop + (at.rowHeight() - height) / 2);
    if (row.floating()) {
      floating(index, row, y, height);
      return;
    }
    double end = time.left();
    double drawn = -1;
    for (StackBar bar : row.bars()) {
      double x = Math.max(time.left() - 3, time.x(bar.startNanos()));
      double to = Math.min(time.right() + 3, time.x(bar.endNanos()));
      if (to >= time.left() && x <= time.right() && (to > drawn + 1 || drawn < 0)) {
        brush.bar(ink(row), x, y, Math.max(1, to - x), height);
        drawn = Math.max(to, x + 2);
        end = Math.max(end, drawn);
      }
    }
    dark(row, y, height);
    if (layout.showsWhisker(index)) {
      whiskers(row, y + height / 2);
    }
    if (row.depth() == 0) {
      split(row, y, height);
    } else {
      text(row, reach(index, row, end), y, height);
    }
  }

  /// Gaps, as the ink of what is unexplained.
  private void dark(StackRow row, double y, double height) {
    double thick = Math.max(4, Math.rint(height * 0.36));
    for (StackBar gap : row.dark()) {
      double from = Math.max(time.left(), time.x(gap.startNanos()));
      double to = Math.min(time.right(), time.x(gap.endNanos()));
      if (to - from >= 3) {
        brush.bar(Ink.UNEXPLAINED, from, y + height - thick, to - from, thick);
      }
    }
  }

  /// What a row's bars and whiskers take up, and what is left between its whiskers.
  ///
  /// @param from where they begin
  /// @param to where they end
  /// @param within the room between the inner ends of the whiskers
  private record Reach(double from, double to, double within) {}

  private Reach reach(int index, StackRow row, double end) {
    StackBar first = row.bars().getFirst();
    StackBar last = row.bars().getLast();
    double from = Math.max(time.left(), time.x(first.startNanos()));
    double within = Math.min(end, time.right()) - from;
    if (!layout.showsWhisker(index)) {
      return new Reach(from, end, within);
    }
    double left = time.x(first.startNanos()) - time.x(first.startNanos() - first.whiskerNanos());
    double right = time.x(last.endNanos() + last.whiskerNanos()) - time.x(last.endNanos());
    return new Reach(
        Math.max(time.left(), from - left),
        Math.min(time.right(), end + right),
        within - left - right);
  }

  private void text(StackRow row, Reach reach, double y, double height) {
    double em = brush.em();
    double middle = y + height / 2;
    String text = words(row);
    double wide = Brush.monoWidth(text, Face.MONO.font(em).getSize());
    if (row.bars().size() == 1 && labelled(row.layer()) && reach.within() > wide + em) {
      StackBar bar = row.bars().getFirst();
      double from = Math.max(time.left(), time.x(bar.startNanos()));
      double shown = (from + Math.min(time.right(), time.x(bar.endNanos()))) / 2;
      brush.text(Face.MONO, "text", text, shown, middle, TextAlignment.CENTER);
      return;
    }
    double chip = row.count() > 1 ? 0.6 * em + chipWidth(row) : 0;
    double gap = GAP * em;
    double edge = at.width() - 0.4 * em;
    if (wide + chip > edge - time.left()) { // the sum alone: the tooltip has the rest
      text = Numbers.millis(row.sumNanos());
      wide = Brush.monoWidth(text, Face.MONO.font(em).getSize());
    }
    double beside = reach.from() - gap - wide - chip;
    double left;
    if (reach.to() + gap + wide + chip < edge) {
      left = reach.to() + gap;
    } else if (beside > time.left()) {
      left = beside;
    } else { // no room on either side: over the bars, on a ground of its own
      left = Math.max(time.left() + gap, edge - wide - chip);
      brush.fill("surface", left - gap / 2, y - 1, edge - left + gap, height + 2);
    }
    brush.text(Face.MONO, "text-2", text, left, middle, TextAlignment.LEFT);
    count(row, left + wide + 0.6 * em, middle, height);
  }

  /// Text stands on fills that leave it its contrast.
  private static boolean labelled(Layer layer) {
    return switch (layer) {
      case PROXY, APP, MIDDLEWARE, TEMPLATE -> true;
      default -> false;
    };
  }

  private static String words(StackRow row) {
    String sum = Numbers.millis(row.sumNanos());
    return row.ownNanos().isPresent()
        ? Words.text("stack.own", sum, Numbers.millis(row.ownNanos().getAsLong()))
        : row.count() > 1 ? Words.text("stack.in-all", sum) : sum;
  }

  /// How many calls, framed like a chip.
  private void count(StackRow row, double x, double middle, double height) {
    if (row.count() > 1) {
      double wide = chipWidth(row);
      double y = middle - height / 2 - 1;
      brush.fill("surface", x, y, wide, height + 2);
      brush.outline(ink(row).borderToken(), x, y, wide, height + 2);
      brush.text(Face.STRONG, "text", times(row), x + wide / 2, middle, TextAlignment.CENTER);
    }
  }

  private double chipWidth(StackRow row) {
    return fit.width(Face.STRONG.font(brush.em()), times(row)) + 0.9 * brush.em();
  }

  private static String times(StackRow row) {
    return (row.atLeast() ? "≥ " : "× ") + Numbers.count(row.count());
  }

  private void whiskers(StackRow row, double y) {
    StackBar first = row.bars().getFirst();
    StackBar last = row.bars().getLast();
    whisker(first.startNanos(), first.whiskerNanos(), y);
    whisker(last.endNanos(), last.whiskerNanos(), y);
  }

  private void whisker(long middle, long whisker, double y) {
    double from = Math.max(time.left(), time.x(middle - whisker));
    double to = Math.min(time.right(), time.x(middle + whisker));
    if (to < from) {
      return;
    }
    brush.line("text", 1.4, from, y, to, y);
    brush.line("text", 1.4, from, y - 4, from, y + 4);
    brush.line("text", 1.4, to, y - 4, to, y + 4);
    brush.fill("text", time.x(middle) - 1.5, y - 1.5, 3, 3);
  }

  /// It has a duration and no place: a dashed frame at the beginning of what it hangs below.
  private void floating(int index, StackRow row, double y, double height) {
    int parent = layout.parent(index);
    long start =
        parent == StackLayout.NONE
            ? time.window().fromNanos()
            : layout.at(parent).startNanos().orElse(0);
    double from = Math.clamp(time.x(start), time.left(), time.right());
    double to = Math.clamp(time.x(start + row.sumNanos()), from, time.right());
    brush.frame("text-2", from, y, Math.max(4, to - from), height);
    double left = Math.max(to, from + 4) + GAP * brush.em();
    String text = Words.text("stack.floating", Numbers.millis(row.sumNanos()));
    brush.text(Face.CAPTION, "text-2", text, left, y + height / 2, TextAlignment.LEFT);
  }

  /// The client's wait: half its way there, the server, half its way back.
  private void split(StackRow row, double y, double height) {
    StackBar bar = row.bars().getFirst();
    double from = time.x(bar.startNanos());
    double to = time.x(bar.endNanos());
    double middle = y + height / 2;
    long way = distance(row);
    PhaseBar.WaitSplit parts = client.divided(bar.startNanos(), bar.durationNanos(), way);
    String server = Words.text("stack.server", Numbers.durationOfTenths(parts.serverTenths()));
    if (way > 0 && way < bar.durationNanos()) {
      double there = time.x(bar.startNanos() + way / 2);
      double back = time.x(bar.endNanos() - way / 2);
      for (double x : new double[] {there, back}) {
        brush.dashes("on-wait", Math.rint(x) + 0.5, y + 1, Math.rint(x) + 0.5, y + height - 1);
      }
      String out = Numbers.ofTenths(parts.thereTenths()) + " →";
      if (there - from > Brush.monoWidth(out + " ", 0.9 * brush.em())) {
        white(Face.MONO_STRONG, out, (from + there) / 2, middle);
        String home = "← " + Numbers.ofTenths(parts.backTenths());
        white(Face.MONO_STRONG, home, (back + to) / 2, middle);
      }
      if (back - there > brush.width(server) + brush.em()) {
        white(Face.STRONG, server, (there + back) / 2, middle);
      }
      return;
    }
    String wait = Words.text("stack.waited", Numbers.duration(bar.durationNanos()));
    if (to - from > brush.width(wait) + brush.em()) {
      white(Face.STRONG, wait, (from + to) / 2, middle);
    }
  }

  private long distance(StackRow row) {
    Stack stack = layout.stack();
    boolean alone = stack.rows().stream().filter(each -> each.depth() == 0).count() == 1;
    return alone ? stack.distanceNanos() : row.distanceNanos();
  }

  private void white(Face face, String text, double x, double y) {
    brush.text(face, "on-wait", text, x, y, TextAlignment.CENTER);
  }
}
