package dev.lightfoot.probe.css;

import dev.lightfoot.probe.css.CssToken.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Conditions of `@supports` (CSS Conditional Level 4), as far as they can be told: a current
/// browser is taken to know every declaration that is no other browser's.
final class Supports {
  private static final Set<String> FORMATS =
      Set.of("woff2", "woff", "truetype", "opentype", "collection");
  private static final Set<String> TECHNIQUES =
      Set.of(
          "variations",
          "palettes",
          "features-opentype",
          "color-colrv0",
          "color-colrv1",
          "color-cbdt",
          "color-sbix");

  private Supports() {}

  /// @param tokens of the condition
  static Truth evaluate(List<CssToken> tokens) {
    List<CssToken> dense = tokens.stream().filter(token -> !token.is(Kind.SPACE)).toList();
    return Conditions.evaluate(dense, Supports::declaration, Supports::function);
  }

  /// In an `@import` a declaration may stand without brackets.
  static Truth imported(List<CssToken> tokens) {
    List<CssToken> dense = tokens.stream().filter(token -> !token.is(Kind.SPACE)).toList();
    boolean bare =
        dense.size() > 1 && dense.getFirst().is(Kind.IDENT) && dense.get(1).is(Kind.COLON);
    return bare ? declaration(dense) : evaluate(dense);
  }

  private static Truth declaration(List<CssToken> tokens) {
    if (tokens.size() < 3 || !tokens.getFirst().is(Kind.IDENT) || !tokens.get(1).is(Kind.COLON)) {
      return Truth.UNKNOWN;
    }
    return Truth.of(tokens.stream().noneMatch(Supports::isForeign));
  }

  /// Of another family of browsers.
  private static boolean isForeign(CssToken token) {
    String text = token.text().toLowerCase(Locale.ROOT);
    boolean named = token.is(Kind.IDENT) || token.is(Kind.FUNCTION);
    return named
        && (text.startsWith("-moz-")
            || text.startsWith("-ms-")
            || text.startsWith("-o-")
            || text.startsWith("-apple-"));
  }

  private static Truth function(List<CssToken> tokens) {
    List<CssToken> inside = tokens.subList(1, tokens.size());
    String first = inside.isEmpty() ? "" : inside.getFirst().text().toLowerCase(Locale.ROOT);
    return switch (tokens.getFirst().text().toLowerCase(Locale.ROOT)) {
      case "selector" -> Truth.of(inside.stream().noneMatch(Supports::isForeign));
      case "font-format" -> Truth.of(FORMATS.contains(first));
      case "font-tech" -> Truth.of(TECHNIQUES.contains(first));
      default -> Truth.UNKNOWN;
    };
  }

  /// Whether a font of that format can be used; the older words for variable fonts are known, too.
  static boolean isFormat(String name) {
    String format = name.toLowerCase(Locale.ROOT).replaceFirst("-variations$", "");
    return FORMATS.contains(format);
  }

  static boolean isTechnique(String name) {
    return TECHNIQUES.contains(name.toLowerCase(Locale.ROOT));
  }
}
