package dev.lightfoot.report.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TemplateTest {
  private static final Map<String, Template.Value> VALUES =
      Map.of(
          "calls", new Template.Value("50", false),
          "single", new Template.Value("1", true),
          "host", new Template.Value("cdn$1.test", false));

  private static String filled(String text) {
    return new Template(text).fill(name -> Optional.ofNullable(VALUES.get(name)), "?");
  }

  @Test
  void aPlaceTakesItsValueAsItIs() {
    assertThat(filled("No connection yet to {host}")).isEqualTo("No connection yet to cdn$1.test");
  }

  @Test
  void aNounGoesWithItsNumber() {
    assertThat(filled("{calls:query|queries} and {single:query|queries}"))
        .isEqualTo("50 queries and 1 query");
  }

  @Test
  void bracesOfATemplateLanguageAreText() {
    assertThat(filled("one {% cache %} around {{ block }}, {}"))
        .isEqualTo("one {% cache %} around {{ block }}, {}");
  }

  @Test
  void whatIsNotKnownIsMarked() {
    assertThat(filled("{floor} of {calls}")).isEqualTo("? of 50");
  }

  @Test
  void itKnowsWhatItAsksFor() {
    assertThat(new Template("{calls:a|b} {host} {calls} {% if %}").names())
        .containsExactly("calls", "host");
  }
}
