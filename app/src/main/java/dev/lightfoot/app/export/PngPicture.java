package dev.lightfoot.app.export;

import dev.lightfoot.report.drawing.Drawing;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/// A drawing as PNG: light, at twice its size, drawn without a screen and in the program's own
/// fonts.
public final class PngPicture {
  /// Higher pictures are drawn smaller, so that a page of a thousand requests does not take all of
  /// the memory.
  static final int MOST_PIXELS = 40_000_000;

  private static final double SCALE = 2;
  private static final int MARGIN = 16;

  static {
    // Drawing into memory needs no display; asking for one would start the system's toolkit.
    if (System.getProperty("java.awt.headless") == null) {
      System.setProperty("java.awt.headless", "true");
    }
  }

  private PngPicture() {}

  /// The bytes of the file.
  public static byte[] of(Drawing drawing) throws IOException {
    double width = drawing.width() + 2 * MARGIN;
    double height = drawing.height() + 2 * MARGIN;
    double scale = Math.min(SCALE, Math.sqrt(MOST_PIXELS / (width * height)));
    BufferedImage image =
        new BufferedImage(
            (int) Math.ceil(width * scale),
            (int) Math.ceil(height * scale),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    graphics.scale(scale, scale);
    PngMarks marks = new PngMarks(graphics);
    marks.ground(width, height);
    graphics.translate(MARGIN, MARGIN);
    marks.draw(drawing.marks());
    graphics.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (!ImageIO.write(image, "png", out)) {
      throw new IOException("PNG cannot be written here");
    }
    return out.toByteArray();
  }
}
