package dev.lightfoot.analysis.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.ledger.Floors;
import dev.lightfoot.model.Chunk;
import dev.lightfoot.model.Initiator;
import dev.lightfoot.model.Interim;
import dev.lightfoot.model.MadePage;
import dev.lightfoot.model.PageSamples;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.page.PageLoad;
import dev.lightfoot.model.page.Priority;
import dev.lightfoot.model.page.ResourceType;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class PageCriticalPathTest {
  private static final long MILLI = 1_000_000;

  private static PageCriticalPath path(Run run) {
    PageCriticalPath path = PageCriticalPath.of(run, Floors.of(List.of(run)));
    assertCovers(path);
    return path;
  }

  private static void assertCovers(PageCriticalPath path) {
    long at = 0;
    for (PathStep step : path.steps()) {
      assertThat(step.fromNanos()).isEqualTo(at);
      assertThat(step.gainNanos()).isBetween(0L, step.durationNanos());
      at = step.toNanos();
    }
    assertThat(at + path.afterNanos()).isEqualTo(path.pageNanos());
    assertThat(path.afterNanos()).isNotNegative();
  }

  /// Exchange, cause, from, start, to: in milliseconds.
  private static List<String> told(PageCriticalPath path) {
    return path.steps().stream()
        .map(
            step ->
                step.exchange()
                    + " "
                    + step.cause().label()
                    + " "
                    + step.fromNanos() / MILLI
                    + " "
                    + step.startNanos() / MILLI
                    + " "
                    + step.toNanos() / MILLI)
        .toList();
  }

  @Test
  void thePictureWaitsForAFontBehindTwoStyleSheets() {
    PageCriticalPath path = path(PageSamples.run(0));
    assertThat(path.exchanges()).containsExactly(0, 1, 7, 12);
    assertThat(path.chainNanos()).isEqualTo(589_400_000);
    assertThat(path.pageNanos()).isEqualTo(592_300_000);
    assertThat(path.trips()).isEqualTo(OptionalInt.of(11));
    assertThat(path.isLowerBound()).isFalse();
  }

  @Test
  void aRunIsCompletedWithItsPath() {
    Run run = new MadePageOf().twoStyles();
    assertThat(PageCriticalPath.complete(run).page().map(PageLoad::criticalPath))
        .isEqualTo(Optional.of(List.of(0, 1, 2)));
  }

  private static final class MadePageOf {
    Run twoStyles() {
      MadePage page = new MadePage();
      page.document(100);
      page.ask("/a.css", 110)
          .of(ResourceType.STYLESHEET)
          .by(Initiator.Type.PRELOAD_SCANNER, 0)
          .until(160);
      page.ask("/b.css", 165).of(ResourceType.STYLESHEET).by(Initiator.Type.CSS, 1).until(220);
      page.ask("/small.png", 110).by(Initiator.Type.PRELOAD_SCANNER, 0).until(150);
      return page.loaded(230).run();
    }
  }

  @Test
  void whatIsNamedInAStyleSheetWaitsForAllOfIt() {
    assertThat(told(path(new MadePageOf().twoStyles())))
        .containsExactly("0 start 0 0 100", "1 discovery 100 110 160", "2 discovery 160 165 220");
  }

  @Test
  void aStepGainsNoMoreThanTheNextChainAllows() {
    List<PathStep> steps = path(new MadePageOf().twoStyles()).steps();
    assertThat(steps)
        .extracting(PathStep::gainNanos)
        .containsExactly(100 * MILLI, 60 * MILLI, 60 * MILLI);
  }

  @Test
  void whatIsFoundWhileTheDocumentComesWaitsForTheChunkBefore() {
    MadePage page = new MadePage();
    page.ask("/", 0)
        .of(ResourceType.DOCUMENT)
        .took(Phase.WAIT, 100, 1)
        .took(Phase.RECEIVE, 200, 0)
        .builder()
        .chunks(
            List.of(
                new Chunk(100 * MILLI, 500),
                new Chunk(180 * MILLI, 500),
                new Chunk(300 * MILLI, 9)));
    page.ask("/a.js", 185).of(ResourceType.SCRIPT).by(Initiator.Type.PRELOAD_SCANNER, 0).until(400);
    assertThat(told(path(page.loaded(410).run())))
        .containsExactly("0 start 0 0 180", "1 discovery 180 185 400");
  }

  @Test
  void anEarlyHintNamesAStyleBeforeTheServerIsDone() {
    MadePage page = new MadePage();
    page.document(300).builder().interim(List.of(new Interim(103, 80 * MILLI)));
    page.ask("/a.css", 82).of(ResourceType.STYLESHEET).by(Initiator.Type.EARLY_HINTS, 0).until(400);
    assertThat(told(path(page.loaded(400).run())))
        .containsExactly("0 start 0 0 80", "1 discovery 80 82 400");
  }

  @Test
  void redirectsAreFollowedBack() {
    MadePage page = new MadePage();
    page.document(100);
    page.ask("/old.png", 110).by(Initiator.Type.PARSER, 0).until(150);
    page.ask("/new.png", 151)
        .until(200)
        .builder()
        .redirectedFrom(Optional.of("https://shop.test/old.png"));
    assertThat(told(path(page.loaded(205).run())))
        .containsExactly("0 start 0 0 100", "1 discovery 100 110 150", "2 redirect 150 151 200");
  }

  @Test
  void theParserWaitsForTheScriptBefore() {
    MadePage page = new MadePage();
    page.document(100);
    page.ask("/slow.js", 105)
        .of(ResourceType.SCRIPT)
        .urgent(Priority.HIGH)
        .by(Initiator.Type.PRELOAD_SCANNER, 0)
        .until(300);
    page.ask("/below.png", 310).by(Initiator.Type.PARSER, 0).until(360);
    assertThat(told(path(page.loaded(360).run())))
        .containsExactly(
            "0 start 0 0 100", "1 discovery 100 105 300", "2 parser-blocked 300 310 360");
  }

  @Test
  void anAsyncScriptHoldsUpNothing() {
    MadePage page = new MadePage();
    page.document(100);
    page.ask("/async.js", 105)
        .of(ResourceType.SCRIPT)
        .urgent(Priority.LOW)
        .by(Initiator.Type.PRELOAD_SCANNER, 0)
        .until(300);
    page.ask("/below.png", 310).by(Initiator.Type.PARSER, 0).until(360);
    assertThat(told(path(page.loaded(360).run())))
        .containsExactly("0 start 0 0 100", "2 discovery 100 310 360");
  }

  @Test
  void aScriptWaitsForTheStyleSheetBeforeIt() {
    MadePage page = new MadePage();
    page.document(100);
    page.ask("/slow.css", 105)
        .of(ResourceType.STYLESHEET)
        .blocking()
        .by(Initiator.Type.PRELOAD_SCANNER, 0)
        .until(300);
    page.ask("/a.js", 106)
        .of(ResourceType.SCRIPT)
        .urgent(Priority.HIGH)
        .by(Initiator.Type.PRELOAD_SCANNER, 0)
        .until(150);
    page.ask("/late.png", 305).by(Initiator.Type.SCRIPT, 2).until(350);
    assertThat(told(path(page.loaded(350).run())))
        .containsExactly(
            "0 start 0 0 100", "1 discovery 100 105 300", "3 script-blocked 300 305 350");
  }

  @Test
  void aFontWaitsUntilSomethingIsDrawn() {
    MadePage page = new MadePage();
    page.document(100);
    page.ask("/fonts.css", 105)
        .of(ResourceType.STYLESHEET)
        .blocking()
        .by(Initiator.Type.PRELOAD_SCANNER, 0)
        .until(150);
    page.ask("/slow.css", 105)
        .of(ResourceType.STYLESHEET)
        .blocking()
        .by(Initiator.Type.PRELOAD_SCANNER, 0)
        .until(300);
    page.ask("/a.woff2", 302).of(ResourceType.FONT).by(Initiator.Type.CSS, 1).until(350);
    assertThat(told(path(page.loaded(350).run())))
        .containsExactly(
            "0 start 0 0 100", "2 discovery 100 105 300", "3 render-blocked 300 302 350");
  }

  @Test
  void aRequestWaitsForTheConnectionThatAnotherOneSetsUp() {
    MadePage page = new MadePage();
    page.document(100);
    page.askFor("https://cdn.test/a.js", 105)
        .of(ResourceType.SCRIPT)
        .by(Initiator.Type.PRELOAD_SCANNER, 0)
        .on(2, false, "h2")
        .took(Phase.TCP, 40, 1)
        .took(Phase.TLS, 45, 1)
        .took(Phase.WAIT, 50, 1);
    page.askFor("https://cdn.test/b.js", 110)
        .of(ResourceType.SCRIPT)
        .by(Initiator.Type.PRELOAD_SCANNER, 0)
        .on(2, true, "h2")
        .took(Phase.BLOCKED, 80, 0)
        .took(Phase.WAIT, 210, 1);
    PageCriticalPath path = path(page.loaded(400).run());
    assertThat(told(path))
        .containsExactly(
            "0 start 0 0 100", "1 discovery 100 105 190", "2 connection-setup 190 190 400");
    assertThat(path.steps())
        .extracting(PathStep::trips)
        .containsExactly(OptionalInt.of(1), OptionalInt.of(2), OptionalInt.of(1));
  }

  @Test
  void aSeventhRequestWaitsForOneOfSixConnections() {
    MadePage page = new MadePage();
    page.document(100).on(1, false, "http/1.1");
    page.ask("/1.png", 105)
        .by(Initiator.Type.PRELOAD_SCANNER, 0)
        .on(1, true, "http/1.1")
        .until(240);
    page.ask("/7.png", 106)
        .by(Initiator.Type.PRELOAD_SCANNER, 0)
        .on(1, true, "http/1.1")
        .took(Phase.BLOCKED, 134, 0)
        .took(Phase.WAIT, 60, 1);
    assertThat(told(path(page.loaded(300).run())))
        .containsExactly(
            "0 start 0 0 100", "1 discovery 100 105 240", "2 connection-busy 240 240 300");
  }

  @Test
  void whatAScriptFetchesDoesNotDelayTheLoad() {
    MadePage page = new MadePage();
    page.document(100);
    page.ask("/a.js", 105).of(ResourceType.SCRIPT).by(Initiator.Type.PRELOAD_SCANNER, 0).until(200);
    page.ask("/data", 201).of(ResourceType.FETCH).by(Initiator.Type.SCRIPT, 1).until(240);
    assertThat(path(page.loaded(250).run()).exchanges()).containsExactly(0, 1);
    assertThat(path(page.loaded(250).run()).afterNanos()).isEqualTo(50 * MILLI);
  }

  @Test
  void withoutALoadMarkThePageIsThereWhenEverythingIs() {
    MadePage page = new MadePage();
    page.document(100);
    page.ask("/data", 201).of(ResourceType.FETCH).by(Initiator.Type.SCRIPT, 0).until(240);
    PageCriticalPath path = path(page.run());
    assertThat(path.exchanges()).containsExactly(0, 1);
    assertThat(path.pageNanos()).isEqualTo(240 * MILLI);
  }

  @Test
  void whereNothingNamesARequestOnlyTheDocumentIsSure() {
    MadePage page = new MadePage();
    page.document(100);
    page.ask("/a.png", 150).until(200);
    assertThat(told(path(page.loaded(200).run())))
        .containsExactly("0 start 0 0 100", "1 unknown 100 150 200");
  }

  @Test
  void aFailedRequestIsWaitedForToo() {
    MadePage page = new MadePage();
    page.document(100);
    page.ask("/dead.js", 110)
        .of(ResourceType.SCRIPT)
        .by(Initiator.Type.PRELOAD_SCANNER, 0)
        .failed(Phase.TCP, 500, "connect-timeout");
    assertThat(path(page.loaded(612).run()).exchanges()).containsExactly(0, 1);
  }

  @Test
  void aPageWithoutRequestsHasNoPath() {
    PageCriticalPath path = path(new MadePage().run());
    assertThat(path.steps()).isEmpty();
    assertThat(path.trips()).isEmpty();
  }

  @Test
  void circlesEndAndTheTimeIsCoveredWhateverAFileSays() {
    Random random = new Random(13);
    Initiator.Type[] types = Initiator.Type.values();
    ResourceType[] kinds = ResourceType.values();
    for (int i = 0; i < 400; i++) {
      MadePage page = new MadePage();
      int size = 1 + random.nextInt(12);
      for (int j = 0; j < size; j++) {
        MadePage.Asked asked =
            page.ask("/" + random.nextInt(5), random.nextInt(300))
                .of(kinds[random.nextInt(kinds.length)])
                .by(types[random.nextInt(types.length)], random.nextInt(size + 2));
        if (random.nextBoolean()) {
          asked.blocking().on(random.nextInt(3), random.nextBoolean(), "http/1.1");
        }
        asked.took(Phase.BLOCKED, random.nextInt(50), 0).took(Phase.WAIT, random.nextInt(200), 1);
        if (random.nextInt(4) == 0) {
          asked.builder().redirectedFrom(Optional.of("https://shop.test/" + random.nextInt(5)));
        }
      }
      Run run = (random.nextBoolean() ? page.loaded(random.nextInt(400)) : page).run();
      PageCriticalPath path = path(run);
      assertThat(path.exchanges()).doesNotHaveDuplicates();
      assertThat(path.steps()).hasSameSizeAs(path.exchanges());
    }
  }

  @Test
  void aChainOfTenThousandIsFollowedToItsEnd() {
    MadePage page = new MadePage();
    page.document(1);
    for (int i = 1; i < 10_000; i++) {
      page.ask("/" + i, i).of(ResourceType.SCRIPT).by(Initiator.Type.SCRIPT, i - 1).until(i + 1);
    }
    assertThat(path(page.run()).exchanges()).hasSize(10_000);
  }
}
