package dev.lightfoot.report.chart;

import static dev.lightfoot.report.words.Sentences.say;

import dev.lightfoot.model.Phase;
import dev.lightfoot.report.drawing.Drawing;
import dev.lightfoot.report.drawing.Ink;
import dev.lightfoot.report.drawing.Mark.Face;
import dev.lightfoot.report.layout.TimeWindow;
import dev.lightfoot.report.layout.page.PageBar;
import dev.lightfoot.report.layout.page.PageColumn;
import dev.lightfoot.report.layout.page.PageGroup;
import dev.lightfoot.report.layout.page.PageLane;
import dev.lightfoot.report.layout.page.PageLine;
import dev.lightfoot.report.layout.page.PageMark;
import dev.lightfoot.report.layout.page.PageRow;
import dev.lightfoot.report.layout.page.PageView;
import dev.lightfoot.report.page.PageCells;
import dev.lightfoot.report.page.PageWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The requests of a page as a waterfall: a row for each, the connections below, and over them
/// which request led to which and the chain that the page waited for.
final class WaterfallSketch {
  /// More lines are not drawn; the report says how many requests there are.
  static final int MOST_LINES = 1_200;

  static final double ROW = 21;
  static final double HEAD = 46;
  private static final double BAR = 13;
  private static final double LEFT = 322;
  private static final double RIGHT = Sketch.WIDTH - 92;
  private static final double NUMBER = 44;
  private static final double LABEL = 54;
  private static final double TRIPS = 242;
  private static final double SIZE = 310;

  /// Rows between two cuts: what fits half a printed page.
  private static final int ROWS_A_SLICE = 16;

  private final PageView view;
  private final TimeWindow window;
  private final List<PageLine> lines;
  private final Sketch sketch = new Sketch();
  private final TimeAxis time;

  private WaterfallSketch(PageView view, TimeWindow window) {
    this.view = view;
    this.window = window;
    this.lines = view.lines().subList(0, Math.min(MOST_LINES, view.lines().size()));
    this.time = new TimeAxis(LEFT, RIGHT, window.fromNanos(), window.toNanos());
  }

  static Drawing of(PageView view) {
    return of(view, view.waterfall().window());
  }

  /// Its part in that stretch of time.
  static Drawing of(PageView view, TimeWindow window) {
    return new WaterfallSketch(view, window).draw();
  }

  static double y(int line) {
    return HEAD + line * ROW;
  }

  private Drawing draw() {
    double bottom = y(lines.size());
    legend();
    ground();
    heads();
    time.draw(sketch, window.axis(), HEAD - 4, bottom, HEAD - 13);
    if (!lines.isEmpty()) {
      marks(bottom);
    }
    new WaterfallLinks(sketch, view, time, lines.size()).foundBy();
    for (int i = 0; i < lines.size(); i++) {
      line(lines.get(i), y(i));
    }
    new WaterfallLinks(sketch, view, time, lines.size()).critical();
    return sketch.drawing(say("chart.waterfall"), bottom + 1);
  }

  private void legend() {
    double x = LEFT;
    for (Phase phase : Phase.values()) {
      boolean drawn =
          view.waterfall().rows().stream()
              .flatMap(row -> row.bars().stream())
              .anyMatch(bar -> bar.phase() == phase && bar.durationNanos() > 0);
      if (drawn) {
        String name = say("page.text.phase." + phase.label());
        sketch.bar(Ink.of(phase), x, 4, 16, 11);
        sketch.start(Face.CAPTION, "text-2", name, x + 22, 10);
        x += 36 + Face.CAPTION.width(name);
      }
    }
    if (!view.waterfall().path().steps().isEmpty()) {
      sketch.fill("worse", x, 9, 16, 2);
      sketch.start(Face.CAPTION, "text-2", say("chart.critical"), x + 22, 10);
    }
  }

  private void heads() {
    double y = HEAD - 13;
    sketch.start(Face.CAPTION, "text-2", say("chart.request"), LABEL, y);
    sketch.end(Face.CAPTION, "text-2", say("column.trips"), TRIPS, y);
    sketch.end(Face.CAPTION, "text-2", say("chart.size"), SIZE, y);
  }

  private void ground() {
    for (int i = 0; i < lines.size(); i++) {
      boolean head =
          lines.get(i) instanceof PageLine.Group || lines.get(i) instanceof PageLine.Connections;
      if (head) {
        sketch.fill("sunk", 0, y(i), Sketch.WIDTH, ROW);
      }
      sketch.line("border", 1, 0, y(i) + 0.5, Sketch.WIDTH, y(i) + 0.5);
      if (i > 0 && i % ROWS_A_SLICE == 0) {
        sketch.cut(y(i));
      }
    }
  }

  private void marks(double bottom) {
    for (PageMark mark : view.waterfall().marks()) {
      double x = Math.rint(time.x(mark.atNanos())) + 0.5;
      sketch.dashes("text-2", x, HEAD, x, bottom);
    }
    if (lines.getFirst() instanceof PageLine.Group(int index)) {
      names(LEFT + 14 + Face.CAPTION.width(PageWords.summary(view.groups().get(index))));
    }
  }

  /// Names of marks in the first line, each beside its mark, where there is room.
  ///
  /// @param from where the summary of the first group ends
  private void names(double from) {
    double free = from;
    List<PageMark> marks = view.waterfall().marks();
    for (int i = 0; i < marks.size(); i++) {
      String name = PageWords.mark(marks.get(i));
      double wide = Face.CAPTION.width(name) + 4;
      double x = time.x(marks.get(i).atNanos());
      double end = i + 1 < marks.size() ? time.x(marks.get(i + 1).atNanos()) : Sketch.WIDTH;
      double middle = HEAD + ROW / 2 + 0.5;
      if (x - wide >= free) {
        sketch.end(Face.CAPTION, "text", name, x - 4, middle);
        free = x + 4;
      } else if (x >= free - 4 && x + wide <= end) {
        sketch.start(Face.CAPTION, "text", name, x + 4, middle);
        free = x + wide;
      }
    }
  }

  private void line(PageLine line, double y) {
    double middle = y + ROW / 2 + 0.5;
    switch (line) {
      case PageLine.Group it -> group(view.groups().get(it.index()), middle);
      case PageLine.Request it -> request(view.waterfall().row(it.row()), y, middle);
      case PageLine.Connections _ ->
          head(say("chart.connections"), PageWords.connections(view.waterfall()), middle);
      case PageLine.Lane it -> lane(view.waterfall().lanes().get(it.index()), y, middle);
    }
  }

  private void group(PageGroup group, double middle) {
    String title =
        PageWords.title(group) + PageWords.name(group).map(name -> " " + name).orElse("");
    head(title, PageWords.summary(group), middle);
  }

  private void head(String title, String summary, double middle) {
    sketch.start(Face.STRONG, "text", Face.STRONG.fit(title, LEFT - 18), 8, middle);
    double room = Sketch.WIDTH - LEFT - 8;
    sketch.start(Face.CAPTION, "text-2", Face.CAPTION.fit(summary, room), LEFT + 2, middle);
  }

  private void request(PageRow row, double y, double middle) {
    if (isBad(row)) {
      sketch.cross(14, middle, 5);
    } else if (row.critical()) {
      sketch.fill("worse", 8, middle - 1.5, 12, 3);
    }
    Face face = row.critical() ? Face.STRONG : Face.BODY;
    String trips = PageCells.of(PageColumn.TRIPS, row);
    sketch.end(Face.MONO, "text-2", Integer.toString(row.number()), NUMBER, middle);
    double room = TRIPS - Face.MONO.width(trips) - 8 - LABEL;
    String token = row.state() == PageRow.State.FAILED ? "danger" : "text";
    sketch.start(face, token, face.fit(row.label(), room), LABEL, middle);
    sketch.end(Face.MONO, "text", trips, TRIPS, middle);
    sketch.end(Face.MONO, "text", PageCells.of(PageColumn.SIZE, row), SIZE, middle);
    double top = y + (ROW - BAR) / 2;
    for (PageBar bar : row.bars()) {
      if (bar.durationNanos() > 0) {
        double x = time.x(bar.startNanos());
        sketch.bar(Ink.of(bar.phase()), x, top, time.width(bar.durationNanos()), BAR);
      }
    }
    row.bars().stream()
        .filter(PageBar::failed)
        .forEach(bar -> sketch.cross(time.x(bar.endNanos()), middle, 6));
    total(row, middle);
  }

  private static boolean isBad(PageRow row) {
    return switch (row.state()) {
      case FAILED, CUT, REFUSED -> true;
      case DONE, CACHED -> row.status().orElse(0) >= 400;
    };
  }

  private void total(PageRow row, double middle) {
    String note = PageWords.note(row).map(text -> " " + text).orElse("");
    String text = PageCells.of(PageColumn.TOTAL, row) + note;
    double x = time.x(row.endNanos()) + 7;
    String token = isBad(row) ? "danger" : "text-2";
    double wide = Face.MONO.width(text);
    if (x + wide <= Sketch.WIDTH) {
      // The lines of marks would strike it through.
      sketch.fill("surface", x - 2, middle - 7, wide + 4, 14);
      sketch.start(Face.MONO, token, text, x, middle);
    } else {
      sketch.end(Face.MONO, token, text, Sketch.WIDTH, middle);
    }
  }

  private void lane(PageLane lane, double y, double middle) {
    double room = SIZE - 70 - 8;
    sketch.start(Face.BODY, "text", Face.BODY.fit(PageWords.lane(lane), room), 8, middle);
    sketch.end(Face.MONO, "text-2", PageWords.rtt(lane).orElse(""), SIZE, middle);
    Optional<PageLane.Bar> first = lane.bars().stream().findFirst();
    long last = lane.bars().stream().mapToLong(PageLane.Bar::endNanos).max().orElse(0);
    first.ifPresent(
        bar ->
            sketch.line(
                "border-strong", 1, time.x(bar.startNanos()), middle, time.x(last), middle));
    for (PageLane.Bar bar : seen(lane)) {
      double wide = time.width(bar.durationNanos());
      sketch.bar(Ink.of(bar.phase()), time.x(bar.startNanos()), y + (ROW - BAR) / 2, wide, BAR);
    }
  }

  /// Hundreds of requests on one connection lie over each other: what would not be seen is not
  /// drawn.
  private List<PageLane.Bar> seen(PageLane lane) {
    List<PageLane.Bar> seen = new ArrayList<>();
    Phase drawn = Phase.BLOCKED;
    double reached = Double.NEGATIVE_INFINITY;
    for (PageLane.Bar bar : lane.bars()) {
      double to = time.x(bar.endNanos());
      boolean covered = bar.phase() == drawn && to <= reached + 0.5;
      if (!covered) {
        seen.add(bar);
        reached = bar.phase() == drawn ? Math.max(reached, to) : to;
        drawn = bar.phase();
      }
    }
    return seen;
  }
}
