package dev.lightfoot.analysis.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.catalogue.JudgedRuns;
import dev.lightfoot.analysis.finding.Finding;
import dev.lightfoot.analysis.finding.FindingSubject;
import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.analysis.finding.RuleAnswer;
import dev.lightfoot.analysis.finding.Severity;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.ExchangeBuilder;
import dev.lightfoot.model.Header;
import dev.lightfoot.model.MadePage;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.PhaseTiming;
import dev.lightfoot.model.RequestFacts;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.Samples;
import dev.lightfoot.model.span.Evidence;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

final class RedirectTest {
  private static final Rule RULE = Rule.REDIRECT;

  private static MadePage.Asked hop(MadePage page, String url, long at, int status) {
    return page.askFor(url, at)
        .on(1, false, "http/1.1", 40)
        .took(Phase.DNS, 10, 1)
        .took(Phase.TCP, 40, 1)
        .took(Phase.WAIT, 50, 1)
        .answered(status, 0);
  }

  private static MadePage.Asked then(MadePage page, String url, long at, String from) {
    MadePage.Asked next = page.askFor(url, at);
    next.builder().redirectedFrom(Optional.of(from));
    return next;
  }

  private static Run ledTo(String from, String to, boolean connects) {
    MadePage page = new MadePage();
    hop(page, from, 0, 301);
    MadePage.Asked next = then(page, to, 100, from).on(connects ? 2 : 1, !connects, "h2", 40);
    if (connects) {
      next.took(Phase.TCP, 40, 1);
    }
    next.took(Phase.WAIT, 60, 1).answered(200, 500);
    return page.probe(RunState.COLD);
  }

  @Test
  void aHopToAnotherHostCostsAllOfIt() {
    Finding found =
        JudgedRuns.one(RULE, ledTo("https://shop.test/", "https://www.shop.test/", true));
    assertThat(found.subject())
        .isEqualTo(
            new FindingSubject("shop.test", "GET /", Optional.empty(), "https://www.shop.test/"));
    assertThat(found.saving()).contains(JudgedRuns.saving(3, 100, 100, 100));
    assertThat(found.severity()).isEqualTo(Severity.HIGH);
    assertThat(JudgedRuns.variant(found)).isEqualTo("host");
  }

  @Test
  void whatTheTargetWouldPayAnywayIsNotSaved() {
    Finding found =
        JudgedRuns.one(RULE, ledTo("https://shop.test/a", "https://shop.test/a/", false));
    assertThat(found.saving()).contains(JudgedRuns.saving(1, 40, 50, 50));
    assertThat(JudgedRuns.variant(found)).isEqualTo("slash");
  }

  @Test
  void aHopToTlsPaysTheNameOnce() {
    Finding found = JudgedRuns.one(RULE, ledTo("http://shop.test/", "https://shop.test/", true));
    assertThat(found.saving()).contains(JudgedRuns.saving(2, 80, 90, 90));
    assertThat(JudgedRuns.variant(found)).isEqualTo("secure");
  }

  @Test
  void aChainIsOneFindingPerHop() {
    MadePage page = new MadePage();
    hop(page, "http://shop.test/", 0, 301);
    then(page, "https://shop.test/", 100, "http://shop.test/")
        .on(2, false, "h2", 40)
        .took(Phase.TCP, 40, 1)
        .took(Phase.WAIT, 50, 1)
        .answered(302, 0);
    then(page, "https://shop.test/home", 190, "https://shop.test/")
        .on(2, true, "h2", 40)
        .took(Phase.WAIT, 50, 1)
        .answered(200, 500);
    assertThat(JudgedRuns.all(RULE, page.probe(RunState.COLD)))
        .extracting(it -> it.subject().text())
        .containsExactly("https://shop.test/", "https://shop.test/home");
  }

  @Test
  void whatLeadsOnAfterAPostIsInOrder() {
    MadePage page = new MadePage();
    Exchange post =
        new ExchangeBuilder("https://shop.test/buy", "POST")
            .status(OptionalInt.of(303))
            .phase(Phase.WAIT, Samples.took(0, 50_000, 1))
            .build();
    then(page, "https://shop.test/done", 50, "https://shop.test/buy").until(100).answered(200, 9);
    Run run = page.probe(RunState.COLD);
    List<Exchange> both = List.of(post, run.exchanges().getFirst());
    assertThat(JudgedRuns.by(RULE, run.with(both, List.of(), List.of())))
        .isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void anAnswerThatNothingChangedIsInOrder() {
    MadePage page = new MadePage();
    hop(page, "https://shop.test/", 0, 304);
    assertThat(JudgedRuns.by(RULE, page.probe(RunState.COLD))).isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void oneThatNobodyFollowedIsInOrder() {
    MadePage page = new MadePage();
    hop(page, "https://shop.test/", 0, 301);
    assertThat(JudgedRuns.by(RULE, page.probe(RunState.COLD))).isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void aBrowserThatKnowsThatAHostWantsTlsMakesNoTrip() {
    MadePage page = new MadePage();
    page.askFor("http://shop.test/", 0)
        .took(Phase.WAIT, 1, 0)
        .answered(307, 0, "Non-Authoritative-Reason", "HSTS");
    then(page, "https://shop.test/", 1, "http://shop.test/").until(100).answered(200, 9);
    assertThat(JudgedRuns.by(RULE, page.probe(RunState.COLD))).isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void aSignInThatSetsACookieForTheNextIsLow() {
    MadePage page = new MadePage();
    hop(page, "https://shop.test/", 0, 302).answered(302, 0, "set-cookie", "visit=7; Path=/");
    then(page, "https://shop.test/home", 100, "https://shop.test/")
        .took(Phase.WAIT, 50, 1)
        .answered(200, 500)
        .builder()
        .request(new RequestFacts(90, 7, 0, List.of(new Header("cookie", "visit=7"))));
    assertThat(JudgedRuns.one(RULE, page.probe(RunState.COLD)).severity()).isEqualTo(Severity.LOW);
  }

  @Test
  void aFileThatCountsNoTripsStillShowsOne() {
    MadePage page = new MadePage();
    page.askFor("https://shop.test/a", 0)
        .until(50)
        .answered(301, 0)
        .builder()
        .phase(
            Phase.WAIT,
            new PhaseTiming.Measured(0, 50_000_000, OptionalInt.empty(), Evidence.IMPORTED));
    page.askFor("https://shop.test/a/", 50)
        .until(100)
        .answered(200, 9)
        .builder()
        .redirectedFrom(Optional.of("https://shop.test/a"));
    Run run = page.loaded(100).run();
    assertThat(JudgedRuns.one(RULE, run).saving().orElseThrow().trips()).isEqualTo(1);
  }
}
