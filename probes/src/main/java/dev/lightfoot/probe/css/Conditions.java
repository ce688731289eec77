package dev.lightfoot.probe.css;

import dev.lightfoot.probe.css.CssToken.Kind;
import java.util.List;
import java.util.function.Function;

/// Conditions in brackets, joined by `not`, `and` and `or`, as media queries and `@supports` have
/// them.
final class Conditions {
  /// Brackets within each other to this depth are evaluated; deeper ones are unknown.
  static final int MAX_DEPTH = 32;

  private final List<CssToken> tokens;
  private final Function<List<CssToken>, Truth> feature;
  private final Function<List<CssToken>, Truth> function;
  private int at;

  private Conditions(
      List<CssToken> tokens,
      Function<List<CssToken>, Truth> feature,
      Function<List<CssToken>, Truth> function) {
    this.tokens = tokens;
    this.feature = feature;
    this.function = function;
  }

  /// @param tokens without spaces
  /// @param feature judges what stands between brackets
  /// @param function judges a function: its own token and what stands between its brackets
  static Truth evaluate(
      List<CssToken> tokens,
      Function<List<CssToken>, Truth> feature,
      Function<List<CssToken>, Truth> function) {
    return new Conditions(tokens, feature, function).evaluate(0);
  }

  private Truth evaluate(int depth) {
    if (depth > MAX_DEPTH) {
      return Truth.UNKNOWN;
    }
    boolean negated = takeWord("not");
    Truth truth = operand(depth);
    if (negated) {
      return at == tokens.size() ? truth.not() : Truth.UNKNOWN;
    }
    String joint = at < tokens.size() && tokens.get(at).isWord("or") ? "or" : "and";
    while (takeWord(joint)) {
      Truth next = operand(depth);
      truth = joint.equals("or") ? truth.or(next) : truth.and(next);
    }
    return at == tokens.size() ? truth : Truth.UNKNOWN;
  }

  private boolean takeWord(String word) {
    boolean here = at < tokens.size() && tokens.get(at).isWord(word);
    at += here ? 1 : 0;
    return here;
  }

  private Truth operand(int depth) {
    if (at >= tokens.size() || !tokens.get(at).opens()) {
      at = tokens.size() + 1; // not a condition at all
      return Truth.UNKNOWN;
    }
    int open = at;
    int close = closing(tokens, open);
    at = Math.min(close + 1, tokens.size());
    if (tokens.get(open).is(Kind.FUNCTION)) {
      return function.apply(tokens.subList(open, close));
    }
    List<CssToken> inside = tokens.subList(open + 1, close);
    boolean nested =
        !inside.isEmpty()
            && (inside.getFirst().opens()
                || (inside.getFirst().isWord("not") && inside.size() > 1));
    return nested
        ? new Conditions(inside, feature, function).evaluate(depth + 1)
        : feature.apply(inside);
  }

  /// The place of the bracket that closes the one there; the end where none does.
  static int closing(List<CssToken> tokens, int open) {
    int depth = 0;
    for (int i = open; i < tokens.size(); i++) {
      depth += tokens.get(i).opens() ? 1 : tokens.get(i).closes() ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return tokens.size();
  }
}
