package dev.lightfoot.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.codec.snapshot.SnapshotCodec;
import dev.lightfoot.golden.Golden;
import dev.lightfoot.model.PageSamples;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.report.TextReport;
import dev.lightfoot.report.layout.page.PageChoice;
import dev.lightfoot.report.layout.page.PageFilter;
import dev.lightfoot.report.layout.page.PageGrouping;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

final class PageTextTest {
  private static String report(Snapshot snapshot, PageText.Shown shown) {
    return TextReport.of(snapshot, OptionalInt.empty(), shown);
  }

  @Test
  void aPageIsToldAnswerFirst() throws IOException {
    Golden.check("report/page.txt", report(PageSamples.shop(), PageText.Shown.STANDARD));
  }

  @Test
  void theFirstSentenceIsThatOfThePicture() {
    assertThat(report(PageSamples.shop(), PageText.Shown.STANDARD).replaceAll("\\s+", " "))
        .contains(
            "The page waits 589.4 ms on a chain of 4 requests: 11 round trips, one after the"
                + " other.")
        .contains("Document, a.css, c.css, inter.woff2. Each is only found when the one before")
        .contains("tag /collect?v=2 ends later, at 694.3 ms");
  }

  @Test
  void theSampleOfTheProgramIsThatPage() throws IOException {
    Golden.document(
        "assets/samples/page.lightfoot.json",
        new String(SnapshotCodec.encode(PageSamples.named()), StandardCharsets.UTF_8));
  }

  @Test
  void aWideTerminalGivesTheBarsMoreRoom() throws IOException {
    PageChoice cdn =
        PageChoice.STANDARD.by(PageGrouping.HOST).only(PageFilter.parse("party:third"));
    Golden.check(
        "report/page-wide.txt", report(PageSamples.shop(), new PageText.Shown(cdn, true, 140)));
  }

  @Test
  void noLineIsWiderThanTheTerminal() {
    for (int width : new int[] {72, 80, 100, 140}) {
      PageText.Shown shown = new PageText.Shown(PageChoice.STANDARD, false, width);
      assertThat(PageChartLines.of(PageSamples.run(0), shown.width()))
          .allMatch(line -> line.length() <= width);
    }
  }
}
