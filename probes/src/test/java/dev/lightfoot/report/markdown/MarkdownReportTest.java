package dev.lightfoot.report.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.model.Samples;
import dev.lightfoot.report.HostileNames;
import dev.lightfoot.report.Report;
import dev.lightfoot.report.text.TextTable;
import org.junit.jupiter.api.Test;

final class MarkdownReportTest {
  @Test
  void theAnswerAndTheFirstTablesAreSeenAndTheRestIsFolded() {
    String markdown = MarkdownReport.of(Report.of(Samples.shop()));
    assertThat(markdown)
        .contains(
            "### 317.5 ms: 4 round trips cost 130.4 ms of distance.\n",
            "| Phase | Trips | Run 4 | Median | Min | Max |\n| --- | ---: |",
            "| TLS 1.3 | 1 | 44.3 |",
            "| **Total** | **4** | **317.5** |");
    assertThat(markdown.indexOf("<details>")).isGreaterThan(markdown.indexOf("#### Ledger"));
    assertThat(markdown).endsWith("</details>\n");
  }

  @Test
  void textOfOthersIsNoMarkup() {
    assertThat(
            MarkdownReport.text(
                "[x](javascript:alert(1)) <b> @someone #7 a|b `c` *d* https://e.test www.f.test"))
        .isEqualTo(
            "\\[x\\](javascript:alert(1)) &lt;b&gt; &#64;someone \\#7 a\\|b \\`c\\` \\*d\\*"
                + " https&#58;//e.test www&#46;f.test");
    assertThat(MarkdownReport.text("1. no list")).isEqualTo("1\\. no list");
    assertThat(MarkdownReport.text("317.5 ms")).isEqualTo("317.5 ms");
    assertThat(MarkdownReport.text("- no list")).isEqualTo("\\- no list");
  }

  @Test
  void everyLineOfATableHasAsManyCellsWhateverTheNames() {
    String markdown = MarkdownReport.of(Report.of(HostileNames.in(Samples.shop())));
    // The subject is code, in which nothing is markup.
    assertThat(markdown.substring(markdown.indexOf("\n")))
        .doesNotContain("<script", "<img", "[x](");
    String[] lines = markdown.split("\n", -1);
    for (int i = 1; i < lines.length; i++) {
      if (lines[i].startsWith("|") && lines[i - 1].startsWith("|")) {
        assertThat(cells(lines[i])).as(lines[i]).isEqualTo(cells(lines[i - 1]));
      }
    }
  }

  @Test
  void moreRowsThanAPullRequestHoldsAreCounted() {
    TextTable table = new TextTable("l");
    table.row("Head");
    for (int i = 0; i < MarkdownReport.MOST_ROWS + 5; i++) {
      table.row("row" + i);
    }
    assertThat(MarkdownReport.of(table))
        .contains("| row59 |", "5 more rows")
        .doesNotContain("row60");
  }

  private static long cells(String line) {
    return line.replace("\\|", "").chars().filter(c -> c == '|').count();
  }
}
