package dev.lightfoot.analysis.summary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.model.MadePage;
import dev.lightfoot.model.PageSamples;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.Samples;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanKind;
import dev.lightfoot.model.span.SpanTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

final class SummaryTest {

  @Test
  void theSpreadOfEvenlyManyValuesHasTheMeanOfTheMiddleTwo() {
    assertThat(Spread.of(4, 1, 9, 7)).contains(new Spread(4, 5, 1, 9));
  }

  @Test
  void eachStateIsSummarizedWithTheRunNearestItsMedian() {
    List<Run> runs = List.of(Samples.warm(60_000), Samples.warm(50_000), Samples.warm(52_000));
    StateSummary warm =
        new StateSummary(
            RunState.WARM,
            3,
            micros(52_200, 50_200, 60_200),
            Map.of(
                Phase.SEND, micros(100, 100, 100),
                Phase.WAIT, micros(52_000, 50_000, 60_000),
                Phase.RECEIVE, micros(100, 100, 100)),
            2);
    assertThat(Summary.of(runs))
        .isEqualTo(new Summary(List.of(warm), Optional.of(warm), OptionalInt.of(2)));
  }

  @Test
  void aPageTakesUntilItsLoadAndIsNotItsDocumentsChain() {
    Summary summary = Summary.of(PageSamples.shop().runs());
    assertThat(summary.headlineNanos()).hasValue(592_300_000);
    assertThat(summary.billed()).hasValue(2);
    assertThat(summary.headline().orElseThrow().phases()).isEmpty();
  }

  @Test
  void withoutALoadMarkAPageTakesUntilItsLastRequestEnds() {
    MadePage page = new MadePage();
    page.document(100);
    page.ask("/a", 110).until(150);
    assertThat(RunTime.nanos(page.run())).isEqualTo(150_000_000);
    assertThat(RunTime.nanos(page.loaded(120).run())).isEqualTo(120_000_000);
    assertThat(RunTime.nanos(Samples.cold(0))).isEqualTo(317_500_000);
  }

  @Test
  void theStateWithMostRunsStandsForAll() {
    List<Run> runs = List.of(Samples.cold(0), Samples.warm(50_000), Samples.warm(52_000));
    Summary summary = Summary.of(runs);
    assertThat(summary.headline().orElseThrow().state()).isEqualTo(RunState.WARM);
    assertThat(summary.headlineNanos()).hasValue(51_200_000);
    assertThat(summary.billed()).hasValue(1);
  }

  @Test
  void ofStatesWithAsManyRunsTheColderOneStandsForAll() {
    Summary summary = Summary.of(List.of(Samples.warm(50_000), Samples.cold(0)));
    assertThat(summary.headline().orElseThrow().state()).isEqualTo(RunState.COLD);
    assertThat(summary.billed()).hasValue(1);
  }

  @Test
  void failedRunsStayOutOfTheStatistics() {
    Summary summary = Summary.of(List.of(Samples.expired(), Samples.cold(0)));
    assertThat(summary.state(RunState.COLD).orElseThrow().total())
        .isEqualTo(micros(1, 317_500, 317_500, 317_500));
  }

  @Test
  void whereNoRunCountsTheOneThatCameFurthestStandsForAll() {
    assertThat(Summary.of(List.of(Samples.unresolved(), Samples.expired())))
        .isEqualTo(new Summary(List.of(), Optional.empty(), OptionalInt.of(1)));
  }

  @Test
  void theFourthRunOfThePicturesIsBilled() {
    assertThat(Summary.of(Samples.shop().runs()).billed()).isEqualTo(OptionalInt.of(3));
  }

  @Test
  void whereNothingWasRecordedForTheBilledRunTheNextOneIsOpened() {
    Span span =
        Span.of("00f067aa0ba902b7", "GET /", Layer.APP, SpanKind.SERVER, SpanTime.of(0, 1_000, 1));
    List<Run> runs =
        List.of(
            Samples.warm(50_000),
            Samples.warm(52_000),
            recorded(Samples.warm(53_000), span),
            recorded(Samples.warm(70_000), span));
    Summary summary = Summary.of(runs);
    assertThat(summary.billed()).hasValue(1);
    assertThat(summary.opened(runs)).hasValue(2);
  }

  @Test
  void aRoundTripBoundsTheDistance() {
    assertThat(DistanceBound.kilometres(40_100_000)).isEqualTo(4_010);
  }

  private static Run recorded(Run run, Span span) {
    return run.with(run.exchanges(), List.of(span), List.of());
  }

  private static Spread micros(long median, long min, long max) {
    return micros(3, median, min, max);
  }

  private static Spread micros(int count, long median, long min, long max) {
    return new Spread(count, median * 1_000, min * 1_000, max * 1_000);
  }
}
