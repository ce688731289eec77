package dev.lightfoot.app.ui.chart.paint;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;

/// The colour tokens of one theme, read from the style sheet that defines them: what is drawn by
/// hand and what is styled have one source.
public final class Palette {
  private static final Pattern TOKEN = Pattern.compile("-lf-([a-z0-9-]+):\\s*([^;]+);");

  /// Knows no token: before a theme is chosen.
  public static final Palette EMPTY = new Palette(Map.of());

  private final Map<String, Color> colors;

  private Palette(Map<String, Color> colors) {
    this.colors = colors;
  }

  /// Reads the tokens of a style sheet.
  public static Palette parse(String css) {
    Map<String, Color> colors = new TreeMap<>();
    Matcher matcher = TOKEN.matcher(css);
    while (matcher.find()) {
      colors.put(matcher.group(1), Color.web(matcher.group(2).strip().replace(" ", "")));
    }
    return new Palette(colors);
  }

  /// The colour of a token; transparent before a theme is chosen.
  ///
  /// @throws IllegalArgumentException where the theme does not have it
  public Color color(String token) {
    if (colors.isEmpty()) {
      return Color.TRANSPARENT;
    }
    Color color = colors.get(token);
    if (color == null) {
      throw new IllegalArgumentException("no such colour token: " + token);
    }
    return color;
  }

  /// All tokens by name.
  public Map<String, Color> colors() {
    return Map.copyOf(colors);
  }
}
