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

  /// Those that conditions are written for; of others it stays open whether they are known.
  private static final Set<String> PROPERTIES =
      Set.of(
          ("accent-color align-content align-items align-self animation animation-timeline"
               + " appearance aspect-ratio backdrop-filter background background-blend-mode"
               + " background-clip background-image border-radius bottom box-shadow clip-path color"
               + " color-scheme column-count columns contain container-type content-visibility"
               + " corner-shape display field-sizing filter flex flex-basis flex-wrap float"
               + " font-display font-feature-settings font-variation-settings font-palette"
               + " font-size gap grid grid-area grid-gap grid-template-areas grid-template-columns"
               + " grid-template-rows height hyphens inset initial-letter interpolate-size"
               + " isolation justify-content left line-clamp margin mask mask-image max-height"
               + " max-width min-height min-width mix-blend-mode object-fit object-position"
               + " offset-path opacity outline overflow overflow-anchor overflow-wrap"
               + " overscroll-behavior padding paint-order perspective place-items pointer-events"
               + " position position-anchor rotate row-gap scale scroll-behavior scroll-snap-align"
               + " scroll-snap-type scroll-timeline scrollbar-color scrollbar-gutter"
               + " scrollbar-width shape-outside tab-size text-decoration text-decoration-thickness"
               + " text-underline-offset text-wrap top touch-action transform transform-style"
               + " transition translate user-select vertical-align view-timeline"
               + " view-transition-name visibility white-space width will-change word-break"
               + " writing-mode zoom -webkit-appearance -webkit-backdrop-filter"
               + " -webkit-background-clip -webkit-box-reflect -webkit-clip-path -webkit-line-clamp"
               + " -webkit-mask -webkit-mask-image -webkit-text-stroke -webkit-user-select"
               + " -webkit-transform")
              .split(" ", -1));

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
    if (tokens.stream().anyMatch(Supports::isForeign)) {
      return Truth.FALSE;
    }
    String property = tokens.getFirst().text().toLowerCase(Locale.ROOT);
    boolean known = property.startsWith("--") || PROPERTIES.contains(property);
    return known ? Truth.TRUE : Truth.UNKNOWN;
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
