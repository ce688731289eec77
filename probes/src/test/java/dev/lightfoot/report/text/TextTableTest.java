package dev.lightfoot.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TextTableTest {
  private static final String LONG =
      "at most 5 % more than \"a snapshot with a name\", the baseline 120 ms, and then some words"
          + " more";

  private static TextTable filled(TextTable table) {
    table.row("Verdict", "Allowed", "ms");
    table.row("kept", LONG, "12");
    table.row("BROKEN", "x".repeat(130), "7");
    return table;
  }

  @Test
  void whatWouldBeCutGoesOnInTheNextLineWhereTheTableWraps() {
    assertThat(filled(TextTable.wrapping("llr")).lines())
        .containsExactly(
            "Verdict  Allowed" + " ".repeat(82) + "ms",
            "kept     at most 5 % more than \"a snapshot with a name\", the baseline 120 ms, and"
                + " then some"
                + " ".repeat(7)
                + "12",
            "         words more",
            "BROKEN   " + "x".repeat(87) + "   7",
            "         " + "x".repeat(43));
  }

  @Test
  void otherTablesCutTheirWidestText() {
    assertThat(filled(new TextTable("llr")).lines())
        .hasSize(3)
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(TextTable.PAGE))
        .last()
        .asString()
        .contains("x…");
  }
}
