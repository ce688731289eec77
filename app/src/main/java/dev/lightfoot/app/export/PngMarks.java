package dev.lightfoot.app.export;

import dev.lightfoot.report.drawing.Ink;
import dev.lightfoot.report.drawing.Mark;
import dev.lightfoot.report.drawing.Palette;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Draws marks with Java 2D.
final class PngMarks {
  private static final Pattern RGBA =
      Pattern.compile("rgba\\((\\d+),\\s*(\\d+),\\s*(\\d+),\\s*([0-9.]+)\\)");

  private final Graphics2D graphics;

  PngMarks(Graphics2D graphics) {
    this.graphics = graphics;
  }

  void ground(double width, double height) {
    graphics.setColor(color("surface"));
    graphics.fill(new Rectangle2D.Double(0, 0, width, height));
  }

  void draw(List<Mark> marks) {
    marks.forEach(this::draw);
  }

  private static Color color(String token) {
    String css = Palette.LIGHT.color(token);
    Matcher rgba = RGBA.matcher(css);
    return rgba.matches()
        ? new Color(
            Integer.parseInt(rgba.group(1)),
            Integer.parseInt(rgba.group(2)),
            Integer.parseInt(rgba.group(3)),
            Math.round(Float.parseFloat(rgba.group(4)) * 255))
        : Color.decode(css);
  }

  private void draw(Mark mark) {
    switch (mark) {
      case Mark.Bar it -> bar(it);
      case Mark.Fill it ->
          fill(it.token(), new Rectangle2D.Double(it.x(), it.y(), it.width(), it.height()));
      case Mark.Frame it ->
          stroke(
              it.token(),
              dashed(),
              new Rectangle2D.Double(it.x(), it.y(), it.width(), it.height()));
      case Mark.Line it ->
          stroke(
              it.token(),
              it.dashed() ? dashed() : new BasicStroke((float) it.width()),
              new Line2D.Double(it.x1(), it.y1(), it.x2(), it.y2()));
      case Mark.Dot it -> {
        double side = 2 * it.radius();
        Shape circle = new Ellipse2D.Double(it.x() - it.radius(), it.y() - it.radius(), side, side);
        fill(it.fill(), circle);
        stroke(it.border(), new BasicStroke(1), circle);
      }
      case Mark.Shape it -> fill(it.token(), path(it.points()));
      case Mark.Words it -> words(it);
    }
  }

  private void fill(String token, Shape shape) {
    graphics.setColor(color(token));
    graphics.fill(shape);
  }

  private void stroke(String token, BasicStroke stroke, Shape shape) {
    graphics.setColor(color(token));
    graphics.setStroke(stroke);
    graphics.draw(shape);
  }

  private static BasicStroke dashed() {
    return new BasicStroke(
        1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {3, 3}, 0);
  }

  private static Path2D path(List<Double> points) {
    Path2D path = new Path2D.Double();
    path.moveTo(points.get(0), points.get(1));
    for (int i = 2; i < points.size(); i += 2) {
      path.lineTo(points.get(i), points.get(i + 1));
    }
    path.closePath();
    return path;
  }

  private void bar(Mark.Bar bar) {
    Ink ink = bar.ink();
    if (bar.width() < 2) {
      fill(ink.borderToken(), new Rectangle2D.Double(bar.x(), bar.y(), 2, bar.height()));
      return;
    }
    Shape shape =
        new RoundRectangle2D.Double(
            bar.x() + 0.5, bar.y() + 0.5, bar.width() - 1, bar.height() - 1, 3, 3);
    fill(ink.token(), shape);
    Shape clip = graphics.getClip();
    graphics.clip(shape);
    texture(ink.texture(), bar);
    graphics.setClip(clip);
    boolean dashed = ink.texture() == Ink.Texture.DASHED;
    stroke(ink.borderToken(), dashed ? dashed() : new BasicStroke(1), shape);
  }

  private void texture(Ink.Texture texture, Mark.Bar bar) {
    graphics.setColor(color(texture == Ink.Texture.HATCHED ? "text-3" : "texture"));
    boolean thin = texture == Ink.Texture.CROSSED || texture == Ink.Texture.HATCHED;
    graphics.setStroke(new BasicStroke(thin ? 1 : 1.4f));
    switch (texture) {
      case UPRIGHT -> upright(bar);
      case RISING -> slanted(bar, 8, true);
      case CROSSED -> {
        slanted(bar, 8, true);
        slanted(bar, 8, false);
      }
      case LEVEL -> level(bar);
      case DOTTED -> dotted(bar);
      case HATCHED -> slanted(bar, 4, true);
      case SOLID, HOLLOW, DASHED -> {}
    }
  }

  private void upright(Mark.Bar bar) {
    for (double x = bar.x() + 3; x < bar.x() + bar.width(); x += 6) {
      graphics.draw(new Line2D.Double(x, bar.top(), x, bar.bottom()));
    }
  }

  private void level(Mark.Bar bar) {
    for (double y = bar.y() + 3; y < bar.bottom(); y += 6) {
      graphics.draw(new Line2D.Double(bar.x(), y, bar.x() + bar.width(), y));
    }
  }

  private void slanted(Mark.Bar bar, double step, boolean rising) {
    double height = bar.height();
    for (double x = bar.x() - height; x < bar.x() + bar.width(); x += step) {
      double from = rising ? bar.bottom() : bar.top();
      double to = rising ? bar.top() : bar.bottom();
      graphics.draw(new Line2D.Double(x, from, x + height, to));
    }
  }

  private void dotted(Mark.Bar bar) {
    for (double y = bar.y() + 3; y < bar.bottom(); y += 7) {
      for (double x = bar.x() + 3; x < bar.x() + bar.width(); x += 7) {
        graphics.fill(new Ellipse2D.Double(x - 1.2, y - 1.2, 2.4, 2.4));
      }
    }
  }

  private void words(Mark.Words words) {
    Font font = PngFonts.of(words.face());
    double width = font.getStringBounds(words.text(), graphics.getFontRenderContext()).getWidth();
    double x =
        switch (words.side()) {
          case START -> words.x();
          case MIDDLE -> words.x() - width / 2;
          case END -> words.x() - width;
        };
    graphics.setColor(color(words.token()));
    graphics.setFont(font);
    double baseline = words.y() + words.face().size() * 0.35;
    graphics.drawString(words.text(), (float) x, (float) baseline);
  }
}
