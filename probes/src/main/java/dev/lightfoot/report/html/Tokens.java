package dev.lightfoot.report.html;

import dev.lightfoot.report.drawing.Palette;
import dev.lightfoot.report.svg.SvgStyle;
import java.util.List;

/// The colours and fonts that the style sheet of reports uses, as custom properties.
final class Tokens {
  private static final List<String> USED =
      List.of(
          "bg",
          "surface",
          "sunk",
          "text",
          "text-2",
          "text-3",
          "border",
          "border-strong",
          "accent",
          "danger",
          "warn",
          "warn-ground",
          "better",
          "worse");

  private Tokens() {}

  static String variables() {
    return ":root{--words:"
        + SvgStyle.WORDS
        + ";--numbers:"
        + SvgStyle.NUMBERS
        + ";"
        + colors(Palette.LIGHT)
        + "}@media screen and (prefers-color-scheme:dark){:root{"
        + colors(Palette.DARK)
        + "}}";
  }

  private static String colors(Palette palette) {
    StringBuilder css = new StringBuilder();
    USED.forEach(token -> css.append("--%s:%s;".formatted(token, palette.color(token))));
    return css.toString();
  }
}
