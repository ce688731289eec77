package dev.lightfoot.probe.css;

import dev.lightfoot.probe.css.CssToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/// Lengths in CSS pixels, with `calc()`, `min()`, `max()` and `clamp()` (CSS Values Level 4).
final class CssMath {
  /// Expressions within each other to this depth are computed.
  static final int MAX_DEPTH = 32;

  private final List<CssToken> tokens;
  private final Screen screen;
  private int at;

  private CssMath(List<CssToken> tokens, Screen screen) {
    this.tokens = tokens.stream().filter(token -> !token.is(Kind.SPACE)).toList();
    this.screen = screen;
  }

  /// The length that these tokens are; empty where they are none.
  static OptionalDouble length(List<CssToken> tokens, Screen screen) {
    CssMath math = new CssMath(tokens, screen);
    if (math.tokens.isEmpty()) {
      return OptionalDouble.empty();
    }
    CssToken first = math.tokens.getFirst();
    if (first.is(Kind.NUMBER)) { // a length needs a unit, but for 0
      boolean zero = math.tokens.size() == 1 && first.number() == 0;
      return zero ? OptionalDouble.of(0) : OptionalDouble.empty();
    }
    double value = math.term(0);
    boolean whole = math.at == math.tokens.size() && !Double.isNaN(value);
    return whole ? OptionalDouble.of(value) : OptionalDouble.empty();
  }

  /// Pixels of a dimension; not a number for what is no length of a screen.
  static double pixels(CssToken token, Screen screen) {
    double factor =
        switch (token.text().toLowerCase(Locale.ROOT)) {
          case "px" -> 1;
          case "em", "rem" -> Screen.FONT_SIZE;
          case "ex", "ch" -> Screen.FONT_SIZE / 2.0;
          case "vw", "svw", "lvw", "dvw", "vi" -> screen.width() / 100;
          case "vh", "svh", "lvh", "dvh", "vb" -> screen.height() / 100;
          case "vmin" -> Math.min(screen.width(), screen.height()) / 100;
          case "vmax" -> Math.max(screen.width(), screen.height()) / 100;
          case "in" -> 96;
          case "cm" -> 96 / 2.54;
          case "mm" -> 96 / 25.4;
          case "q" -> 96 / 101.6;
          case "pt" -> 96 / 72.0;
          case "pc" -> 16;
          default -> Double.NaN;
        };
    return token.number() * factor;
  }

  private CssToken take() {
    return at < tokens.size() ? tokens.get(at++) : new CssToken(Kind.END, "", 0, 0, 0, 0);
  }

  private boolean takeDelim(char c) {
    boolean here = at < tokens.size() && tokens.get(at).isDelim(c);
    at += here ? 1 : 0;
    return here;
  }

  private double sum(int depth) {
    double value = product(depth);
    while (true) {
      if (takeDelim('+')) {
        value += product(depth);
      } else if (takeDelim('-')) {
        value -= product(depth);
      } else {
        return value;
      }
    }
  }

  private double product(int depth) {
    double value = term(depth);
    while (true) {
      if (takeDelim('*')) {
        value *= term(depth);
      } else if (takeDelim('/')) {
        value /= term(depth);
      } else {
        return value;
      }
    }
  }

  private double term(int depth) {
    CssToken token = take();
    if (depth > MAX_DEPTH) {
      return Double.NaN;
    }
    return switch (token.kind()) {
      case NUMBER -> token.number();
      case DIMENSION -> pixels(token, screen);
      case LEFT_PAREN -> closed(sum(depth + 1));
      case FUNCTION -> function(token.text().toLowerCase(Locale.ROOT), depth + 1);
      default -> Double.NaN;
    };
  }

  private double function(String name, int depth) {
    List<Double> values = new ArrayList<>();
    do {
      values.add(sum(depth));
    } while (at < tokens.size() && tokens.get(at).is(Kind.COMMA) && take().is(Kind.COMMA));
    double value =
        switch (name) {
          case "calc" -> values.size() == 1 ? values.getFirst() : Double.NaN;
          case "min" -> values.stream().reduce(Math::min).orElse(Double.NaN);
          case "max" -> values.stream().reduce(Math::max).orElse(Double.NaN);
          case "clamp" ->
              values.size() == 3
                  ? Math.max(values.get(0), Math.min(values.get(1), values.get(2)))
                  : Double.NaN;
          default -> Double.NaN;
        };
    return closed(value);
  }

  /// The end of the text closes everything.
  private double closed(double value) {
    CssToken token = take();
    return token.is(Kind.RIGHT_PAREN) || token.is(Kind.END) ? value : Double.NaN;
  }
}
