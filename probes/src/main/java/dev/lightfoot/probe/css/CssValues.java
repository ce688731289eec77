package dev.lightfoot.probe.css;

import dev.lightfoot.probe.css.CssToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;

/// What the values of declarations say: families of fonts, images, variables.
public final class CssValues {
  /// Characters of a value in which variables were put in; a longer one is none.
  public static final int MAX_VALUE = 65_536;

  /// Variables within variables to this depth.
  static final int MAX_VARIABLES = 16;

  private static final Set<String> SIZES =
      Set.of(
          "xx-small",
          "x-small",
          "small",
          "medium",
          "large",
          "x-large",
          "xx-large",
          "xxx-large",
          "smaller",
          "larger");

  private CssValues() {}

  /// A length in CSS pixels that needs nothing but the screen; empty for percentages and words.
  public static OptionalDouble length(String value, Screen screen) {
    return CssMath.length(CssTokens.all(value), screen);
  }

  /// Families of a `font-family`, in lower case and in order.
  public static List<String> families(String value) {
    List<String> families = new ArrayList<>();
    for (List<CssToken> part : Sizes.parts(CssTokens.all(value))) {
      families.add(family(part));
    }
    families.removeIf(String::isEmpty);
    return families;
  }

  private static String family(List<CssToken> part) {
    StringBuilder name = new StringBuilder();
    for (CssToken token : part) {
      if (token.is(Kind.STRING) || token.is(Kind.IDENT)) {
        name.append(name.isEmpty() ? "" : " ").append(token.text());
      } else if (!token.is(Kind.SPACE)) {
        return "";
      }
    }
    return name.toString().toLowerCase(Locale.ROOT);
  }

  /// The families in a `font`, as they stand behind its size; empty for a font of the system.
  public static String familiesOfFont(String value) {
    List<CssToken> tokens = CssTokens.all(value);
    int at = 0;
    while (at < tokens.size() && !isSize(tokens.get(at))) {
      at++;
    }
    at = tokens.isEmpty() ? 0 : after(tokens, at);
    while (at < tokens.size() && tokens.get(at).is(Kind.SPACE)) {
      at++;
    }
    if (at < tokens.size() && tokens.get(at).isDelim('/')) {
      at++;
      while (at < tokens.size() && tokens.get(at).is(Kind.SPACE)) {
        at++;
      }
      at = after(tokens, at);
    }
    return at < tokens.size() ? value.substring(tokens.get(at).start()).strip() : "";
  }

  /// What stands in a `font` before its size: style and weight.
  public static String styleOfFont(String value) {
    for (CssToken token : CssTokens.all(value)) {
      if (isSize(token)) {
        return value.substring(0, token.start());
      }
    }
    return "";
  }

  /// The size in a `font`, as it stands; empty for a font of the system.
  public static String sizeOfFont(String value) {
    for (CssToken token : CssTokens.all(value)) {
      if (isSize(token)) {
        return value.substring(token.start(), token.end());
      }
    }
    return "";
  }

  private static boolean isSize(CssToken token) {
    return token.is(Kind.DIMENSION)
        || token.is(Kind.PERCENTAGE)
        || token.is(Kind.FUNCTION)
        || (token.is(Kind.IDENT) && SIZES.contains(token.text().toLowerCase(Locale.ROOT)));
  }

  private static int after(List<CssToken> tokens, int at) {
    boolean function = at < tokens.size() && tokens.get(at).is(Kind.FUNCTION);
    return Math.min(tokens.size(), (function ? Conditions.closing(tokens, at) : at) + 1);
  }

  /// The weight in a `font-weight` or `font`; empty where it says none.
  public static Optional<Integer> weight(String value, int inherited) {
    for (CssToken token : CssTokens.all(value)) {
      if (token.is(Kind.NUMBER) && token.number() >= 1 && token.number() <= 1_000) {
        return Optional.of((int) token.number());
      }
      switch (token.is(Kind.IDENT) ? token.text().toLowerCase(Locale.ROOT) : "") {
        case "bold" -> {
          return Optional.of(700);
        }
        case "normal", "initial" -> {
          return Optional.of(400);
        }
        case "bolder" -> {
          return Optional.of(inherited < 350 ? 400 : inherited < 550 ? 700 : 900);
        }
        case "lighter" -> {
          return Optional.of(inherited < 550 ? 100 : inherited < 750 ? 400 : 700);
        }
        default -> {}
      }
    }
    return Optional.empty();
  }

  /// Whether a `font-style` or `font` slants.
  public static boolean isSlanted(String value) {
    return CssTokens.all(value).stream()
        .anyMatch(token -> token.isWord("italic") || token.isWord("oblique"));
  }

  /// The images that a value shows on a screen, in order; of an `image-set()` the one for it.
  public static List<String> images(String value, double pixelRatio) {
    List<CssToken> tokens = CssTokens.all(value);
    List<String> images = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < tokens.size(); i++) {
      if (CssUrls.isImageSet(tokens.get(i))) {
        images.addAll(CssUrls.in(tokens.subList(from, i)));
        int close = Conditions.closing(tokens, i);
        ImageSet.choose(tokens.subList(i + 1, close), pixelRatio).ifPresent(images::add);
        from = Math.min(close + 1, tokens.size());
        i = close;
      }
    }
    images.addAll(CssUrls.in(tokens.subList(from, tokens.size())));
    return images;
  }

  /// The text of the strings in a `content`.
  public static String text(String content) {
    StringBuilder text = new StringBuilder();
    for (CssToken token : CssTokens.all(content)) {
      text.append(token.is(Kind.STRING) ? token.text() : "");
    }
    return text.toString();
  }

  /// The value with its variables put in; empty where one is missing or it becomes too long.
  ///
  /// @param variables the value of a custom property
  public static Optional<String> substitute(
      String value, Function<String, Optional<String>> variables) {
    return substitute(value, variables, 0);
  }

  private static Optional<String> substitute(
      String value, Function<String, Optional<String>> variables, int depth) {
    List<CssToken> tokens = CssTokens.all(value);
    StringBuilder result = new StringBuilder();
    int from = 0;
    for (int i = 0; i < tokens.size(); i++) {
      if (!tokens.get(i).isFunction("var")) {
        continue;
      }
      int close = Conditions.closing(tokens, i);
      List<CssToken> inside = tokens.subList(i + 1, close);
      Optional<String> one = variable(value, inside, variables, depth);
      if (one.isEmpty()) {
        return one;
      }
      result.append(value, from, tokens.get(i).start()).append(' ').append(one.get()).append(' ');
      from = close < tokens.size() ? tokens.get(close).end() : value.length();
      if (result.length() > MAX_VALUE) {
        return Optional.empty();
      }
      i = close;
    }
    return Optional.of(result.append(value, from, value.length()).toString());
  }

  private static Optional<String> variable(
      String value,
      List<CssToken> inside,
      Function<String, Optional<String>> variables,
      int depth) {
    List<CssToken> dense = inside.stream().filter(token -> !token.is(Kind.SPACE)).toList();
    if (dense.isEmpty() || depth >= MAX_VARIABLES) {
      return Optional.empty();
    }
    Optional<String> found = variables.apply(dense.getFirst().text());
    boolean fallback = dense.size() > 1 && dense.get(1).is(Kind.COMMA);
    return found
        .or(
            () ->
                fallback
                    ? Optional.of(value.substring(dense.get(1).end(), dense.getLast().end()))
                    : Optional.empty())
        .flatMap(text -> substitute(text, variables, depth + 1));
  }
}
