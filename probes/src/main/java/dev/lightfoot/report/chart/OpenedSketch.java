package dev.lightfoot.report.chart;

import static dev.lightfoot.report.words.Sentences.say;

import dev.lightfoot.analysis.stack.StackBar;
import dev.lightfoot.analysis.stack.StackRow;
import dev.lightfoot.model.Phase;
import dev.lightfoot.report.drawing.Drawing;
import dev.lightfoot.report.drawing.Ink;
import dev.lightfoot.report.drawing.Mark.Face;
import dev.lightfoot.report.layout.PhaseBar;
import dev.lightfoot.report.layout.StackLayout;
import dev.lightfoot.report.layout.TimeWindow;
import dev.lightfoot.report.words.Numbers;
import dev.lightfoot.report.words.RowNames;

/// The wait of a client opened: each row a kind of call at the middle of where its clock allows it
/// to be, with whiskers as far as that reaches.
final class OpenedSketch {
  /// More rows are not drawn; the table has them.
  static final int MOST_ROWS = 400;

  private static final double ROW = 26;
  private static final double HEAD = 26;
  private static final double BAR = 15;
  private static final double LEFT = 396;
  private static final double RIGHT = Sketch.WIDTH - 84;
  private static final double TRIPS = 312;
  private static final double WALL = 382;
  private static final int ROWS_A_SLICE = 12;

  private final StackLayout layout;
  private final PhaseBar client;
  private final Sketch sketch = new Sketch();
  private final TimeAxis time;

  private OpenedSketch(PhaseBar client, StackLayout layout) {
    this.client = client;
    this.layout = layout;
    TimeWindow window = layout.window();
    this.time = new TimeAxis(LEFT, RIGHT, window.fromNanos(), window.toNanos());
  }

  static Drawing of(PhaseBar client, StackLayout layout) {
    return new OpenedSketch(client, layout).draw();
  }

  private Drawing draw() {
    int rows = Math.min(MOST_ROWS, layout.rows());
    double bottom = HEAD + rows * ROW;
    sketch.end(Face.CAPTION, "text-2", say("column.trips"), TRIPS, HEAD - 13);
    sketch.end(Face.CAPTION, "text-2", say("stack.column.wall"), WALL, HEAD - 13);
    time.draw(sketch, layout.window().axis(), HEAD - 4, bottom, HEAD - 13);
    for (int i = 0; i < rows; i++) {
      double y = HEAD + i * ROW;
      sketch.line("border", 1, 0, y + 0.5, Sketch.WIDTH, y + 0.5);
      if (i > 0 && i % ROWS_A_SLICE == 0) {
        sketch.cut(y);
      }
      row(layout.index(i), y);
    }
    return sketch.drawing(say("chart.opened"), bottom + 1);
  }

  /// The client's own wait keeps the colour of the phase.
  private static Ink ink(StackRow row) {
    return row.depth() == 0 ? Ink.of(Phase.WAIT) : Ink.of(row.layer());
  }

  private void row(int index, double y) {
    StackRow row = layout.at(index);
    double middle = y + ROW / 2 + 0.5;
    double x = 6 + Math.min(row.depth(), 8) * 14;
    sketch.bar(ink(row), x, middle - 5, 10, 10);
    String name = times(row) + RowNames.of(row.label());
    Face face = row.depth() == 0 ? Face.STRONG : Face.BODY;
    sketch.start(face, "text", face.fit(name, TRIPS - 34 - x - 18), x + 18, middle);
    if (row.trips() > 0) {
      sketch.end(Face.MONO, "text", Numbers.count(row.trips()), TRIPS, middle);
    }
    String wall = row.floating() ? Numbers.UNKNOWN : Numbers.millis(row.wallNanos());
    sketch.end(Face.MONO, "text", wall, WALL, middle);
    if (row.floating()) {
      floating(index, row, middle);
    } else {
      bars(index, row, middle);
    }
  }

  private static String times(StackRow row) {
    String count = (row.atLeast() ? "≥" : "") + Numbers.count(row.count()) + " × ";
    return row.count() == 1 && !row.atLeast() ? "" : count;
  }

  private void bars(int index, StackRow row, double middle) {
    double top = middle - BAR / 2;
    double drawn = Double.NEGATIVE_INFINITY;
    for (StackBar bar : row.bars()) {
      double from = time.x(bar.startNanos());
      double to = time.x(bar.endNanos());
      if (to > drawn + 1) {
        sketch.bar(ink(row), from, top, Math.max(1, to - from), BAR);
        drawn = Math.max(to, from + 2);
      }
    }
    for (StackBar gap : row.dark()) {
      double from = time.x(gap.startNanos());
      double wide = time.width(gap.durationNanos());
      sketch.bar(Ink.UNEXPLAINED, from, top + 3, wide, BAR - 6);
    }
    if (row.depth() == 0 && row.bars().size() == 1) {
      split(row, row.bars().getFirst(), middle);
    }
    if (layout.showsWhisker(index)) {
      whisker(row.bars().getFirst().startNanos(), row.whiskerNanos(), middle);
      whisker(row.bars().getLast().endNanos(), row.whiskerNanos(), middle);
    }
    double after = Math.min(drawn + 8, Sketch.WIDTH - Face.MONO.width("00 000.0"));
    if (row.depth() == 0) {
      sketch.start(Face.MONO, "text-2", Numbers.millis(row.wallNanos()), after, middle);
    }
  }

  private void whisker(long at, long whisker, double middle) {
    double from = Math.max(LEFT, time.x(at - whisker));
    double to = Math.min(RIGHT, time.x(at + whisker));
    if (to >= from) {
      sketch.line("text", 1.4, from, middle, to, middle);
      sketch.line("text", 1.4, from, middle - 4, from, middle + 4);
      sketch.line("text", 1.4, to, middle - 4, to, middle + 4);
    }
  }

  /// It has a duration and no place: a dashed frame at the beginning of what it hangs below.
  private void floating(int index, StackRow row, double middle) {
    int parent = layout.parent(index);
    long start =
        parent == StackLayout.NONE
            ? time.fromNanos()
            : layout.at(parent).startNanos().orElse(time.fromNanos());
    double from = Math.max(LEFT, time.x(start));
    double wide = Math.clamp(time.width(row.sumNanos()), 4, Math.max(4, RIGHT - from));
    sketch.frame("text-2", from, middle - BAR / 2, wide, BAR);
    String words = say("chart.floating", Numbers.millis(row.sumNanos()));
    sketch.start(Face.CAPTION, "text-2", words, from + wide + 8, middle);
  }

  private void split(StackRow row, StackBar bar, double middle) {
    long way =
        layout.stack().rows().stream().filter(each -> each.depth() == 0).count() == 1
            ? layout.stack().distanceNanos()
            : row.distanceNanos();
    if (way <= 0 || way >= bar.durationNanos()) {
      return;
    }
    PhaseBar.WaitSplit parts = client.divided(bar.startNanos(), bar.durationNanos(), way);
    double there = time.x(bar.startNanos() + parts.thereNanos());
    double back = time.x(bar.startNanos() + parts.thereNanos() + parts.serverNanos());
    for (double x : new double[] {there, back}) {
      sketch.dashes("on-wait", x, middle - BAR / 2 + 1, x, middle + BAR / 2 - 1);
    }
    String server = say("chart.server", Numbers.durationOfTenths(parts.serverTenths()));
    if (back - there > Face.STRONG.width(server) + 12) {
      sketch.middle(Face.STRONG, "on-wait", server, (there + back) / 2, middle);
    }
  }
}
