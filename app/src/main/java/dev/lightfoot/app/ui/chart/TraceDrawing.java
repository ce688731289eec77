package dev.lightfoot.app.ui.chart;

import dev.lightfoot.app.ui.chart.paint.Brush;
import dev.lightfoot.app.ui.chart.paint.Brush.Face;
import dev.lightfoot.app.ui.chart.paint.TextFit;
import dev.lightfoot.app.ui.chart.row.ChartGround;
import dev.lightfoot.app.ui.chart.row.RowLines;
import dev.lightfoot.app.ui.chart.row.TimeScale;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.report.drawing.Ink;
import dev.lightfoot.report.layout.Axis;
import dev.lightfoot.report.layout.TraceWaterfall;
import javafx.scene.text.TextAlignment;

/// Draws the rows of a waterfall that are in sight, and nothing else.
final class TraceDrawing {
  private static final double LEAST = 2;

  private final Brush brush;
  private final TraceGeometry at;
  private final TracePicture picture;
  private final TextFit fit;
  private final TraceWaterfall waterfall;
  private final RowLines rows;
  private final TimeScale time;
  private final ChartGround ground;

  TraceDrawing(Brush brush, TraceGeometry at, TracePicture picture, TextFit fit) {
    this.brush = brush;
    this.at = at;
    this.picture = picture;
    this.fit = fit;
    this.waterfall = picture.waterfall();
    this.rows = at.rows();
    this.time = at.time(picture.window());
    this.ground = new ChartGround(brush, at.width(), rows, time);
  }

  void draw() {
    int first = rows.first();
    int end = rows.end(at.height(), waterfall.rows());
    for (int row = first; row < end; row++) {
      ground(row);
    }
    ground.ticks(at.height());
    for (int row = first; row < end; row++) {
      names(row);
      bar(row);
    }
    head();
  }

  private void ground(int row) {
    int span = waterfall.span(row);
    double y = rows.y(row);
    if (span == picture.selected()) {
      ground.selected(y);
    } else if (picture.matches().get(span)) {
      ground.marked(y, "warn-ground", "warn");
    }
    ground.rowLine(y);
  }

  private void names(int row) {
    int span = waterfall.span(row);
    Span told = waterfall.tree().span(span);
    double em = brush.em();
    double middle = rows.y(row) + at.rowHeight() / 2;
    double x = at.nameLeft() + at.indent(waterfall.tree().depth(span));
    if (waterfall.hasChildren(span)) {
      brush.triangle("text-2", x, middle, 0.28 * em, waterfall.isFolded(span));
    }
    x += 0.95 * em;
    double side = Math.rint(0.72 * em);
    brush.bar(Ink.of(told.layer()), x, Math.rint(middle - side / 2), side, side);
    x += 1.2 * em;
    if (told.status().isError()) {
      brush.cross(x + 0.35 * em, middle, 0.42 * em);
      x += 1.15 * em;
    }
    String token = told.status().isError() ? "danger" : "text";
    double room = at.nameRight() - x;
    String name = fit.fit(Face.BODY.font(em), picture.labels().name(span), room);
    brush.text(Face.BODY, token, name, x, middle, TextAlignment.LEFT);
    service(span, x + fit.width(Face.BODY.font(em), name) + em, middle);
    brush.text(
        Face.MONO,
        "text",
        picture.labels().duration(span),
        at.durationRight(),
        middle,
        TextAlignment.RIGHT);
  }

  private void service(int span, double left, double middle) {
    double room = at.nameRight() - left;
    if (room > 3 * brush.em()) {
      String service = fit.fit(Face.CAPTION.font(brush.em()), picture.labels().service(span), room);
      brush.text(Face.CAPTION, "text-3", service, at.nameRight(), middle, TextAlignment.RIGHT);
    }
  }

  private void bar(int row) {
    TraceWaterfall.Bar bar = waterfall.bar(waterfall.span(row));
    double height = Math.rint(at.rowHeight() * 0.62);
    double y = Math.rint(rows.y(row) + (at.rowHeight() - height) / 2);
    switch (bar.known()) {
      case INTERVAL -> interval(bar, y, height);
      case INSTANT -> {
        double x = time.x(bar.startNanos());
        if (x >= time.left() && x <= time.right()) {
          brush.ring("text-2", x, y + height / 2, height * 0.3);
        }
      }
      case DURATION -> {} // nobody knows where it lies
    }
  }

  private void interval(TraceWaterfall.Bar bar, double y, double height) {
    double from = Math.max(time.left() - 4, time.x(bar.startNanos()));
    double to = Math.min(time.right() + 4, time.x(bar.endNanos()));
    if (to < time.left() || from > time.right()) {
      return;
    }
    Span span = waterfall.tree().span(bar.span());
    double width = Math.max(LEAST, to - from);
    brush.bar(Ink.of(span.layer()), from, y, width, height);
    if (span.status().isError()) {
      brush.outline("danger", from - 1, y - 1, width + 2, height + 2);
    }
    picture
        .critical()
        .within(
            bar.span(),
            (start, end) -> {
              double left = Math.max(time.left() - 4, time.x(start));
              double right = Math.min(time.right() + 4, time.x(end));
              if (right >= left) {
                brush.fill("worse", left, y + height, Math.max(LEAST, right - left), 2);
              }
            });
  }

  private void head() {
    ground.head();
    ground.headLine();
    double middle = at.head() / 2;
    ground.caption(Words.text("trace.span"), at.nameLeft(), middle, TextAlignment.LEFT);
    if (at.nameRight() > 18 * brush.em()) {
      ground.caption(Words.text("trace.service"), at.nameRight(), middle, TextAlignment.RIGHT);
    }
    ground.caption(Words.text("trace.ms"), at.durationRight(), middle, TextAlignment.RIGHT);
    Axis axis = time.window().axis();
    double used = 0;
    for (long tick : time.window().ticks()) {
      double x = time.x(tick);
      String label = axis.label(tick);
      double half = Brush.monoWidth(label, Face.MONO.size() * brush.em()) / 2;
      if (x - half > used && x + half < time.right() - 0.6 * brush.em()) {
        brush.text(Face.MONO, "text-2", label, x, middle, TextAlignment.CENTER);
        used = x + half + brush.em();
      }
    }
    ground.caption(Words.text("trace.ms"), time.right() + em(1.2), middle, TextAlignment.RIGHT);
  }

  private double em(double count) {
    return count * brush.em();
  }
}
