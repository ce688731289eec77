package dev.lightfoot.app.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.report.drawing.Palette;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Files have the colours of the window.
final class DrawnAsInTheWindowTest {
  private static final Pattern TOKEN = Pattern.compile("-lf-([a-z0-9-]+):\\s*([^;]+);");

  @Test
  void theColoursAreThoseOfTheTheme() throws IOException {
    assertThat(Palette.LIGHT.colors()).isEqualTo(theme("light.css"));
    assertThat(Palette.DARK.colors()).containsAllEntriesOf(theme("dark.css"));
  }

  private static Map<String, String> theme(String name) throws IOException {
    byte[] bytes = Files.readAllBytes(Path.of("..", "assets", "theme", name));
    Map<String, String> colors = new TreeMap<>();
    Matcher token = TOKEN.matcher(new String(bytes, StandardCharsets.UTF_8));
    while (token.find()) {
      colors.put(token.group(1), token.group(2).strip());
    }
    return colors;
  }
}
