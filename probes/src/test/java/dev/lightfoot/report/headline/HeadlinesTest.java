package dev.lightfoot.report.headline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.model.ErrorType;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Initiator;
import dev.lightfoot.model.LeftOut;
import dev.lightfoot.model.LoopbackSample;
import dev.lightfoot.model.MadePage;
import dev.lightfoot.model.PageSamples;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.PhaseTiming;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunError;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.Samples;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.page.Priority;
import dev.lightfoot.model.page.ResourceType;
import dev.lightfoot.model.span.Evidence;
import dev.lightfoot.report.words.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class HeadlinesTest {
  private static final List<Run> SHOP = Samples.shop().runs();

  @Test
  void theAnswerComesFirst() {
    assertThat(plain(finished(SHOP, OptionalInt.of(10))))
        .containsExactly(
            "317.5 ms: 4 round trips cost 130.4 ms of distance.",
            "181.9 ms pass inside the server; no log has opened it yet.",
            "Median of 10 cold runs, 315.4 to 356.6 ms · status 200 · HTTP/2, TLS 1.3 · at most 4"
                + " 010 km away");
  }

  @Test
  void noPartIsLargerThanTheWhole() {
    List<Run> runs = List.of(Samples.warm(400_000), Samples.warm(30_000));
    assertThat(plain(finished(runs, OptionalInt.of(2))))
        .startsWith(
            "215.2 ms: 1 round trip cost 40.1 ms of distance.",
            "359.9 ms of run 1’s 400.2 ms pass inside the server; no log has opened it yet.");
    assertThat(Headlines.running(runs, 3, Optional.empty()).second()).isEmpty();
  }

  @Test
  void runsThatWereAnsweredOtherwiseAreCounted() {
    List<Run> runs = new ArrayList<>(SHOP);
    Run third = runs.get(2);
    Exchange failed = answered(third.exchanges().getLast(), 503);
    runs.set(2, third.with(List.of(failed), third.spans(), third.alignments()));
    assertThat(finished(runs, OptionalInt.of(10)).caption())
        .contains(" · status 200 in 9 of 10 runs · ");
  }

  @Test
  void aStatusInTheSentenceIsNotRepeated() {
    Run cold = Samples.cold(0);
    Run failed =
        cold.with(
            List.of(answered(cold.exchanges().getLast(), 503)), cold.spans(), cold.alignments());
    Headline headline = finished(List.of(failed), OptionalInt.of(1));
    assertThat(headline.first()).contains("503");
    assertThat(headline.caption()).doesNotContain("status");
  }

  private static Exchange answered(Exchange exchange, int status) {
    return new Exchange(
        exchange.url(),
        exchange.method(),
        OptionalInt.of(status),
        exchange.protocol(),
        exchange.initiator(),
        exchange.resource(),
        exchange.redirectedFrom(),
        exchange.startNanos(),
        exchange.gapNanos(),
        exchange.connection(),
        exchange.proxy(),
        exchange.phases(),
        exchange.marks(),
        exchange.interim(),
        exchange.request(),
        exchange.response(),
        exchange.chunks(),
        exchange.dns(),
        exchange.tls(),
        exchange.source(),
        exchange.late(),
        exchange.serverSpans());
  }

  @Test
  void aServerOnThisComputerIsNoDistanceAway() {
    assertThat(plain(finished(List.of(LoopbackSample.run()), OptionalInt.of(1))))
        .containsExactly(
            "6.3 ms: 2 round trips within this computer, no distance.",
            "5.2 ms pass inside the server; no log has opened it yet.",
            "One cold run · status 200 · HTTP/1.1 · on this computer");
  }

  @Test
  void ofRunsOnTheKeptConnectionOnlyTheyAreTheAnswer() {
    Run preparing = Samples.cold(0).with(Optional.of(LeftOut.PREPARING));
    assertThat(plain(finished(List.of(preparing, Samples.warm(182_000)), OptionalInt.of(2))))
        .containsExactly(
            "182.2 ms: 1 round trip cost 40.1 ms of distance.",
            "141.9 ms pass inside the server; no log has opened it yet.",
            "One warm run · status 200 · HTTP/2 · at most 4 010 km away");
  }

  @Test
  void coldAndWarmRunsSayWhatOpeningTheConnectionCosts() {
    Headline headline =
        finished(List.of(Samples.cold(0), Samples.warm(182_000)), OptionalInt.of(2));
    assertThat(headline.first()).startsWith("317.5\u00a0ms");
    assertThat(headline.second().map(Numbers::plain).orElse(""))
        .endsWith("On the kept connection the request takes 182.2 ms: opening one costs 135.3 ms.");
  }

  @Test
  void aRunThatWasInterruptedIsShownButIsNoAnswer() {
    Run cold = Samples.cold(0);
    Run asleep =
        new Run(
            cold.state(),
            cold.startedAt(),
            Optional.empty(),
            true,
            cold.exchanges(),
            List.of(),
            List.of());
    assertThat(plain(finished(List.of(asleep), OptionalInt.of(1))))
        .containsExactly(
            "317.5 ms, but this computer slept or stalled meanwhile: run it again.",
            "1 run left out");
  }

  @Test
  void whenEveryRunIsExcludedThatIsSaid() {
    Run excluded = Samples.cold(0).with(Optional.of(LeftOut.EXCLUDED));
    assertThat(plain(finished(List.of(excluded), OptionalInt.of(1))))
        .containsExactly(
            "317.5 ms in a run that is left out; no run is left to count.", "1 run left out");
  }

  @Test
  void whileRunsGoOnNumbersAreWhole() {
    assertThat(plain(Headlines.running(SHOP.subList(0, 4), 10, Optional.of(Phase.TLS))))
        .containsExactly(
            "About 318 ms so far: 4 round trips cost 130 ms of distance.",
            "182 ms pass inside the server; no log has opened it yet.",
            "4 of 10 runs measured, run 5: TLS");
  }

  @Test
  void beforeTheFirstRunEndsThereIsNoNumber() {
    assertThat(plain(Headlines.running(List.of(), 10, Optional.of(Phase.DNS))))
        .containsExactly("Measuring: the first answer comes after the first run.", "run 1: DNS");
  }

  @Test
  void aFailureNamesTheReasonWhatWasMeasuredAndThatNothingLeft() {
    List<Run> runs = List.of(Samples.expired());
    Headline headline = finished(runs, OptionalInt.of(10));
    assertThat(plain(headline))
        .containsExactly(
            "The certificate of expired.shop.test ran out 40 days ago, so no request was sent.",
            "The connection itself took 97.4 ms: 3 round trips, 90.3 ms of that distance."
                + " No cookie, header or body left this computer.");
    assertThat(headline.code()).contains("LF-TLS-EXPIRED");
    assertThat(headline.remedies()).hasSize(3);
  }

  @Test
  void afterAStopFewRunsShowNoVerdict() {
    assertThat(plain(finished(stoppedAfter(4), OptionalInt.of(10))))
        .containsExactly(
            "Stopped after 4 of 10 runs: too few for a verdict, which needs 5.",
            "Nearest to their median, 317.6 ms: 4 round trips cost 130.4 ms of distance.",
            "Median of 4 cold runs, 317.3 to 323.9 ms · status 200 · HTTP/2, TLS 1.3"
                + " · at most 4 010 km away");
  }

  @Test
  void afterAStopEnoughRunsShowTheAnswer() {
    assertThat(plain(finished(stoppedAfter(6), OptionalInt.of(10))))
        .startsWith("317.6 ms: 4 round trips cost 130.4 ms of distance.")
        .last()
        .asString()
        .startsWith("Stopped after 6 of 10 runs · Median of 6 cold runs");
  }

  @Test
  void redirectsAreNamed() {
    assertThat(finished(List.of(Samples.redirected()), OptionalInt.empty()).caption())
        .startsWith("One cold run · 1 redirect · ");
  }

  @Test
  void withoutRunsThereIsNothingToSay() {
    assertThat(finished(List.of(), OptionalInt.empty()).first()).isEqualTo("Nothing was measured.");
  }

  @ParameterizedTest
  @EnumSource(ErrorType.class)
  void everyErrorHasARemedy(ErrorType type) {
    assertThat(Remedy.of(type)).isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource(ErrorType.class)
  void noRemedyInTheWindowNamesAnOptionWithoutTheCommandLine(ErrorType type) {
    assertThat(Remedy.inWindow(type.label()))
        .hasSameSizeAs(Remedy.of(type))
        .allMatch(step -> !step.contains("--") || step.contains("on the command line"))
        .noneMatch(step -> step.contains("--ca") || step.contains("--resolver"));
  }

  private static List<Run> stoppedAfter(int made) {
    List<Run> runs = new ArrayList<>(SHOP.subList(0, made));
    RunError error = new RunError(Optional.of(Phase.TCP), "cancelled", "You stopped it.");
    runs.add(Samples.run(RunState.COLD, Optional.of(error), Samples.coldExchange(0).build()));
    return runs;
  }

  private static List<String> plain(Headline headline) {
    List<String> lines = new ArrayList<>(List.of(headline.first()));
    headline.second().ifPresent(lines::add);
    lines.add(headline.caption());
    return lines.stream().map(Numbers::plain).toList();
  }

  @Test
  void aPageThatGoesOnShowsItsTimeSoFar() {
    Headline headline = Headlines.running(PageSamples.shop().runs(), 9, Optional.empty());
    assertThat(headline.first()).isEqualTo("About 592\u00a0ms so far.");
  }

  @Test
  void aPageThatWasStoppedKeepsItsChain() {
    List<Run> runs = new ArrayList<>(PageSamples.shop().runs());
    Run last = runs.getLast();
    runs.set(
        4,
        new Run(
            last.state(),
            last.startedAt(),
            Optional.of(new RunError(Optional.empty(), "cancelled", "Stopped.")),
            false,
            Optional.empty(),
            last.exchanges(),
            List.of(),
            List.of(),
            last.page()));
    Headline headline = finished(runs, OptionalInt.of(10));
    assertThat(headline.first())
        .contains("on a chain of 4 requests, one after the other: 11 round trips cost");
    assertThat(headline.caption()).startsWith("Stopped after 4 of 10 runs · Median of 4");
  }

  @Test
  void whatAPageWaitedForBesidesBeingFoundIsSaid() {
    MadePage page = new MadePage();
    page.document(100);
    page.ask("/slow.js", 105)
        .of(ResourceType.SCRIPT)
        .urgent(Priority.HIGH)
        .by(Initiator.Type.PRELOAD_SCANNER, 0)
        .until(300);
    page.ask("/below.png?a=1", 310).by(Initiator.Type.PARSER, 0).until(360);
    Headline headline = finished(List.of(page.loaded(360).run()), OptionalInt.empty());
    assertThat(headline.second())
        .contains("Document, slow.js, below.png. below.png: the parser ran slow.js first.");
  }

  @Test
  void aPageWhoseTripsAreNotKnownSaysNothingOfThem() {
    MadePage page = new MadePage();
    page.document(100)
        .builder()
        .phase(
            Phase.WAIT,
            new PhaseTiming.Measured(0, 100_000_000, OptionalInt.empty(), Evidence.IMPORTED));
    Headline headline = finished(List.of(page.run()), OptionalInt.empty());
    assertThat(headline.first()).isEqualTo("The page waits 100.0\u00a0ms on 1 request.");
  }

  private static Headline finished(List<Run> runs, OptionalInt planned) {
    Snapshot snapshot = Samples.snapshot(Samples.TARGET, runs.toArray(Run[]::new));
    return Headlines.finished(snapshot, planned);
  }
}
