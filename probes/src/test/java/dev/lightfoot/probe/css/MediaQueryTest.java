package dev.lightfoot.probe.css;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.model.page.Viewport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Each was shown to Chromium 156 as the media of a sheet, in a window of 1440 by 900.
final class MediaQueryTest {
  private static final Screen SCREEN = Screen.of(Viewport.DESKTOP);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "all",
        "screen",
        "only screen",
        "screen, print",
        "print, screen",
        "foo, screen",
        "(color)",
        "(min-color:8)",
        "(prefers-color-scheme:light)",
        "(prefers-color-scheme)",
        "(update:fast)",
        "(scripting)",
        "(scripting:enabled)",
        "(width>=1440px)",
        "(1000px<width<=1440px)",
        "(400px<=width)",
        "(foo) or (width)",
        "(min-width:100px",
        "only screen and (orientation:landscape)",
        "(min-resolution:1dppx)",
        "(resolution:96dpi)",
        "(-webkit-min-device-pixel-ratio:1)",
        "(-webkit-device-pixel-ratio:1)",
        "(resolution>0.5x)",
        "(-webkit-transform-3d)",
        "(aspect-ratio:16/10)",
        "(aspect-ratio: 8 / 5)",
        "(min-aspect-ratio:1)",
        "(overflow-block:scroll)",
        "(display-mode:browser)",
        "(dynamic-range:standard)",
        "(color-gamut:srgb)",
        "(forced-colors:none)",
        "(prefers-contrast:no-preference)",
        "screen and (min-width:90em)",
        "(grid:0)",
        "(width:calc(1000px + 440px))",
        "(min-width:0)",
        "(width > 1439.5px)",
        "((width))",
        "all and (min-width:1px) and (max-width:9999px)",
        "(horizontal-viewport-segments:1)",
        "(prefers-reduced-transparency:no-preference)",
        "(overflow-inline:scroll)",
        "(orientation)",
        "(min-width:-1px)",
        "SCREEN AND (MIN-WIDTH: 1PX)",
        "not print"
      })
  void matches(String media) {
    assertThat(MediaQuery.matches(media, SCREEN)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "print",
        "tv",
        "speech",
        "foo",
        "color",
        "(foo)",
        "not screen",
        "(monochrome)",
        "(prefers-reduced-motion)",
        "not (width)",
        "not all and (foo)",
        "(width) and (foo)",
        "(inverted-colors:none)",
        "screen and (min-width:91em)",
        "(not (print))",
        "(color-index)",
        "screen or (width)",
        "(prefers-reduced-data:no-preference)",
        "(scan:progressive)",
        "(width:1440)",
        "(prefers-color-scheme:dark)",
        ",",
        "(",
        ")",
        "not",
        "only",
        "screen and",
        "(min-width:1px) and (min-width:1px) or (min-width:1px)",
        "(width:)",
        "(:1px)"
      })
  void doesNotMatch(String media) {
    assertThat(MediaQuery.matches(media, SCREEN)).isFalse();
  }

  @Test
  void bracketsWithinBracketsAreReadToALimit() {
    assertThat(MediaQuery.matches(nested(Conditions.MAX_DEPTH), SCREEN)).isTrue();
    assertThat(MediaQuery.matches(nested(Conditions.MAX_DEPTH + 1), SCREEN)).isFalse();
    assertThat(MediaQuery.matches(nested(100_000), SCREEN)).isFalse();
  }

  private static String nested(int depth) {
    return "(".repeat(depth) + "(width)" + ")".repeat(depth);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          50vw                                       | 720
          100px                                      | 100
          10em                                       | 160
          0                                          | 0
          calc(100vw - 40px)                         | 1400
          calc((100vw - 40px) / 2)                   | 700
          min(100vw, 600px)                          | 600
          max(10vw, 600px)                           | 600
          clamp(1px, 50vw, 500px)                    | 500
          (max-width: 600px) 100vw, 300px            | 300
          (min-width: 600px) 100px, 300px            | 100
          (min-width: 600px) and (max-width: 2000px) calc(10px * 3), 300px | 30
          not (min-width: 600px) 100px, 300px        | 300
          nonsense, 200px                            | 200
          50%                                        | 1440
          -5px                                       | 1440
          100                                        | 1440
          ''                                         | 1440
          calc(1px +)                                | 1440
          """)
  void sizesAreTheFirstThatFits(String sizes, double width) {
    assertThat(Sizes.width(sizes, SCREEN)).isEqualTo(width);
  }

  @Test
  void aLengthIsComputedToALimit() {
    String deep = "calc(".repeat(CssMath.MAX_DEPTH) + "1px" + ")".repeat(CssMath.MAX_DEPTH);
    assertThat(Sizes.width(deep, SCREEN)).isEqualTo(1);
    String deeper = "calc(".repeat(100_000) + "1px" + ")".repeat(100_000);
    assertThat(Sizes.width(deeper, SCREEN)).isEqualTo(1_440);
  }

  @Test
  void aPhoneHasNoPointerThatHovers() {
    Screen phone = Screen.of(Viewport.PHONE);
    assertThat(MediaQuery.matches("(hover: none) and (pointer: coarse)", phone)).isTrue();
    assertThat(MediaQuery.matches("(hover) and (pointer: fine)", SCREEN)).isTrue();
    assertThat(phone.width()).isEqualTo(980);
  }
}
