package dev.lightfoot.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.codec.snapshot.SnapshotCodec;
import dev.lightfoot.golden.Golden;
import dev.lightfoot.model.Initiator;
import dev.lightfoot.model.MadePage;
import dev.lightfoot.model.PageSamples;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.Samples;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.page.PageEngine;
import dev.lightfoot.model.page.PageLoad;
import dev.lightfoot.model.page.PageSource;
import dev.lightfoot.model.page.Repair;
import dev.lightfoot.model.page.Resource;
import dev.lightfoot.model.page.ResourceType;
import dev.lightfoot.report.TextReport;
import dev.lightfoot.report.layout.page.PageChoice;
import dev.lightfoot.report.layout.page.PageFilter;
import dev.lightfoot.report.layout.page.PageGrouping;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
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
            "The page waits 589.4 ms on a chain of 4 requests, one after the other: 11 round trips"
                + " cost 268.0 ms of distance.")
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
        "report/page-wide.txt",
        report(PageSamples.shop(), new PageText.Shown(cdn, Integer.MAX_VALUE, 140)));
  }

  @Test
  void whatFailedIsNamedWithItsReason() throws IOException {
    MadePage page = new MadePage();
    page.document(100);
    page.ask("/kept.css", 110)
        .of(ResourceType.STYLESHEET)
        .by(Initiator.Type.PRELOAD_SCANNER, 0)
        .delivered(Resource.Delivery.CACHE);
    page.ask("/dead.js", 120)
        .of(ResourceType.SCRIPT)
        .by(Initiator.Type.PRELOAD_SCANNER, 0)
        .failed(Phase.TCP, 60, "connection-refused");
    page.askFor("http://10.0.0.1/inside.js", 120)
        .third()
        .of(ResourceType.SCRIPT)
        .by(Initiator.Type.PRELOAD_SCANNER, 0)
        .failed(Phase.TCP, 0, "private-address");
    Run run = page.loaded(190).run();
    PageSource source =
        new PageSource(
            "har",
            Optional.of("writer 1"),
            Optional.empty(),
            List.of(new Repair("unheard-of", 3, true), new Repair("doubtful-sum", 1, false)));
    PageLoad load = run.page().orElseThrow();
    Run imported =
        run.as(
            new PageLoad(
                PageEngine.IMPORTED,
                load.viewport(),
                load.documentExchange(),
                load.marks(),
                List.of(),
                List.of("https://shop.test/maybe.png"),
                List.of("https://shop.test/unused.woff2"),
                List.of("Something is left out."),
                Optional.of(source)));
    Golden.check(
        "report/page-failed.txt",
        report(Samples.snapshot("https://shop.test/", imported), PageText.Shown.STANDARD));
  }

  @Test
  void moreRowsThanAReportHoldsAreCounted() {
    MadePage page = new MadePage();
    page.document(10);
    for (int i = 0; i < PageText.MOST_ROWS; i++) {
      page.ask("/" + i, 11).by(Initiator.Type.PRELOAD_SCANNER, 0).until(20);
    }
    Snapshot snapshot = Samples.snapshot("https://shop.test/", page.run());
    assertThat(report(snapshot, PageText.Shown.STANDARD)).contains("1 more request is not shown");
    assertThat(report(snapshot, new PageText.Shown(PageChoice.STANDARD, Integer.MAX_VALUE, 100)))
        .doesNotContain("more request")
        .contains("  61 /59");
  }

  @Test
  void noLineIsWiderThanTheTerminal() {
    for (int width : new int[] {72, 80, 100, 140}) {
      PageText.Shown shown = new PageText.Shown(PageChoice.STANDARD, PageText.MOST_ROWS, width);
      assertThat(PageChartLines.of(PageSamples.run(0), shown.width()))
          .allMatch(line -> line.length() <= width);
    }
  }
}
