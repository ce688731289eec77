package dev.lightfoot.probe.css;

import dev.lightfoot.model.url.WebUrl;
import dev.lightfoot.probe.css.CssToken.Kind;
import dev.lightfoot.probe.css.StyleSheet.Import;
import java.util.List;
import java.util.Optional;

/// Reads `@import` (CSS Cascading Level 5, section 2).
final class Imports {
  private Imports() {}

  /// @param rule the tokens from `@import` on, without the semicolon
  static Optional<Import> parse(List<CssToken> rule, WebUrl base, Screen screen) {
    List<CssToken> tokens = rule.stream().filter(token -> !token.is(Kind.SPACE)).toList();
    if (tokens.size() < 2 || !tokens.getFirst().text().equalsIgnoreCase("import")) {
      return Optional.empty();
    }
    CssToken address = tokens.get(1);
    int at = 2;
    if (address.isFunction("url") && tokens.size() > 2) {
      address = tokens.get(2);
      at = Conditions.closing(tokens, 1) + 1;
    }
    if (!address.is(Kind.STRING) && !address.is(Kind.URL)) {
      return Optional.empty();
    }
    CssUrl url = new CssUrl(address.text(), base, tokens.getFirst().line());
    return Optional.of(
        conditions(url, tokens.subList(Math.min(at, tokens.size()), tokens.size()), screen));
  }

  private static Import conditions(CssUrl url, List<CssToken> given, Screen screen) {
    List<CssToken> rest = given;
    Optional<String> layer = Optional.empty();
    boolean supported = true;
    int before = rest.size();
    if (!rest.isEmpty() && rest.getFirst().isWord("layer")) {
      layer = Optional.of("");
      rest = rest.subList(1, rest.size());
      before = rest.size();
    } else if (!rest.isEmpty() && rest.getFirst().isFunction("layer")) {
      int close = Conditions.closing(rest, 0);
      StringBuilder name = new StringBuilder();
      rest.subList(1, close).forEach(token -> name.append(token.text()));
      layer = Optional.of(name.toString());
      rest = rest.subList(Math.min(close + 1, rest.size()), rest.size());
      before = rest.size();
    }
    if (!rest.isEmpty() && rest.getFirst().isFunction("supports")) {
      int close = Conditions.closing(rest, 0);
      supported = Supports.imported(rest.subList(1, close)) != Truth.FALSE;
      rest = rest.subList(Math.min(close + 1, rest.size()), rest.size());
    }
    return new Import(url, layer, MediaQuery.matches(rest, screen), supported, before > 0);
  }
}
