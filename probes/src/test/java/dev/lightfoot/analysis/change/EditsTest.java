package dev.lightfoot.analysis.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.change.parse.ChangeFault.Refused;
import dev.lightfoot.analysis.change.parse.Changes;
import dev.lightfoot.analysis.join.Join;
import dev.lightfoot.analysis.join.ShopLogs;
import dev.lightfoot.analysis.replay.Job;
import dev.lightfoot.analysis.replay.ReplayGraph;
import dev.lightfoot.analysis.replay.Replayed;
import dev.lightfoot.analysis.replay.RunFacts;
import dev.lightfoot.model.Initiator;
import dev.lightfoot.model.MadePage;
import dev.lightfoot.model.Marks;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.RequestFacts;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.Samples;
import dev.lightfoot.model.page.ResourceType;
import dev.lightfoot.model.span.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/// What changes do to runs made by hand, in milliseconds.
final class EditsTest {
  private static final long MILLI = 1_000_000;

  private static ReplayGraph graph(Run run) {
    return RunFacts.of(run, List.of(run)).graph();
  }

  private static Replayed replayed(Run run, String... changes) throws Refused {
    ReplayGraph graph = graph(run);
    Changes.of(List.of(changes)).edit(graph, Draw.MIDDLE);
    return graph.run();
  }

  private static long total(Run run, String... changes) throws Refused {
    return replayed(run, changes).totalNanos() / MILLI;
  }

  private static Optional<Boolean> isMade(Run later, String change) throws Refused {
    return Changes.of(List.of(change)).list().getFirst().isMade(graph(later));
  }

  /// A redirect of 90, 70 of them to set up the connection; 20 more for where it leads.
  private static Run redirected() {
    MadePage probe = new MadePage();
    probe
        .ask("/old", 0)
        .on(1, false, "http/1.1", 20)
        .took(Phase.DNS, 10, 1)
        .took(Phase.TCP, 20, 1)
        .took(Phase.TLS, 40, 1)
        .took(Phase.WAIT, 20, 1);
    probe
        .ask("/new", 90)
        .on(1, true, "http/1.1", 20)
        .took(Phase.WAIT, 20, 1)
        .builder()
        .redirectedFrom(Optional.of("https://shop.test/old"));
    return probe.probe(RunState.COLD);
  }

  /// A document 100 away: 300 to its first byte, then a body of two rounds.
  private static Run far() {
    MadePage probe = new MadePage();
    probe
        .ask("/", 0)
        .on(1, false, "http/1.1", 100)
        .answered(200, 43_801)
        .took(Phase.TCP, 100, 1)
        .took(Phase.TLS, 100, 1)
        .took(Phase.WAIT, 100, 1)
        .took(Phase.RECEIVE, 200, 2);
    return probe.probe(RunState.COLD);
  }

  private static Run page() {
    MadePage page = new MadePage();
    page.document(100).on(1, false, "h2", 20);
    page.ask("/a.css", 110)
        .of(ResourceType.STYLESHEET)
        .by(Initiator.Type.PARSER, 0)
        .on(1, true, "h2", 20)
        .until(140);
    page.ask("/early.js", 50).of(ResourceType.SCRIPT).on(1, true, "h2", 20).until(145);
    return page.loaded(150).run();
  }

  @Test
  void whatARedirectHadSetUpIsStillSetUpOverHttp2() throws Refused {
    assertThat(total(redirected())).isEqualTo(110);
    assertThat(total(redirected(), "drop-redirect")).isEqualTo(90);
    assertThat(total(redirected(), "drop-redirect", "http=2")).isEqualTo(90);
  }

  @Test
  void theHandshakeThatARedirectHandsOnIsShortenedOnce() throws Refused {
    // of the 20 that were no distance 7 are left
    assertThat(total(redirected(), "drop-redirect", "resumed")).isEqualTo(77);
  }

  @Test
  void aSharedConnectionIsAsFarAsItsServerIsThen() throws Refused {
    assertThat(total(far())).isEqualTo(500);
    assertThat(total(far(), "http=2", "rtt=20ms")).isEqualTo(3 * 20 + 2 * 20);
  }

  @Test
  void overHttp3AConnectionIsStillOpened() throws Refused {
    ReplayGraph graph = graph(far());
    Changes.of(List.of("http=3")).edit(graph, Draw.MIDDLE);
    assertThat(graph.jobs()).allMatch(Job::opens);
    assertThat(graph.run().firstByteNanos()).isEqualTo(200 * MILLI);
  }

  @Test
  void aHeadThatIsSentAheadIsNeverLaterThanTheAnswer() throws Refused {
    assertThat(replayed(page(), "stream-head=10s").firstByteNanos())
        .isEqualTo(replayed(page()).firstByteNanos());
  }

  @Test
  void earlyHintsAreNotTheFirstByte() throws Refused {
    assertThat(replayed(page(), "early-hints").firstByteNanos()).isEqualTo(100 * MILLI);
    assertThat(total(page(), "early-hints")).isLessThanOrEqualTo(150);
  }

  @Test
  void whatWasAskedForBeforeTheHeadCameIsNotPreloaded() throws Refused {
    ReplayGraph graph = graph(page());
    assertThat(Changes.of(List.of("preload=/early.js")).edit(graph, Draw.MIDDLE)).isEmpty();
  }

  @Test
  void aPageWithoutTheTargetDoesNotShowThatItCameEarlier() throws Refused {
    assertThat(isMade(page(), "preload=/font.woff2")).isEmpty();
    assertThat(isMade(page(), "preconnect=static.test")).isEmpty();
    assertThat(isMade(page(), "preload=/a.css")).contains(true);
  }

  /// The shop's request with its 51 calls from 121 on, and its first byte then.
  private static Run begun(long millis) {
    OptionalLong first = OptionalLong.of(millis * MILLI);
    Run plain =
        Samples.run(
            RunState.COLD,
            Optional.empty(),
            Samples.coldExchange(0)
                .request(new RequestFacts(142, 0, 0, List.of(ShopLogs.parent(ShopLogs.TRACE))))
                .marks(new Marks(first, first, first, first, OptionalLong.of(318 * MILLI)))
                .build());
    ShopLogs logs = ShopLogs.of(plain);
    List<Span> spans = new ArrayList<>(List.of(logs.nginx(0), logs.gunicorn(0, 1_000)));
    spans.addAll(logs.django(0));
    return Join.of(List.of(plain), spans).runs().getFirst();
  }

  @Test
  void whetherTheHeadWasSentAheadIsSeenInTheCalls() throws Refused {
    for (String change : List.of("stream-head", "stream-head=5ms")) {
      assertThat(isMade(begun(317), change)).contains(false);
      assertThat(isMade(begun(116), change)).contains(true);
      // it left before the first call was over, at 123, and was here after that
      assertThat(isMade(begun(126), change)).contains(true);
      assertThat(isMade(Samples.cold(0), change)).isEmpty();
    }
  }
}
