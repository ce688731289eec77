package dev.lightfoot.app.export;

import dev.lightfoot.report.drawing.Mark.Face;
import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.Map;

/// The faces of drawings as fonts of the program; where one cannot be read, the system's.
final class PngFonts {
  private static final Map<Face, Font> FONTS = fonts();

  private PngFonts() {}

  static Font of(Face face) {
    return FONTS.getOrDefault(face, new Font(Font.SANS_SERIF, Font.PLAIN, (int) face.size()));
  }

  private static Map<Face, Font> fonts() {
    Font words = read("Inter-Regular.otf", Font.SANS_SERIF, Font.PLAIN);
    Font strong = read("Inter-SemiBold.otf", Font.SANS_SERIF, Font.BOLD);
    Font mono = read("JetBrainsMonoNL-Regular.ttf", Font.MONOSPACED, Font.PLAIN);
    Font monoStrong = read("JetBrainsMonoNL-Bold.ttf", Font.MONOSPACED, Font.BOLD);
    Map<Face, Font> fonts = new EnumMap<>(Face.class);
    for (Face face : Face.values()) {
      Font font =
          face.isMono() ? face.isBold() ? monoStrong : mono : face.isBold() ? strong : words;
      fonts.put(face, font.deriveFont((float) face.size()));
    }
    return fonts;
  }

  private static Font read(String name, String otherwise, int style) {
    try (InputStream in = PngFonts.class.getResourceAsStream("/assets/fonts/" + name)) {
      if (in != null) {
        return Font.createFont(Font.TRUETYPE_FONT, in);
      }
    } catch (FontFormatException | IOException e) {
      return new Font(otherwise, style, 12);
    }
    return new Font(otherwise, style, 12);
  }
}
