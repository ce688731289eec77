package dev.lightfoot.app.ui.chart.paint;

import dev.lightfoot.report.drawing.Ink;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.ArcType;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/// Draws bars, marks and text on a canvas in the colours of a [Palette].
///
/// Textures are drawn line by line instead of from pattern images: sharp at every scale of the
/// screen, and nothing has to be made again when the theme changes.
public final class Brush {
  private static final double CORNER = 3;

  private final GraphicsContext graphics;
  private final Palette palette;
  private final double em;
  private final List<DrawnText> texts = new ArrayList<>();

  public Brush(GraphicsContext graphics, Palette palette, double em) {
    this.graphics = graphics;
    this.palette = palette;
    this.em = em;
  }

  /// What it has written and not covered since.
  List<DrawnText> texts() {
    return texts;
  }

  public double em() {
    return em;
  }

  /// Width of a mono text: the face has one width for all characters.
  public static double monoWidth(String text, double size) {
    return text.length() * size * 0.6;
  }

  /// Width of a caption.
  public double width(String text) {
    Text measured = new Text(text);
    measured.setFont(Face.CAPTION.font(em));
    return measured.getLayoutBounds().getWidth();
  }

  /// A bar with its texture and a border of 1 px; under 2 px a line in the border's colour.
  public void bar(Ink ink, double x, double y, double width, double height) {
    if (width < 2) {
      graphics.setFill(palette.color(ink.borderToken()));
      graphics.fillRect(Math.rint(x), y, 2, height);
      return;
    }
    graphics.setFill(palette.color(ink.token()));
    graphics.fillRoundRect(x, y, width, height, CORNER, CORNER);
    if (ink.texture() != Ink.Texture.SOLID) {
      clipped(ink.texture(), x, y, width, height);
    }
    graphics.setStroke(palette.color(ink.borderToken()));
    graphics.setLineWidth(1);
    if (ink.texture() == Ink.Texture.DASHED) {
      graphics.setLineDashes(2, 2);
    }
    graphics.strokeRoundRect(x + 0.5, y + 0.5, width - 1, height - 1, CORNER, CORNER);
    graphics.setLineDashes((double[]) null);
  }

  /// Clipping costs more than all else of a bar: only where there is something to cut.
  private void clipped(Ink.Texture texture, double x, double y, double width, double height) {
    graphics.save();
    graphics.beginPath();
    graphics.rect(x, y, width, height);
    graphics.clip();
    texture(texture, x, y, width, height);
    graphics.restore();
  }

  private void texture(Ink.Texture texture, double x, double y, double width, double height) {
    graphics.setStroke(palette.color("texture"));
    graphics.setFill(palette.color("texture"));
    graphics.setLineWidth(1.4);
    switch (texture) {
      case UPRIGHT -> upright(x, y, width, height);
      case RISING -> rising(x, y, width, height, 8);
      case CROSSED -> {
        graphics.setLineWidth(1);
        rising(x, y, width, height, 8);
        falling(x, y, width, height, 8);
      }
      case LEVEL -> level(x, y, width, height);
      case DOTTED -> dotted(x, y, width, height);
      case HATCHED -> {
        graphics.setStroke(palette.color("text-3"));
        graphics.setLineWidth(1);
        rising(x, y, width, height, 4);
      }
      case SOLID, HOLLOW, DASHED -> {}
    }
  }

  private void upright(double x, double y, double width, double height) {
    for (double at = x + 3; at < x + width; at += 6) {
      graphics.strokeLine(at, y, at, y + height);
    }
  }

  private void level(double x, double y, double width, double height) {
    for (double at = y + 3; at < y + height; at += 6) {
      graphics.strokeLine(x, at, x + width, at);
    }
  }

  private void rising(double x, double y, double width, double height, double step) {
    for (double at = x - height; at < x + width; at += step) {
      graphics.strokeLine(at, y + height, at + height, y);
    }
  }

  private void falling(double x, double y, double width, double height, double step) {
    for (double at = x - height; at < x + width; at += step) {
      graphics.strokeLine(at, y, at + height, y + height);
    }
  }

  private void dotted(double x, double y, double width, double height) {
    for (double row = y + 3; row < y + height; row += 7) {
      for (double at = x + 3; at < x + width; at += 7) {
        graphics.fillOval(at - 1.2, row - 1.2, 2.4, 2.4);
      }
    }
  }

  /// A filled circle with a border.
  public void dot(Ink ink, double x, double y, double radius, boolean hollow) {
    graphics.setFill(palette.color(hollow ? "surface" : ink.token()));
    graphics.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
    graphics.setStroke(palette.color(ink.borderToken()));
    graphics.setLineWidth(hollow ? 1.6 : 1);
    graphics.strokeArc(x - radius, y - radius, 2 * radius, 2 * radius, 0, 360, ArcType.OPEN);
  }

  /// A filled square on one of its corners.
  public void diamond(String token, double x, double y, double reach) {
    graphics.setFill(palette.color(token));
    graphics.fillPolygon(
        new double[] {x - reach, x, x + reach, x}, new double[] {y, y - reach, y, y + reach}, 4);
  }

  /// A hollow circle in one colour.
  public void ring(String token, double x, double y, double radius) {
    graphics.setFill(palette.color("surface"));
    graphics.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
    graphics.setStroke(palette.color(token));
    graphics.setLineWidth(2);
    graphics.strokeOval(x - radius, y - radius, 2 * radius, 2 * radius);
  }

  /// A frame of 2 px: what is selected.
  public void outline(String token, double x, double y, double width, double height) {
    graphics.setStroke(palette.color(token));
    graphics.setLineWidth(2);
    graphics.strokeRoundRect(x, y, width, height, CORNER + 2, CORNER + 2);
  }

  /// A filled shape of many corners whose sides are lined, its last one not.
  public void fan(String token, String lineToken, double[] xs, double[] ys) {
    graphics.setFill(palette.color(token));
    graphics.fillPolygon(xs, ys, xs.length);
    graphics.setStroke(palette.color(lineToken));
    graphics.setLineWidth(1);
    int half = xs.length / 2;
    for (int i = 1; i < xs.length; i++) {
      if (i != half) {
        graphics.strokeLine(xs[i - 1], ys[i - 1], xs[i], ys[i]);
      }
    }
  }

  /// A straight line.
  public void line(String token, double width, double x1, double y1, double x2, double y2) {
    graphics.setStroke(palette.color(token));
    graphics.setLineWidth(width);
    graphics.strokeLine(x1, y1, x2, y2);
  }

  /// A dashed line.
  public void dashes(String token, double x1, double y1, double x2, double y2) {
    graphics.setLineDashes(3, 3);
    line(token, 1, x1, y1, x2, y2);
    graphics.setLineDashes((double[]) null);
  }

  /// A filled rectangle.
  public void fill(String token, double x, double y, double width, double height) {
    graphics.setFill(palette.color(token));
    graphics.fillRect(x, y, width, height);
  }

  /// Hides what was drawn there: rows that are scrolled under a head or an axis.
  public void cover(double x, double y, double width, double height) {
    fill("surface", x, y, width, height);
    texts.removeIf(text -> text.y() > y && text.y() < y + height);
  }

  /// A dashed, empty frame.
  public void frame(String token, double x, double y, double width, double height) {
    graphics.setStroke(palette.color(token));
    graphics.setLineWidth(1);
    graphics.setLineDashes(4, 4);
    graphics.strokeRoundRect(x + 0.5, y + 0.5, width - 1, height - 1, CORNER, CORNER);
    graphics.setLineDashes((double[]) null);
  }

  /// The light floor's mark: an upright with a foot, on a halo of the surface.
  public void foot(double x, double top, double bottom) {
    fill("surface", x - 3, top, 6, bottom - top);
    fill("floor", x - 1, top, 2, bottom - top);
    graphics.setFill(palette.color("floor"));
    graphics.fillPolygon(
        new double[] {x - 4, x + 4, x}, new double[] {bottom, bottom, bottom - 6}, 3);
  }

  /// A triangle that points right where something is folded, and down where it is open.
  public void triangle(String token, double x, double y, double arm, boolean right) {
    graphics.setFill(palette.color(token));
    double[] along = {-arm, arm, right ? -arm : 0};
    double[] across = {-0.7 * arm, right ? 0 : -0.7 * arm, 0.8 * arm};
    if (right) {
      across = new double[] {-arm, 0, arm};
      along = new double[] {-0.6 * arm, 0.8 * arm, -0.6 * arm};
    }
    graphics.fillPolygon(
        new double[] {x + along[0], x + along[1], x + along[2]},
        new double[] {y + across[0], y + across[1], y + across[2]},
        3);
  }

  /// A circle with a cross: here it broke.
  public void cross(double x, double y, double radius) {
    graphics.setFill(palette.color("surface"));
    graphics.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
    graphics.setStroke(palette.color("danger"));
    graphics.setLineWidth(2);
    graphics.strokeOval(x - radius, y - radius, 2 * radius, 2 * radius);
    double arm = radius * 0.36;
    graphics.strokeLine(x - arm, y - arm, x + arm, y + arm);
    graphics.strokeLine(x - arm, y + arm, x + arm, y - arm);
  }

  /// Text whose middle line is at y.
  public void text(Face face, String token, String text, double x, double y, TextAlignment side) {
    graphics.setFill(palette.color(token));
    graphics.setFont(face.font(em));
    graphics.setTextAlign(side);
    graphics.setTextBaseline(javafx.geometry.VPos.CENTER);
    graphics.fillText(text, x, y);
    texts.add(new DrawnText(text, face.font(em), x, y, side));
  }

  /// A colour of the palette.
  public Color color(String token) {
    return palette.color(token);
  }

  /// The faces of charts.
  public enum Face {
    BODY("Inter", 0.93, false),
    STRONG("Inter Semi Bold", 0.93, false),
    CAPTION("Inter", 0.857, false),
    MONO("JetBrains Mono NL", 0.857, false),
    MONO_STRONG("JetBrains Mono NL", 0.893, true),
    NUMBER("Inter Semi Bold", 1, false);

    private final String family;
    private final double size;
    private final boolean bold;

    Face(String family, double size, boolean bold) {
      this.family = family;
      this.size = size;
      this.bold = bold;
    }

    /// Its size in em.
    public double size() {
      return size;
    }

    /// This face at that size of 1 em, never smaller than 12 px.
    public Font font(double em) {
      return bold
          ? Font.font(family, javafx.scene.text.FontWeight.BOLD, Math.max(12, size * em))
          : Font.font(family, Math.max(12, size * em));
    }
  }
}
