package dev.lightfoot.probe.css;

import dev.lightfoot.probe.css.CssToken.Kind;
import java.util.List;
import java.util.Locale;

/// Media queries (Media Queries Level 4) for a screen in light colours. What is not known does not
/// match.
public final class MediaQuery {
  private final Screen screen;

  private MediaQuery(Screen screen) {
    this.screen = screen;
  }

  /// Whether one of the queries of a list matches; an empty list does.
  public static boolean matches(String list, Screen screen) {
    return matches(CssTokens.all(list), screen);
  }

  static boolean matches(List<CssToken> list, Screen screen) {
    List<CssToken> tokens = list.stream().filter(token -> !token.is(Kind.SPACE)).toList();
    return tokens.isEmpty()
        || Sizes.parts(tokens).stream()
            .anyMatch(query -> new MediaQuery(screen).query(query) == Truth.TRUE);
  }

  /// Whether a condition without a media type is true.
  static boolean condition(List<CssToken> condition, Screen screen) {
    List<CssToken> tokens = condition.stream().filter(token -> !token.is(Kind.SPACE)).toList();
    return new MediaQuery(screen).condition(tokens) == Truth.TRUE;
  }

  private Truth condition(List<CssToken> tokens) {
    return Conditions.evaluate(
        tokens, feature -> MediaFeature.truth(feature, screen), function -> Truth.UNKNOWN);
  }

  private Truth query(List<CssToken> tokens) {
    if (tokens.isEmpty()) {
      return Truth.UNKNOWN;
    }
    boolean negated = isTyped(tokens, "not");
    int at = negated || isTyped(tokens, "only") ? 1 : 0;
    if (!tokens.get(at).is(Kind.IDENT) || tokens.get(at).isWord("not")) {
      return condition(tokens);
    }
    String type = tokens.get(at).text().toLowerCase(Locale.ROOT);
    Truth truth = Truth.of(type.equals("all") || type.equals("screen"));
    if (at + 1 < tokens.size()) {
      if (!tokens.get(at + 1).isWord("and")) {
        return Truth.UNKNOWN;
      }
      truth = truth.and(condition(tokens.subList(at + 2, tokens.size())));
    }
    return negated ? truth.not() : truth;
  }

  private static boolean isTyped(List<CssToken> tokens, String word) {
    return tokens.size() > 1 && tokens.getFirst().isWord(word) && tokens.get(1).is(Kind.IDENT);
  }
}
