package dev.lightfoot.report.chart;

import dev.lightfoot.report.drawing.Drawing;
import dev.lightfoot.report.drawing.Ink;
import dev.lightfoot.report.drawing.Mark;
import dev.lightfoot.report.drawing.Mark.Face;
import dev.lightfoot.report.drawing.Mark.Side;
import dev.lightfoot.report.words.Numbers;
import dev.lightfoot.report.words.Printable;
import java.util.ArrayList;
import java.util.List;

/// A drawing in the making.
final class Sketch {
  static final double WIDTH = Drawing.WIDTH;

  private final List<Mark> marks = new ArrayList<>();
  private final List<Double> cuts = new ArrayList<>();

  Sketch bar(Ink ink, double x, double y, double width, double height) {
    marks.add(new Mark.Bar(ink, x, y, width, height));
    return this;
  }

  void fill(String token, double x, double y, double width, double height) {
    marks.add(new Mark.Fill(token, x, y, width, height));
  }

  void frame(String token, double x, double y, double width, double height) {
    marks.add(new Mark.Frame(token, x, y, width, height));
  }

  void line(String token, double width, double x1, double y1, double x2, double y2) {
    marks.add(new Mark.Line(token, width, false, x1, y1, x2, y2));
  }

  void dashes(String token, double x1, double y1, double x2, double y2) {
    marks.add(new Mark.Line(token, 1, true, x1, y1, x2, y2));
  }

  void dot(String fill, String border, double x, double y, double radius) {
    marks.add(new Mark.Dot(fill, border, x, y, radius));
  }

  void diamond(String token, double x, double y, double arm) {
    marks.add(new Mark.Shape(token, List.of(x, y - arm, x + arm, y, x, y + arm, x - arm, y)));
  }

  /// The light floor's mark: an upright with a foot, on a halo of the surface.
  void foot(double x, double top, double bottom) {
    fill("surface", x - 3, top, 6, bottom - top);
    fill("floor", x - 1, top, 2, bottom - top);
    marks.add(new Mark.Shape("floor", List.of(x - 4, bottom, x + 4, bottom, x, bottom - 6)));
  }

  /// Failed, cut or refused.
  void cross(double x, double y, double radius) {
    dot("surface", "danger", x, y, radius);
    double arm = radius * 0.42;
    line("danger", 1.6, x - arm, y - arm, x + arm, y + arm);
    line("danger", 1.6, x - arm, y + arm, x + arm, y - arm);
  }

  void text(Face face, String token, Side side, String text, double x, double y) {
    if (!text.isEmpty()) {
      marks.add(new Mark.Words(face, token, side, Printable.line(Numbers.plain(text)), x, y));
    }
  }

  void start(Face face, String token, String text, double x, double y) {
    text(face, token, Side.START, text, x, y);
  }

  void middle(Face face, String token, String text, double x, double y) {
    text(face, token, Side.MIDDLE, text, x, y);
  }

  void end(Face face, String token, String text, double x, double y) {
    text(face, token, Side.END, text, x, y);
  }

  /// What comes above that height and what comes below may part.
  void cut(double y) {
    cuts.add(y);
  }

  Drawing drawing(String title, double height) {
    return new Drawing(Printable.line(title), WIDTH, height, marks, cuts);
  }
}
