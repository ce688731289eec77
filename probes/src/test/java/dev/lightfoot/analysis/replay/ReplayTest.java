package dev.lightfoot.analysis.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.model.Initiator;
import dev.lightfoot.model.MadePage;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.page.ResourceType;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What moves when something is changed, in milliseconds.
final class ReplayTest {
  private static final long MILLI = 1_000_000;

  /// A document of 100; two styles that it names on one connection, 50 each, so that the second
  /// waits for the first; an image that the second names, 30.
  private static ReplayGraph page() {
    MadePage page = new MadePage();
    page.document(100).on(1, false, "http/1.1");
    page.ask("/a.css", 100)
        .of(ResourceType.STYLESHEET)
        .by(Initiator.Type.PARSER, 0)
        .on(1, true, "http/1.1")
        .until(150);
    page.ask("/b.css", 101)
        .of(ResourceType.STYLESHEET)
        .by(Initiator.Type.PARSER, 0)
        .on(1, true, "http/1.1")
        .took(Phase.BLOCKED, 49, 0)
        .until(200);
    page.ask("/i.png", 205).by(Initiator.Type.CSS, 2).until(235);
    Run run = page.loaded(240).run();
    return RunFacts.of(run, List.of(run)).graph();
  }

  private static long total(ReplayGraph graph) {
    return graph.run().totalNanos() / MILLI;
  }

  @Test
  void unchangedItTakesWhatItTook() {
    assertThat(total(page())).isEqualTo(240);
  }

  @Test
  void whatWaitedInAQueueBeginsAsSoonAsTheQueueIsGone() {
    ReplayGraph graph = page();
    graph.jobs().get(1).segments().getFirst().restNanos(20 * MILLI);
    // the first style is over 30 earlier: so is all that waited for it
    assertThat(total(graph)).isEqualTo(210);
  }

  @Test
  void aShorterFirstStyleHelpsOnlyUntilSomethingElseIsWaitedFor() {
    ReplayGraph graph = page();
    graph.jobs().get(2).gates().clear();
    graph.jobs().get(2).queueNanos(0);
    graph.jobs().get(1).segments().getFirst().restNanos(0);
    // begins at 101, takes 50; then 5 of its own, 30, 5
    assertThat(total(graph)).isEqualTo(191);
  }

  @Test
  void whatGrowsMakesOthersWait() {
    ReplayGraph graph = page();
    graph.jobs().get(1).segments().getFirst().restNanos(150 * MILLI);
    assertThat(total(graph)).isEqualTo(340);
  }

  @Test
  void thePathLeadsAlongWhatIsWaitedForNow() {
    ReplayGraph graph = page();
    graph.jobs().get(3).segments().getFirst().restNanos(0);
    graph.jobs().get(1).segments().getFirst().restNanos(500 * MILLI);
    graph.jobs().get(2).remove();
    assertThat(graph.run().path().stream().map(PathPart::exchange).distinct())
        .containsExactly(0, 1);
  }

  @Test
  void whatIsNotUrgentWaitsForWhatIs() {
    MadePage page = new MadePage();
    page.document(100);
    page.ask("/a.css", 100)
        .of(ResourceType.STYLESHEET)
        .blocking()
        .by(Initiator.Type.PARSER, 0)
        .until(200);
    page.ask("/late.png", 100)
        .by(Initiator.Type.PRELOAD_SCANNER, 0)
        .took(Phase.BLOCKED, 102, 0)
        .until(242);
    Run run = page.loaded(242).run();
    ReplayGraph graph = RunFacts.of(run, List.of(run)).graph();
    graph.jobs().get(1).segments().getFirst().restNanos(30 * MILLI);
    // the style is over at 130, then 2 of the browser's own and 40 for the image
    assertThat(total(graph)).isEqualTo(172);
  }
}
