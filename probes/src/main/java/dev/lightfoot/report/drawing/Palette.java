package dev.lightfoot.report.drawing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The colours of a theme by token. They are those of the window.
///
/// @param colors as CSS writes them
public record Palette(Map<String, String> colors) {
  private static final Pattern TOKEN = Pattern.compile("-lf-([a-z0-9-]+):\\s*([^;]+);");

  public static final Palette LIGHT = read("light.css");
  public static final Palette DARK = read("dark.css").over(LIGHT);

  /// The colour of a token.
  ///
  /// @throws IllegalArgumentException where there is none of that name
  public String color(String token) {
    String color = colors.get(token);
    if (color == null) {
      throw new IllegalArgumentException("no such colour token: " + token);
    }
    return color;
  }

  private Palette over(Palette other) {
    Map<String, String> all = new TreeMap<>(other.colors);
    all.putAll(colors);
    return new Palette(Collections.unmodifiableMap(all));
  }

  private static Palette read(String name) {
    try (InputStream in = Palette.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing");
      }
      Map<String, String> colors = new TreeMap<>();
      Matcher token = TOKEN.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      while (token.find()) {
        colors.put(token.group(1), token.group(2).strip());
      }
      return new Palette(Collections.unmodifiableMap(colors));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
