package dev.lightfoot.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WildcardTest {
  @ParameterizedTest
  @CsvSource({
    "/admin, /admin, true",
    "/admin, /admin/, false",
    "*, /a, true",
    "/a*, /a, true",
    "/a*b, /a, false",
    "ab*ba, aba, false",
    "ab*ba, abba, true",
    "/*/x*, /a/b/xy, true",
    "*a*a, a, false",
    "*b*c, abbc, true",
    "*bc*c, abc, false",
    "/a.c, /abc, false",
  })
  void anAsteriskStandsForAnyText(String pattern, String text, boolean matches) {
    assertThat(new Wildcard(pattern).matches(text)).isEqualTo(matches);
  }

  @Test
  void manyAsterisksAreNoHarderThanOne() {
    assertThat(new Wildcard("*a".repeat(2_000) + "b").matches("a".repeat(20_000))).isFalse();
  }
}
