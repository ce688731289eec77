package dev.lightfoot.probe.css;

import dev.lightfoot.probe.css.CssToken.Kind;
import dev.lightfoot.probe.css.StyleRule.Declaration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Reads declarations (CSS Syntax Level 3, section 5.5.6).
final class Declarations {
  /// Those that say what is shown, and in which font.
  private static final Set<String> KEPT =
      Set.of(
          "content",
          "content-visibility",
          "display",
          "font",
          "font-family",
          "font-style",
          "font-weight");

  /// Those that say how much room something takes.
  private static final Set<String> PLACING =
      Set.of(
          "bottom",
          "column-count",
          "column-width",
          "columns",
          "flex-direction",
          "flex-flow",
          "float",
          "font-size",
          "grid-template-columns",
          "height",
          "inset",
          "margin",
          "margin-bottom",
          "margin-top",
          "max-height",
          "max-width",
          "min-height",
          "position",
          "top",
          "transform",
          "translate",
          "vertical-align",
          "white-space",
          "width");

  private Declarations() {}

  /// Reads one declaration.
  ///
  /// @param text of the sheet
  /// @return empty where it is none, or a broken one
  static Optional<Declaration> read(String text, List<CssToken> tokens) {
    CssToken name = tokens.getFirst();
    int colon = tokens.size() > 1 && tokens.get(1).is(Kind.SPACE) ? 2 : 1;
    boolean formed =
        name.is(Kind.IDENT) && tokens.size() > colon && tokens.get(colon).is(Kind.COLON);
    if (!formed || tokens.stream().anyMatch(Declarations::isBroken)) {
      return Optional.empty();
    }
    List<CssToken> value = trimmed(tokens.subList(colon + 1, tokens.size()));
    boolean important = isImportant(value);
    if (important) {
      int mark = value.size() - 1;
      while (!value.get(mark).isDelim('!')) {
        mark--;
      }
      value = trimmed(value.subList(0, mark));
    }
    boolean custom = name.text().startsWith("--");
    String property = custom ? name.text() : name.text().toLowerCase(Locale.ROOT);
    return Optional.of(new Declaration(property, source(text, value), important, name.line()));
  }

  private static boolean isBroken(CssToken token) {
    return token.is(Kind.BAD_STRING) || token.is(Kind.BAD_URL);
  }

  private static List<CssToken> trimmed(List<CssToken> tokens) {
    int from = 0;
    int to = tokens.size();
    while (from < to && tokens.get(from).is(Kind.SPACE)) {
      from++;
    }
    while (to > from && tokens.get(to - 1).is(Kind.SPACE)) {
      to--;
    }
    return tokens.subList(from, to);
  }

  private static boolean isImportant(List<CssToken> value) {
    int last = value.size() - 1;
    int mark = last > 0 && value.get(last - 1).is(Kind.SPACE) ? last - 2 : last - 1;
    return mark >= 0 && value.get(last).isWord("important") && value.get(mark).isDelim('!');
  }

  /// The characters from the first of these tokens to the last, comments taken out.
  static String source(String text, List<CssToken> tokens) {
    if (tokens.isEmpty()) {
      return "";
    }
    int end = tokens.getFirst().start();
    StringBuilder source = new StringBuilder();
    for (CssToken token : tokens) {
      if (token.start() > end) {
        source.append(' ');
      }
      source.append(text, token.start(), token.end());
      end = token.end();
    }
    return source.toString();
  }

  /// Whether it bears on what is fetched.
  static boolean isKept(Declaration declaration) {
    String property = declaration.property();
    String value = declaration.value();
    return KEPT.contains(property)
        || PLACING.contains(property)
        || property.startsWith("--")
        || isImage(property)
        || mayHoldUrl(value.toLowerCase(Locale.ROOT));
  }

  /// Whether it says only how much room something takes.
  static boolean isPlacing(Declaration declaration) {
    return PLACING.contains(declaration.property())
        && !mayHoldUrl(declaration.value().toLowerCase(Locale.ROOT));
  }

  private static boolean mayHoldUrl(String value) {
    return value.contains("url(") || value.contains("image-set(");
  }

  /// Whether the property shows an image, so that a variable or a reset counts.
  static boolean isImage(String property) {
    return property.equals("background")
        || property.endsWith("-image")
        || property.endsWith("-image-source")
        || property.startsWith("list-style")
        || property.equals("border-image")
        || property.equals("mask")
        || property.equals("-webkit-mask");
  }
}
