package dev.lightfoot.report.svg;

import dev.lightfoot.report.drawing.Ink;
import dev.lightfoot.report.drawing.Mark;
import java.util.List;

/// Writes marks as elements of SVG. Colours come by class, so that they follow the reader's theme;
/// nothing has a `style` attribute, which a strict policy would refuse.
final class SvgMarks {
  private final Markup out;

  SvgMarks(Markup out) {
    this.out = out;
  }

  void write(List<Mark> marks) {
    marks.forEach(this::write);
  }

  private void write(Mark mark) {
    switch (mark) {
      case Mark.Bar it -> bar(it);
      case Mark.Fill it -> rect("f-" + it.token(), it.x(), it.y(), it.width(), it.height(), "");
      case Mark.Frame it ->
          rect("n s-" + it.token() + " d", it.x(), it.y(), it.width(), it.height(), " rx=\"1.5\"");
      case Mark.Line it ->
          out.raw(
              "<path class=\"s-"
                  + it.token()
                  + (it.dashed() ? " d" : "")
                  + "\""
                  + (it.width() == 1 ? "" : " stroke-width=\"" + number(it.width()) + "\"")
                  + " d=\"M"
                  + number(it.x1())
                  + " "
                  + number(it.y1())
                  + "L"
                  + number(it.x2())
                  + " "
                  + number(it.y2())
                  + "\"/>");
      case Mark.Dot it ->
          out.raw(
              "<circle class=\"f-"
                  + it.fill()
                  + " s-"
                  + it.border()
                  + "\" cx=\""
                  + number(it.x())
                  + "\" cy=\""
                  + number(it.y())
                  + "\" r=\""
                  + number(it.radius())
                  + "\"/>");
      case Mark.Shape it -> shape(it);
      case Mark.Words it -> words(it);
    }
  }

  private void bar(Mark.Bar bar) {
    Ink ink = bar.ink();
    if (bar.width() < 2) {
      rect("f-" + ink.borderToken(), Math.rint(bar.x()), bar.y(), 2, bar.height(), "");
      return;
    }
    double x = bar.x() + 0.5;
    double y = bar.y() + 0.5;
    double width = bar.width() - 1;
    double height = bar.height() - 1;
    String dashed = ink.texture() == Ink.Texture.DASHED ? " d" : "";
    String classes = "f-" + ink.token() + " s-" + ink.borderToken() + dashed;
    rect(classes, x, y, width, height, " rx=\"1.5\"");
    if (SvgStyle.hasPattern(ink.texture()) && width > 1) {
      rect("t-" + SvgStyle.name(ink.texture()), x, y, width, height, "");
    }
  }

  private void rect(
      String classes, double x, double y, double width, double height, String further) {
    out.raw(
        "<rect class=\""
            + classes
            + "\" x=\""
            + number(x)
            + "\" y=\""
            + number(y)
            + "\" width=\""
            + number(Math.max(0, width))
            + "\" height=\""
            + number(Math.max(0, height))
            + "\""
            + further
            + "/>");
  }

  private void shape(Mark.Shape shape) {
    StringBuilder points = new StringBuilder();
    for (double each : shape.points()) {
      points.append(points.isEmpty() ? "" : " ").append(number(each));
    }
    out.raw("<polygon class=\"f-" + shape.token() + "\" points=\"" + points + "\"/>");
  }

  private void words(Mark.Words words) {
    Mark.Face face = words.face();
    String classes = face.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    String side =
        switch (words.side()) {
          case START -> "";
          case MIDDLE -> " mid";
          case END -> " end";
        };
    // The middle of small letters lies a third of an em above the line that they stand on.
    double baseline = words.y() + face.size() * 0.35;
    out.raw(
            "<text class=\""
                + classes
                + side
                + " f-"
                + words.token()
                + "\" x=\""
                + number(words.x())
                + "\" y=\""
                + number(baseline)
                + "\">")
        .text(words.text())
        .raw("</text>");
  }

  /// A tenth of a pixel is more than is seen.
  static String number(double value) {
    long tenths = Math.round(value * 10);
    long whole = tenths / 10;
    long rest = Math.abs(tenths % 10);
    String sign = tenths < 0 && whole == 0 ? "-" : "";
    return rest == 0 ? Long.toString(whole) : sign + whole + "." + rest;
  }
}
