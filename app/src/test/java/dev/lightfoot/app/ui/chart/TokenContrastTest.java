package dev.lightfoot.app.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lightfoot.app.ui.chart.paint.Palette;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.paint.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The contract of the colour tokens: each contrast (WCAG 2) that the design states, to its first
/// decimal, and none below what it promises.
class TokenContrastTest {
  private static final String[] RATIOS = {
    // token, ground, light, dark
    "text surface 17.3 13.8",
    "text-2 surface 8.7 9.0",
    "text-3 surface 6.1 6.4",
    "border surface 1.6 1.5",
    "border-strong surface 4.0 4.5",
    "accent surface 6.8 8.3",
    "on-accent accent 6.8 8.0",
    "danger surface 6.5 7.2",
    "danger danger-ground 5.6 6.4",
    "warn surface 5.9 9.2",
    "warn warn-ground 5.3 7.5",
    "better surface 6.9 8.4",
    "worse surface 7.0 7.9",
    "floor surface 4.9 10.3",
    "distance surface 14.3 13.4",
    "work surface 2.9 4.7",
    "work-border surface 5.4 7.9",
    "blocked-border surface 4.7 5.6",
    "dns-border surface 5.1 11.0",
    "tcp-border surface 5.0 11.3",
    "tls-border surface 6.2 9.8",
    "quic-border surface 6.2 9.8",
    "send-border surface 14.3 13.4",
    "wait-border surface 9.7 7.2",
    "on-wait wait 5.2 5.2",
    "receive-border surface 7.0 9.3",
    "database-border surface 7.3 7.9",
    "cache-border surface 5.1 15.2",
    "proxy-border surface 5.4 7.9",
    "text proxy 9.6 6.7",
    "app-border surface 5.5 8.1",
    "text app 9.3 5.9",
  };

  static Stream<Arguments> ratios() {
    return Stream.of(RATIOS)
        .map(line -> line.split(" "))
        .flatMap(
            part ->
                Stream.of(
                    Arguments.of("light", part[0], part[1], Double.parseDouble(part[2])),
                    Arguments.of("dark", part[0], part[1], Double.parseDouble(part[3]))));
  }

  @ParameterizedTest(name = "{0}: {1} on {2} has {3}")
  @MethodSource("ratios")
  void everyTokenHasTheContrastThatTheDesignStates(
      String theme, String token, String ground, double ratio) throws IOException {
    Palette palette = palette(theme);
    assertThat(contrast(palette.color(token), palette.color(ground)))
        .isCloseTo(ratio, within(0.06));
  }

  static Stream<Arguments> themes() {
    return Stream.of("light", "dark").map(Arguments::of);
  }

  @ParameterizedTest
  @MethodSource("themes")
  void everyBorderOfABarReachesThreeToOneAlone(String theme) throws IOException {
    Palette palette = palette(theme);
    assertThat(palette.colors().keySet().stream().filter(TokenContrastTest::ofABar))
        .isNotEmpty()
        .allSatisfy(
            token ->
                assertThat(contrast(palette.color(token), palette.color("surface")))
                    .isGreaterThan(3));
  }

  @ParameterizedTest
  @MethodSource("themes")
  void captionsStayReadableOnASelectedRow(String theme) throws IOException {
    Palette palette = palette(theme);
    assertThat(contrast(palette.color("text-3"), palette.color("hover"))).isGreaterThan(4.95);
  }

  @ParameterizedTest
  @MethodSource("themes")
  void bothThemesHaveTheSameTokens(String theme) throws IOException {
    assertThat(palette(theme).colors().keySet()).isEqualTo(palette("light").colors().keySet());
  }

  private static boolean ofABar(String token) {
    return token.endsWith("-border");
  }

  private static Palette palette(String theme) throws IOException {
    String name = "/assets/theme/" + theme + ".css";
    try (var in = Objects.requireNonNull(TokenContrastTest.class.getResourceAsStream(name))) {
      return Palette.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private static double contrast(Color one, Color other) {
    double first = luminance(one);
    double second = luminance(other);
    return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
  }

  private static double luminance(Color color) {
    return 0.2126 * linear(color.getRed())
        + 0.7152 * linear(color.getGreen())
        + 0.0722 * linear(color.getBlue());
  }

  private static double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
  }
}
