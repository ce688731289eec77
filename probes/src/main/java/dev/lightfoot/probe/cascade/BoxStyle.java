package dev.lightfoot.probe.cascade;

import dev.lightfoot.probe.css.CssValues;
import dev.lightfoot.probe.css.Screen;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jsoup.nodes.Element;

/// What a box is as wide, and its text as large, as its styles say, in CSS pixels. What they do not
/// say is taken so that the box becomes no higher than it is.
///
/// @param widest it is not wider
/// @param narrowest what an image in it is scaled down to
/// @param fontSize of its text
/// @param lines where they are broken
record BoxStyle(double widest, double narrowest, double fontSize, Lines lines) {
  /// Where lines are broken.
  enum Lines {
    /// Where the box ends.
    BOX,
    /// Where the text breaks them; whether the box breaks them as well is left out.
    TEXT,
    /// Nowhere.
    NONE
  }

  private static final double PERCENT = 100;
  private static final double SMALLEST = 9;
  private static final double FONT_SIZE = 16;

  static BoxStyle of(Screen screen) {
    double width = Math.max(1, screen.width());
    return new BoxStyle(width, width, FONT_SIZE, Lines.BOX);
  }

  /// That of an element in a box of this style.
  ///
  /// @param beside how many stand side by side there
  BoxStyle within(Element element, Declared declared, Screen screen, int beside) {
    BoxStyle words = inLine(element, declared, screen);
    double wide = widest;
    double narrow = narrowest / Math.max(1, beside);
    String width = declared.word(element, "width").orElse("");
    OptionalDouble given = length(width, words.fontSize, screen);
    if (given.isPresent()) {
      wide = given.getAsDouble();
      narrow = given.getAsDouble();
    } else if (width.endsWith("%")) {
      narrow = number(width, 1).orElse(PERCENT) / PERCENT * narrowest;
    }
    String most = declared.word(element, "max-width").orElse("");
    double limit = length(most, words.fontSize, screen).orElse(Double.MAX_VALUE);
    return new BoxStyle(
        Math.max(1, Math.min(wide, limit)),
        Math.max(1, Math.min(narrow, limit)),
        words.fontSize,
        words.lines);
  }

  /// That of an element in a line of this style.
  BoxStyle inLine(Element element, Declared declared, Screen screen) {
    double size = fontSize(declared.word(element, "font-size").orElse(""), screen);
    return new BoxStyle(widest, narrowest, size, lines(element, declared));
  }

  private Lines lines(Element element, Declared declared) {
    String said = declared.word(element, "white-space").orElse("");
    if (said.isEmpty()) {
      return element.nameIs("pre") ? Lines.TEXT : lines;
    }
    boolean text = said.startsWith("pre") || said.equals("break-spaces");
    return text ? Lines.TEXT : said.equals("normal") ? Lines.BOX : Lines.NONE;
  }

  private double fontSize(String value, Screen screen) {
    if (value.endsWith("%")) {
      return number(value, 1).orElse(PERCENT) / PERCENT * fontSize;
    }
    double usual = value.contains("small") ? SMALLEST : fontSize;
    return Math.max(0, length(value, fontSize, screen).orElse(usual));
  }

  /// A length that needs no box around it.
  ///
  /// @param size of the font that it may be relative to
  static OptionalDouble length(String value, double size, Screen screen) {
    if (value.endsWith("em") && !value.endsWith("rem")) {
      OptionalDouble ems = number(value, 2);
      return ems.isPresent() ? OptionalDouble.of(ems.getAsDouble() * size) : ems;
    }
    return CssValues.length(value, screen);
  }

  private static OptionalDouble number(String value, int unit) {
    String digits = value.substring(0, value.length() - unit).strip().toLowerCase(Locale.ROOT);
    return digits.matches("[+-]?[0-9]{0,9}\\.?[0-9]{1,9}")
        ? OptionalDouble.of(Double.parseDouble(digits))
        : OptionalDouble.empty();
  }
}
