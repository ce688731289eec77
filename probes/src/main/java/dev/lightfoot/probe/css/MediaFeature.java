package dev.lightfoot.probe.css;

import dev.lightfoot.probe.css.CssToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/// One feature of a media query: `(name)`, `(name: value)`, `(min-name: value)`, or a range.
final class MediaFeature {
  private static final double DOTS_PER_INCH = 96;
  private static final double INCH_IN_CENTIMETRES = 2.54;
  private static final int COLOUR_BITS = 8;

  /// What a browser of the Chromium family on a desktop says, whatever the window.
  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("color-gamut", "srgb"),
          Map.entry("display-mode", "browser"),
          Map.entry("dynamic-range", "standard"),
          Map.entry("forced-colors", "none"),
          Map.entry("overflow-block", "scroll"),
          Map.entry("overflow-inline", "scroll"),
          Map.entry("prefers-color-scheme", "light"),
          Map.entry("prefers-contrast", "no-preference"),
          Map.entry("prefers-reduced-motion", "no-preference"),
          Map.entry("prefers-reduced-transparency", "no-preference"),
          Map.entry("scripting", "enabled"),
          Map.entry("update", "fast"));

  private final Screen screen;

  private MediaFeature(Screen screen) {
    this.screen = screen;
  }

  /// @param tokens between the brackets, without spaces
  static Truth truth(List<CssToken> tokens, Screen screen) {
    MediaFeature feature = new MediaFeature(screen);
    if (tokens.size() == 1 && tokens.getFirst().is(Kind.IDENT)) {
      return feature.bare(lower(tokens.getFirst()));
    }
    boolean plain =
        tokens.size() > 2 && tokens.getFirst().is(Kind.IDENT) && tokens.get(1).is(Kind.COLON);
    return plain
        ? feature.plain(lower(tokens.getFirst()), tokens.subList(2, tokens.size()))
        : feature.range(tokens);
  }

  private static String lower(CssToken token) {
    return token.text().toLowerCase(Locale.ROOT);
  }

  private Truth bare(String name) {
    String word = word(name);
    if (!word.isEmpty()) {
      return Truth.of(!word.equals("none") && !word.equals("no-preference"));
    }
    double actual = actual(name);
    return Double.isNaN(actual) ? Truth.UNKNOWN : Truth.of(actual != 0);
  }

  private Truth plain(String given, List<CssToken> value) {
    String word = word(given);
    if (!word.isEmpty()) {
      return value.size() == 1 && value.getFirst().is(Kind.IDENT)
          ? Truth.of(lower(value.getFirst()).equals(word))
          : Truth.UNKNOWN;
    }
    String vendor = given.startsWith("-webkit-") ? "-webkit-" : "";
    String rest = given.substring(vendor.length());
    boolean least = rest.startsWith("min-");
    boolean most = rest.startsWith("max-");
    String name = vendor + (least || most ? rest.substring(4) : rest);
    return compare(name, least ? ">=" : most ? "<=" : "=", value);
  }

  private Truth compare(String name, String operator, List<CssToken> value) {
    double actual = actual(name);
    OptionalDouble wanted = wanted(name, value);
    if (Double.isNaN(actual) || wanted.isEmpty()) {
      return Truth.UNKNOWN;
    }
    double limit = wanted.getAsDouble();
    return Truth.of(
        switch (operator) {
          case ">=" -> actual >= limit;
          case "<=" -> actual <= limit;
          case ">" -> actual > limit;
          case "<" -> actual < limit;
          default -> Math.abs(actual - limit) < 1e-6;
        });
  }

  /// `name > value`, `value < name`, `value < name <= value`.
  private Truth range(List<CssToken> tokens) {
    List<List<CssToken>> sides = new ArrayList<>(List.of(new ArrayList<>()));
    List<String> operators = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      CssToken token = tokens.get(i);
      if (!token.isDelim('<') && !token.isDelim('>') && !token.isDelim('=')) {
        sides.getLast().add(token);
        continue;
      }
      boolean equal = i + 1 < tokens.size() && tokens.get(i + 1).isDelim('=');
      operators.add(token.text() + (equal ? "=" : ""));
      sides.add(new ArrayList<>());
      i += equal ? 1 : 0;
    }
    if (sides.size() == 2) {
      return isName(sides.get(0))
          ? compare(lower(sides.get(0).getFirst()), operators.getFirst(), sides.get(1))
          : isName(sides.get(1))
              ? compare(lower(sides.get(1).getFirst()), turned(operators.getFirst()), sides.get(0))
              : Truth.UNKNOWN;
    }
    if (sides.size() != 3 || !isName(sides.get(1))) {
      return Truth.UNKNOWN;
    }
    String name = lower(sides.get(1).getFirst());
    return compare(name, turned(operators.get(0)), sides.get(0))
        .and(compare(name, operators.get(1), sides.get(2)));
  }

  private static boolean isName(List<CssToken> side) {
    return side.size() == 1 && side.getFirst().is(Kind.IDENT);
  }

  private static String turned(String operator) {
    return operator.startsWith("<") ? operator.replace('<', '>') : operator.replace('>', '<');
  }

  private String word(String name) {
    return switch (name) {
      case "orientation" -> screen.height() >= screen.width() ? "portrait" : "landscape";
      case "hover", "any-hover" -> screen.touch() ? "none" : "hover";
      case "pointer", "any-pointer" -> screen.touch() ? "coarse" : "fine";
      default -> WORDS.getOrDefault(name, "");
    };
  }

  private double actual(String name) {
    return switch (name) {
      case "width", "device-width" -> screen.width();
      case "height", "device-height" -> screen.height();
      case "aspect-ratio", "device-aspect-ratio" -> screen.width() / screen.height();
      case "resolution", "-webkit-device-pixel-ratio" -> screen.pixelRatio();
      case "color" -> COLOUR_BITS;
      case "color-index", "monochrome", "grid" -> 0;
      case "-webkit-transform-3d", "horizontal-viewport-segments", "vertical-viewport-segments" ->
          1;
      default -> Double.NaN;
    };
  }

  private OptionalDouble wanted(String name, List<CssToken> value) {
    if (value.isEmpty()) {
      return OptionalDouble.empty();
    }
    CssToken first = value.getFirst();
    return switch (name) {
      case "width", "device-width", "height", "device-height" -> CssMath.length(value, screen);
      case "aspect-ratio", "device-aspect-ratio" -> ratio(value);
      case "resolution" -> value.size() == 1 ? resolution(first) : OptionalDouble.empty();
      default ->
          value.size() == 1 && first.is(Kind.NUMBER)
              ? OptionalDouble.of(first.number())
              : OptionalDouble.empty();
    };
  }

  private static OptionalDouble ratio(List<CssToken> value) {
    boolean numbers = value.getFirst().is(Kind.NUMBER) && value.getLast().is(Kind.NUMBER);
    boolean pair = value.size() == 3 && value.get(1).isDelim('/');
    if (!numbers || (value.size() != 1 && !pair)) {
      return OptionalDouble.empty();
    }
    double under = pair ? value.getLast().number() : 1;
    return OptionalDouble.of(value.getFirst().number() / under);
  }

  private static OptionalDouble resolution(CssToken token) {
    if (!token.is(Kind.DIMENSION)) {
      return OptionalDouble.empty();
    }
    return switch (lower(token)) {
      case "dppx", "x" -> OptionalDouble.of(token.number());
      case "dpi" -> OptionalDouble.of(token.number() / DOTS_PER_INCH);
      case "dpcm" -> OptionalDouble.of(token.number() * INCH_IN_CENTIMETRES / DOTS_PER_INCH);
      default -> OptionalDouble.empty();
    };
  }
}
