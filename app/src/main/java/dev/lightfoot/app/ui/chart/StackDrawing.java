package dev.lightfoot.app.ui.chart;

import dev.lightfoot.analysis.stack.StackRow;
import dev.lightfoot.app.ui.chart.paint.Brush;
import dev.lightfoot.app.ui.chart.paint.Brush.Face;
import dev.lightfoot.app.ui.chart.paint.TextFit;
import dev.lightfoot.app.ui.chart.row.ChartGround;
import dev.lightfoot.app.ui.chart.row.RowLines;
import dev.lightfoot.app.ui.chart.row.TimeScale;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.report.layout.Axis;
import dev.lightfoot.report.layout.StackLayout;
import dev.lightfoot.report.words.Numbers;
import dev.lightfoot.report.words.RowNames;
import javafx.scene.text.TextAlignment;

/// Draws a stack: the client's bar, its wait opened like a fan, and below it one row for each kind
/// of call.
final class StackDrawing {
  private final Brush brush;
  private final StackGeometry at;
  private final StackPicture picture;
  private final TextFit fit;
  private final StackLayout layout;
  private final TimeScale time;
  private final ChartGround ground;

  StackDrawing(Brush brush, StackGeometry at, StackPicture picture, TextFit fit) {
    this.brush = brush;
    this.at = at;
    this.picture = picture;
    this.fit = fit;
    this.layout = picture.layout();
    this.time = at.time(picture.window());
    this.ground = new ChartGround(brush, at.width(), at.rows(), time);
  }

  void draw() {
    RowLines rows = at.rows();
    int end = rows.end(at.axisTop(), layout.rows());
    ground.ticks(at.axisTop());
    for (int row = rows.first(); row < end; row++) {
      row(row);
    }
    axis();
    head();
  }

  private void row(int number) {
    int index = layout.index(number);
    StackRow row = layout.at(index);
    double y = at.rows().y(number);
    if (index == picture.selected()) {
      ground.selected(y);
    }
    ground.rowLine(y);
    label(index, row, y + at.rowHeight() / 2);
    numbers(row, y + at.rowHeight() / 2);
    new StackRowDrawing(brush, at, picture, time, fit).draw(index, y);
  }

  private void label(int index, StackRow row, double middle) {
    double em = brush.em();
    double x = at.labelLeft() + at.indent(row.depth());
    if (layout.hasChildren(index)) {
      brush.triangle("text-2", x + 0.1 * em, middle, 0.3 * em, layout.isFolded(index));
    }
    x += 0.8 * em;
    double side = Math.rint(0.86 * em);
    brush.bar(StackRowDrawing.ink(row), x, Math.rint(middle - side / 2), side, side);
    x += 1.4 * em;
    if (row.failed() > 0) {
      brush.cross(x + 0.4 * em, middle, 0.45 * em);
      x += 1.3 * em;
    }
    boolean strong = row.depth() == 0 || index == picture.selected();
    Face face = strong ? Face.STRONG : Face.BODY;
    String text = fit.fit(face.font(em), RowNames.of(row.label()), at.labelRight() - x);
    brush.text(face, "text", text, x, middle, TextAlignment.LEFT);
  }

  private void numbers(StackRow row, double middle) {
    if (row.trips() == 0) {
      return;
    }
    String least = row.atLeast() ? "≥ " : "";
    number(least + Numbers.count(row.trips()), at.tripsRight(), middle);
    if (at.wide()) {
      boolean known = row.rttNanos().isPresent();
      String rtt = known ? Numbers.rtt(row.rttNanos().getAsLong()) : Numbers.UNKNOWN;
      String distance = known ? Numbers.millis(row.distanceNanos()) : Numbers.UNKNOWN;
      number(rtt, at.rttRight(), middle);
      number(distance, at.distanceRight(), middle);
    }
  }

  private void number(String text, double right, double middle) {
    brush.text(Face.MONO, "text", text, right, middle, TextAlignment.RIGHT);
  }

  private void axis() {
    brush.cover(0, at.axisTop(), at.width(), at.height() - at.axisTop());
    brush.fill("border-strong", 0, at.axisTop(), at.width(), 1);
    Axis axis = time.window().axis();
    double middle = at.axisTop() + 0.95 * brush.em();
    long last = 0;
    for (long tick : time.window().ticks()) {
      brush.text(Face.MONO, "text-2", axis.label(tick), time.x(tick), middle, TextAlignment.CENTER);
      last = tick;
    }
    double end = time.x(last) + Brush.monoWidth(axis.label(last), 0.43 * brush.em());
    brush.text(Face.MONO, "text-2", " ms", end + 2, middle, TextAlignment.LEFT);
  }

  private void head() {
    ground.head();
    new ClientStrip(brush, at, picture).draw();
    ground.headLine();
    double middle = at.headMiddle();
    ground.caption(Words.text("stack.layer"), at.labelLeft(), middle, TextAlignment.LEFT);
    ground.caption(Words.text("stack.trips"), at.tripsRight(), middle, TextAlignment.RIGHT);
    if (at.wide()) {
      ground.caption(Words.text("stack.rtt"), at.rttRight(), middle, TextAlignment.RIGHT);
      ground.caption(Words.text("stack.distance"), at.distanceRight(), middle, TextAlignment.RIGHT);
    }
  }
}
