package dev.lightfoot.analysis.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.join.Join;
import dev.lightfoot.analysis.join.ShopLogs;
import dev.lightfoot.codec.Collected;
import dev.lightfoot.codec.har.HarReader;
import dev.lightfoot.codec.har.ReadCapture;
import dev.lightfoot.codec.snapshot.SnapshotCodec;
import dev.lightfoot.model.Initiator;
import dev.lightfoot.model.MadePage;
import dev.lightfoot.model.PageSamples;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.page.ResourceType;
import dev.lightfoot.model.span.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Nothing is changed: the replay gives back what was observed.
final class UnchangedReplayTest {
  private static final double MISFIT = 0.01;

  private static final List<String> CAPTURES =
      List.of(
          "chromehar-sample.har",
          "har-reader-long-timing.har",
          "har-reader-sstoehr.har",
          "haralyzer-cnn-chrome.har",
          "haralyzer-humanssuck.har",
          "haralyzer-multi1.har",
          "perfcascade-browsertime-h2.har",
          "perfcascade-capture-har-redirect-loop.har",
          "perfcascade-chrome-h2.har",
          "perfcascade-firefox.har",
          "perfcascade-wpt-h2.har");

  private static void assertGivesBack(String what, Run run, List<Run> runs) {
    RunFacts facts = RunFacts.of(run, runs);
    Replayed replayed = facts.graph().run();
    assertThat((double) replayed.totalNanos())
        .as(what)
        .isBetween(
            facts.observedNanos() * (1 - MISFIT) - 1, facts.observedNanos() * (1 + MISFIT) + 1);
    assertThat(replayed.path().stream().mapToLong(PathPart::nanos).sum())
        .as("path of " + what)
        .isBetween(0L, Math.max(1, replayed.totalNanos() + 1_000_000));
  }

  private static void assertGivesBack(String what, Snapshot snapshot) {
    for (Run run : snapshot.runs()) {
      if (run.counts() && !run.exchanges().isEmpty()) {
        assertGivesBack(what, run, snapshot.runs());
      }
    }
  }

  @Test
  void theSamplesThatComeWithTheProgram() throws IOException {
    for (String name : List.of("after", "before", "page", "shop")) {
      byte[] file = Files.readAllBytes(Path.of("../assets/samples/" + name + ".lightfoot.json"));
      assertGivesBack(name, SnapshotCodec.decode(file));
    }
  }

  @Test
  void capturesOfOtherPrograms() throws IOException {
    for (String name : CAPTURES) {
      ReadCapture read =
          ReadCapture.of(new HarReader(), Files.readAllBytes(Collected.shared("har/" + name)));
      for (Run run : read.runs()) {
        assertGivesBack(name, run, List.of(run));
      }
    }
  }

  @Test
  void aPageMadeByHand() {
    Run run = PageSamples.run(0);
    assertGivesBack("page", run, List.of(run));
  }

  @Test
  void aRequestWhoseServersWereLookedInto() {
    Run plain = ShopLogs.run();
    ShopLogs logs = ShopLogs.of(plain);
    List<Span> spans = new ArrayList<>(List.of(logs.nginx(0), logs.gunicorn(0, 1_000)));
    spans.addAll(logs.django(0));
    spans.addAll(logs.postgresql(0));
    Run run = Join.of(List.of(plain), spans).runs().getFirst();
    assertGivesBack("shop", run, List.of(run));
    assertThat(RunFacts.of(run, List.of(run)).graph().run().trips()).isGreaterThan(50);
  }

  @Test
  void pagesMadeAtRandom() {
    Random random = new Random(13);
    for (int i = 0; i < 2_000; i++) {
      Run run = page(random).run();
      assertGivesBack("page " + i, run, List.of(run));
    }
  }

  private static MadePage page(Random random) {
    Initiator.Type[] types = Initiator.Type.values();
    ResourceType[] kinds = ResourceType.values();
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
    return page;
  }
}
