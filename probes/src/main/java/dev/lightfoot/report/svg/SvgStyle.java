package dev.lightfoot.report.svg;

import dev.lightfoot.report.drawing.Ink.Texture;
import dev.lightfoot.report.drawing.Mark.Face;
import dev.lightfoot.report.drawing.Palette;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The style sheet and the textures of drawings.
public final class SvgStyle {
  /// What the reader is expected to have; the first are those of the window.
  public static final String WORDS =
      "Inter,system-ui,-apple-system,\"Segoe UI\",Roboto,\"Helvetica Neue\",sans-serif";

  public static final String NUMBERS =
      "\"JetBrains Mono NL\",\"JetBrains Mono\",ui-monospace,\"SF Mono\",Menlo,Consolas,"
          + "\"DejaVu Sans Mono\",monospace";

  private static final Set<Texture> PLAIN = Set.of(Texture.SOLID, Texture.HOLLOW, Texture.DASHED);

  private SvgStyle() {}

  /// Rules for everything that can be in a drawing: light, dark on a screen that is; paper is
  /// light.
  public static String sheet() {
    StringBuilder css = new StringBuilder();
    css.append(colors(Palette.LIGHT, Map.of()));
    css.append("svg text{white-space:pre}.mid{text-anchor:middle}.end{text-anchor:end}");
    css.append(".n{fill:none}.d{stroke-dasharray:3 3}");
    for (Face face : Face.values()) {
      css.append('.')
          .append(face.name().toLowerCase(Locale.ROOT).replace('_', '-'))
          .append("{font:")
          .append(face.isBold() ? "600 " : "")
          .append(SvgMarks.number(face.size()))
          .append("px ")
          .append(face.isMono() ? NUMBERS : WORDS)
          .append('}');
    }
    for (Texture texture : Texture.values()) {
      if (hasPattern(texture)) {
        css.append(".t-%1$s{fill:url(#p-%1$s)}".formatted(name(texture)));
      }
    }
    return css.append("@media screen and (prefers-color-scheme:dark){")
        .append(colors(Palette.DARK, Palette.LIGHT.colors()))
        .append("}")
        .toString();
  }

  /// @param known colours that hold already
  private static String colors(Palette palette, Map<String, String> known) {
    StringBuilder css = new StringBuilder();
    new TreeMap<>(palette.colors())
        .forEach(
            (token, color) -> {
              if (!color.equals(known.get(token))) {
                css.append(".f-%1$s{fill:%2$s}.s-%1$s{stroke:%2$s}".formatted(token, color));
              }
            });
    return css.toString();
  }

  static boolean hasPattern(Texture texture) {
    return !PLAIN.contains(texture);
  }

  static String name(Texture texture) {
    return texture.name().toLowerCase(Locale.ROOT);
  }

  /// The textures; once in a document.
  public static String patterns() {
    return "<defs>"
        + pattern(
            Texture.UPRIGHT, 6, "<path class=\"s-texture\" stroke-width=\"1.4\" d=\"M3 0V6\"/>")
        + pattern(Texture.LEVEL, 6, "<path class=\"s-texture\" stroke-width=\"1.4\" d=\"M0 3H6\"/>")
        + pattern(
            Texture.RISING,
            8,
            "<path class=\"s-texture\" stroke-width=\"1.4\" d=\"M-1 9L9 -1M-1 1L1 -1M7 9L9 7\"/>")
        + pattern(Texture.CROSSED, 8, "<path class=\"s-texture\" d=\"M-1 9L9 -1M-1 -1L9 9\"/>")
        + pattern(
            Texture.DOTTED, 7, "<circle class=\"f-texture\" cx=\"3.5\" cy=\"3.5\" r=\"1.2\"/>")
        + pattern(
            Texture.HATCHED, 4, "<path class=\"s-text-3\" d=\"M-1 5L5 -1M-1 1L1 -1M3 5L5 3\"/>")
        + "</defs>";
  }

  private static String pattern(Texture texture, int side, String drawn) {
    return "<pattern id=\"p-%s\" width=\"%d\" height=\"%d\" patternUnits=\"userSpaceOnUse\">%s</pattern>"
        .formatted(name(texture), side, side, drawn);
  }
}
