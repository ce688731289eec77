package dev.lightfoot.app.ui.chart.page;

import dev.lightfoot.app.ui.chart.paint.Brush;
import dev.lightfoot.app.ui.chart.paint.Brush.Face;
import dev.lightfoot.app.ui.chart.paint.TextFit;
import dev.lightfoot.app.ui.chart.row.ChartGround;
import dev.lightfoot.app.ui.chart.row.RowLines;
import dev.lightfoot.app.ui.chart.row.TimeScale;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.report.layout.Axis;
import dev.lightfoot.report.layout.page.PageGroup;
import dev.lightfoot.report.layout.page.PageLane;
import dev.lightfoot.report.layout.page.PageLine;
import dev.lightfoot.report.layout.page.PageMark;
import javafx.scene.text.TextAlignment;

/// Draws the lines of a page's waterfall that are in sight, and nothing else: grounds, then lines
/// through time, then rows, then what leads from row to row, then the heads of groups, then the
/// head.
final class PageDrawing {
  private final Brush brush;
  private final PageGeometry at;
  private final PagePicture picture;
  private final PageLinks links;
  private final TextFit fit;
  private final PageLines lines;
  private final RowLines rows;
  private final TimeScale time;
  private final ChartGround ground;
  private final PageRowDrawing requests;
  private final PageLaneDrawing lanes;

  /// @param links which request led to which
  PageDrawing(Brush brush, PageGeometry at, PagePicture picture, PageLinks links, TextFit fit) {
    this.brush = brush;
    this.at = at;
    this.picture = picture;
    this.links = links;
    this.fit = fit;
    this.lines = picture.lines();
    this.rows = at.rows();
    this.time = at.time(picture.window());
    this.ground = new ChartGround(brush, at.width(), rows, time);
    this.requests = new PageRowDrawing(brush, at, picture, fit);
    this.lanes = new PageLaneDrawing(brush, at, time);
  }

  void draw() {
    int first = rows.first();
    int end = rows.end(at.height(), lines.size());
    for (int line = first; line < end; line++) {
      ground(line);
    }
    ground.ticks(at.height());
    PageLinkDrawing leads = new PageLinkDrawing(brush, at, picture, first, end);
    if (picture.foundBy()) {
      leads.foundBy(links);
    }
    lines(first, end, false);
    if (picture.critical()) {
      leads.critical();
    }
    marks();
    lines(first, end, true); // last: what they say stands before all that leads through them
    head();
  }

  private void lines(int first, int end, boolean heads) {
    for (int line = first; line < end; line++) {
      if (isHead(line) == heads) {
        line(line);
      }
    }
  }

  private boolean isHead(int number) {
    return lines.at(number) instanceof ChartLine.Plain(PageLine line)
        && (line instanceof PageLine.Group || line instanceof PageLine.Connections);
  }

  private void ground(int number) {
    double y = rows.y(number);
    if (isHead(number)) {
      brush.fill("sunk", 0, y, at.width(), at.rowHeight());
    }
    if (number == picture.selected()) {
      ground.selected(y);
    }
    ground.rowLine(y);
  }

  private void line(int number) {
    double y = rows.y(number);
    switch (lines.at(number)) {
      case ChartLine.Plain(PageLine.Request(int row)) -> requests.draw(number, lines.row(row), y);
      case ChartLine.Plain(PageLine.Group(int index)) -> {
        PageGroup group = lines.group(index);
        head(number, picture.labels().title(group), picture.labels().sums(group), y);
        name(picture.labels().title(group), picture.labels().name(group), y);
      }
      case ChartLine.Plain(PageLine.Connections _) ->
          head(number, Words.text("page.connections"), picture.labels().connections(), y);
      case ChartLine.Plain(PageLine.Lane(int index)) -> lane(lines.lane(index), y);
      case ChartLine.Wait wait -> lanes.wait(wait, y, fit);
    }
  }

  private void head(int number, String title, String note, double y) {
    double em = brush.em();
    double middle = y + at.rowHeight() / 2;
    brush.triangle("text-2", at.foldLeft(), middle, 0.28 * em, lines.folded(number));
    double left = at.foldLeft() + 0.8 * em;
    String name = fit.fit(Face.STRONG.font(em), title, at.plotLeft() - left - 0.5 * em);
    brush.text(Face.STRONG, "text", name, left, middle, TextAlignment.LEFT);
    double from = at.plotLeft() + 0.3 * em;
    String sums = fit.fit(Face.CAPTION.font(em), note, at.width() - from - em);
    double width = fit.width(Face.CAPTION.font(em), sums) + 0.6 * em;
    String under = number == picture.selected() ? "hover" : "sunk";
    brush.fill(under, from - 0.2 * em, y + 1, width, at.rowHeight() - 2);
    brush.text(Face.CAPTION, "text-2", sums, from, middle, TextAlignment.LEFT);
  }

  /// Beside a title, in a lighter face.
  private void name(String title, String name, double y) {
    double em = brush.em();
    double left = at.foldLeft() + 1.3 * em + fit.width(Face.STRONG.font(em), title);
    String text = fit.fit(Face.BODY.font(em), name, at.plotLeft() - left - 0.5 * em);
    brush.text(Face.BODY, "text", text, left, y + at.rowHeight() / 2, TextAlignment.LEFT);
  }

  private void lane(PageLane lane, double y) {
    double em = brush.em();
    double middle = y + at.rowHeight() / 2;
    String rtt = picture.labels().rtt(lane);
    double right = at.sizeRight();
    brush.text(Face.MONO, "text-2", rtt, right, middle, TextAlignment.RIGHT);
    double left = at.foldLeft() + 0.8 * em;
    double room = right - Brush.monoWidth(rtt, Face.MONO.font(em).getSize()) - em - left;
    String name = fit.fit(Face.BODY.font(em), picture.labels().lane(lane), room);
    brush.text(Face.BODY, "text", name, left, middle, TextAlignment.LEFT);
    lanes.draw(lane, y);
  }

  /// When the page came how far, through all rows.
  private void marks() {
    for (PageMark mark : lines.view().waterfall().marks()) {
      double x = Math.rint(time.x(mark.atNanos())) + 0.5;
      if (x >= time.left() && x <= time.right()) {
        brush.dashes("text", x, at.axis(), x, at.height());
      }
    }
  }

  private void head() {
    ground.head();
    ground.headLine();
    double middle = at.axis() / 2;
    ground.caption(Words.text("page.request"), at.foldLeft(), middle, TextAlignment.LEFT);
    ground.caption(Words.text("page.trips"), at.tripsRight(), middle, TextAlignment.RIGHT);
    if (at.wide()) {
      ground.caption(Words.text("page.size"), at.sizeRight(), middle, TextAlignment.RIGHT);
    }
    ticks(middle);
    if (at.marks()) {
      markNames();
    }
  }

  private void ticks(double middle) {
    Axis axis = time.window().axis();
    String unit = Words.text("page.ms");
    double most = at.width() - 0.6 * brush.em() - brush.width(unit);
    ground.caption(unit, at.width() - 0.6 * brush.em(), middle, TextAlignment.RIGHT);
    double used = 0;
    for (long tick : time.window().ticks()) {
      double x = time.x(tick);
      brush.fill("border", Math.rint(x), at.axis() - 0.5 * brush.em(), 1, 0.5 * brush.em());
      String label = axis.label(tick);
      double left = x + 0.25 * brush.em();
      double end = left + Brush.monoWidth(label, Face.MONO.font(brush.em()).getSize());
      if (left > used && end < most - 0.4 * brush.em()) {
        brush.text(Face.MONO, "text-2", label, left, middle, TextAlignment.LEFT);
        used = end + 0.6 * brush.em();
      }
    }
  }

  /// Beside its line each: left of it where the room to its right is taken by the next.
  private void markNames() {
    double middle = at.axis() + (at.head() - at.axis()) / 2;
    double used = at.plotLeft();
    var marks = lines.view().waterfall().marks();
    for (int i = 0; i < marks.size(); i++) {
      double x = Math.rint(time.x(marks.get(i).atNanos())) + 0.5;
      if (x < time.left() || x > time.right()) {
        continue;
      }
      brush.dashes("text", x, at.axis(), x, at.head());
      String name = picture.labels().mark(marks.get(i));
      double wide = brush.width(name);
      double gap = 0.4 * brush.em();
      double next = i + 1 < marks.size() ? time.x(marks.get(i + 1).atNanos()) : at.width();
      if (x - gap - wide > used) {
        ground.caption(name, x - gap, middle, TextAlignment.RIGHT);
        used = x;
      } else if (x + gap + wide < Math.min(next, at.width()) - gap && x >= used) {
        ground.caption(name, x + gap, middle, TextAlignment.LEFT);
        used = x + gap + wide;
      }
    }
  }
}
