package dev.lightfoot.report.svg;

import dev.lightfoot.report.drawing.Drawing;
import dev.lightfoot.report.drawing.Mark;

/// Writes drawings as SVG 1.1. They hold no script, no link and no reference to anything outside.
public final class SvgWriter {
  /// Room around a drawing in a file of its own.
  private static final int MARGIN = 16;

  private SvgWriter() {}

  /// A file of its own: light or dark as its reader's screen is.
  public static String file(Drawing drawing) {
    double width = drawing.width() + 2 * MARGIN;
    double height = drawing.height() + 2 * MARGIN;
    Markup out =
        new Markup()
            .raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
            .raw("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\"")
            .raw(" width=\"%s\"".formatted(SvgMarks.number(width)))
            .raw(" height=\"%s\"".formatted(SvgMarks.number(height)))
            .raw(" viewBox=\"%d %d ".formatted(-MARGIN, -MARGIN))
            .raw(SvgMarks.number(width) + " " + SvgMarks.number(height) + "\">")
            .element("title", drawing.title())
            .raw("<style>" + SvgStyle.sheet() + "</style>")
            .raw(SvgStyle.patterns());
    new SvgMarks(out)
        .write(java.util.List.of(new Mark.Fill("surface", -MARGIN, -MARGIN, width, height)));
    new SvgMarks(out).write(drawing.marks());
    return out.raw("</svg>\n").toString();
  }

  /// A picture in an HTML page that has the style sheet and the textures: one element for each part
  /// that has to stay whole on paper.
  public static void inline(Drawing drawing, Markup out) {
    for (Drawing.Slice slice : drawing.slices()) {
      out.raw("<svg aria-hidden=\"true\" viewBox=\"0 ")
          .raw(SvgMarks.number(slice.top()))
          .raw(" " + SvgMarks.number(drawing.width()) + " ")
          .raw(SvgMarks.number(slice.bottom() - slice.top()) + "\">");
      new SvgMarks(out).write(slice.marks());
      out.raw("</svg>");
    }
  }
}
