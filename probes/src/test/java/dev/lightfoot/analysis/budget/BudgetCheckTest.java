package dev.lightfoot.analysis.budget;

import static dev.lightfoot.analysis.budget.Budgets.check;
import static dev.lightfoot.analysis.budget.Budgets.cold;
import static dev.lightfoot.analysis.budget.Budgets.limit;
import static dev.lightfoot.analysis.budget.Budgets.logged;
import static dev.lightfoot.analysis.budget.Budgets.median;
import static dev.lightfoot.analysis.budget.Budgets.narrowed;
import static dev.lightfoot.analysis.budget.Budgets.opened;
import static dev.lightfoot.analysis.budget.Budgets.time;
import static dev.lightfoot.analysis.budget.Budgets.trips;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.acknowledge.Sifted;
import dev.lightfoot.analysis.catalogue.Examination;
import dev.lightfoot.analysis.compare.Comparison;
import dev.lightfoot.analysis.finding.Reason;
import dev.lightfoot.model.PageSamples;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.Samples;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.acknowledgement.Acknowledgement;
import dev.lightfoot.model.acknowledgement.Target;
import dev.lightfoot.model.budget.Allowance;
import dev.lightfoot.model.budget.Budget;
import dev.lightfoot.model.budget.Limit;
import dev.lightfoot.model.budget.Narrowing;
import dev.lightfoot.model.budget.Quantity;
import dev.lightfoot.model.span.Layer;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BudgetCheckTest {
  private static final long MILLI = 1_000_000;

  private static LimitVerdict verdict(LimitResult result) {
    return result.verdict();
  }

  @Test
  void theLastTripThatIsAllowedKeepsALimitAndTheNextBreaksIt() {
    assertThat(check(limit(trips(), 4), cold(5)).verdict()).isEqualTo(LimitVerdict.KEPT);
    LimitResult broken = check(limit(trips(), 3), cold(5));
    assertThat(broken.verdict()).isEqualTo(LimitVerdict.BROKEN);
    assertThat(broken.measured()).contains(new Measured(4, 4, 4, 5, false, OptionalLong.empty()));
  }

  @ParameterizedTest
  @CsvSource({"DNS,1", "TCP,1", "TLS,1", "REQUEST,1", "RESPONSE,0", "QUIC,0", "PROXY,0"})
  void tripsOfTheClientsLayersAreThoseOfTheLedger(Layer layer, long counted) {
    LimitResult result = check(limit(trips(layer), counted), cold(5));
    assertThat(result.measured().orElseThrow().value()).isEqualTo(counted);
    assertThat(result.verdict()).isEqualTo(LimitVerdict.KEPT);
  }

  @Test
  void tripsBehindTheServerAreCountedWhetherTheWaitHoldsThemOrNot() {
    assertThat(verdict(check(limit(trips(Layer.DATABASE), 51), opened())))
        .isEqualTo(LimitVerdict.KEPT);
    assertThat(verdict(check(limit(trips(Layer.DATABASE), 50), opened())))
        .isEqualTo(LimitVerdict.BROKEN);
    assertThat(check(limit(trips(), 55), opened()).measured().orElseThrow().value())
        .as("4 of the client's and 51 to the database")
        .isEqualTo(55);
  }

  @Test
  void aLayerThatARecorderOfCallsDidNotSeeHadNone() {
    LimitResult result = check(limit(trips(Layer.CACHE), 0), opened());
    assertThat(result.verdict()).isEqualTo(LimitVerdict.KEPT);
    assertThat(result.measured().orElseThrow().value()).isZero();
  }

  @Test
  void anAccessLogSaysNothingOfQueries() {
    LimitResult result = check(limit(trips(Layer.DATABASE), 3), logged());
    assertThat(result.verdict()).isEqualTo(LimitVerdict.UNMEASURABLE);
    assertThat(result.unmeasurable()).contains(new Unmeasurable.NotShown(Layer.DATABASE));
  }

  @Test
  void withoutLogsNothingIsKnownOfLayersBehindTheServer() {
    assertThat(check(limit(trips(Layer.DATABASE), 3), cold(5)).unmeasurable())
        .contains(new Unmeasurable.NothingRecorded(Layer.DATABASE));
  }

  @Test
  void aTimeIsBrokenOnlyWhereTheBoundOfThePercentileExceedsIt() {
    // 317.5 to 336.5: the median is 327, and with 95 % confidence not below the sixth
    Snapshot twenty = cold(20);
    long sixth = 322_500_000;
    assertThat(verdict(check(limit(median(), sixth), twenty))).isEqualTo(LimitVerdict.KEPT);
    LimitResult broken = check(limit(median(), sixth - 1), twenty);
    assertThat(broken.verdict()).isEqualTo(LimitVerdict.BROKEN);
    assertThat(broken.measured())
        .contains(new Measured(327_000_000, sixth, 331_500_000, 20, false, OptionalLong.empty()));
  }

  @Test
  void aPercentileNeedsItsRuns() {
    Quantity tail = time(Phase.WAIT, 95);
    assertThat(check(limit(tail, MILLI), cold(58)).unmeasurable())
        .contains(new Unmeasurable.TooFewRuns(58, 59));
    assertThat(verdict(check(limit(tail, MILLI), cold(59)))).isEqualTo(LimitVerdict.BROKEN);
    assertThat(check(limit(median(), MILLI), cold(4)).unmeasurable())
        .contains(new Unmeasurable.TooFewRuns(4, 5));
  }

  @Test
  void aPhaseThatNoRunHadIsNoTime() {
    assertThat(check(limit(time(Phase.QUIC, 50), MILLI), cold(5)).unmeasurable())
        .contains(new Unmeasurable.NoPhase(Phase.QUIC));
  }

  @Test
  void bytesAreThoseOfHeadsAndBodies() {
    assertThat(check(limit(new Quantity.Bytes(), 2_588), cold(5)).measured().orElseThrow().value())
        .isEqualTo(
            Samples.cold(0).exchanges().getFirst().response().orElseThrow().headerBytes() + 2_412);
  }

  @Test
  void aProbeHasNoNumberOfRequestsAndAPageHas() {
    assertThat(check(limit(new Quantity.Requests(), 25), cold(5)).unmeasurable())
        .contains(Unmeasurable.Known.NOT_A_PAGE);
    Snapshot page = PageSamples.shop();
    long requests = page.runs().getFirst().exchanges().size();
    assertThat(verdict(check(limit(new Quantity.Requests(), requests), page)))
        .isEqualTo(LimitVerdict.KEPT);
    assertThat(verdict(check(limit(new Quantity.Requests(), requests - 1), page)))
        .isEqualTo(LimitVerdict.BROKEN);
    assertThat(check(limit(time(Phase.WAIT, 50), MILLI), page).unmeasurable())
        .contains(Unmeasurable.Known.PHASES_OVERLAP);
  }

  @ParameterizedTest
  @CsvSource({
    "https://www.shop.test/nplus1/?n=50, 4",
    "/nplus1/?n=50, 4",
    "/nplus1/*, 4",
    "*, 4",
    "/nplus1/, 0",
    "https://other.test/*, 0"
  })
  void aUrlNarrowsALimit(String url, long counted) {
    LimitResult result = check(narrowed(limit(trips(), 4), "", url), cold(5));
    assertThat(result.measured().orElseThrow().value()).isEqualTo(counted);
    assertThat(result.warning().isPresent()).isEqualTo(counted == 0);
  }

  @ParameterizedTest
  @CsvSource({"GET /nplus1/, 51", "/nplus1/, 51", "/other/, 0"})
  void aRouteNarrowsALimit(String route, long counted) {
    LimitResult result = check(narrowed(limit(trips(Layer.DATABASE), 51), route, ""), opened());
    assertThat(result.measured().orElseThrow().value()).isEqualTo(counted);
  }

  @Test
  void aRouteIsNotKnownWithoutTheServersRecord() {
    assertThat(check(narrowed(limit(trips(), 4), "/nplus1/", ""), cold(5)).unmeasurable())
        .contains(Unmeasurable.Known.NO_ROUTES);
  }

  @Test
  void aTimeOfRequestsThatAreNotThereIsNoTime() {
    assertThat(check(narrowed(limit(median(), MILLI), "", "/none"), cold(5)).unmeasurable())
        .contains(Unmeasurable.Known.NOTHING_MATCHES);
  }

  @Test
  void tripsBeyondABaselineBreakALimit() {
    Allowance none = new Allowance.WorseBy("before", 0, 0);
    assertThat(verdict(check(limit(trips(Layer.DATABASE), none), opened(3), opened(2))))
        .isEqualTo(LimitVerdict.BROKEN);
    assertThat(verdict(check(limit(trips(Layer.DATABASE), none), opened(2), opened(3))))
        .isEqualTo(LimitVerdict.KEPT);
    Allowance half = new Allowance.WorseBy("before", 0, 50);
    assertThat(verdict(check(limit(trips(Layer.DATABASE), half), opened(3), opened(2))))
        .isEqualTo(LimitVerdict.KEPT);
  }

  @Test
  void aTimeThatIsTheSameIsNotWorseThanItsBaseline() {
    LimitResult result =
        check(limit(median(), new Allowance.WorseBy("before", 0, 0)), cold(20), cold(20));
    assertThat(result.verdict()).isEqualTo(LimitVerdict.KEPT);
    assertThat(result.measured().orElseThrow().baseline()).hasValue(327_000_000);
  }

  @Test
  void aTimeBeyondTheNoiseAndTheAllowanceIsBroken() {
    Snapshot slower =
        Samples.snapshot(
            Samples.TARGET,
            cold(20).runs().stream().map(_ -> Samples.cold(200_000)).toArray(Run[]::new));
    Allowance little = new Allowance.WorseBy("before", 100 * MILLI, 0);
    assertThat(verdict(check(limit(median(), little), slower, cold(20))))
        .isEqualTo(LimitVerdict.BROKEN);
    Allowance much = new Allowance.WorseBy("before", 0, 100);
    assertThat(verdict(check(limit(median(), much), slower, cold(20))))
        .isEqualTo(LimitVerdict.KEPT);
  }

  @Test
  void aBaselineOfFewRunsGivesNoVerdict() {
    assertThat(
            check(limit(median(), new Allowance.WorseBy("before", 0, 5)), cold(20), cold(5))
                .unmeasurable())
        .contains(new Unmeasurable.TooFewToCompare(20, 5));
  }

  @Test
  void whatARuleCouldNotLookAtIsNotMeasured() {
    assertThat(check(limit(new Quantity.Finding("repeated-query"), 0), cold(5)).unmeasurable())
        .contains(new Unmeasurable.NotApplicable(Reason.of(Reason.Kind.NO_RECORDS)));
  }

  @Test
  void aRuleThatThereIsNotIsNotMeasured() {
    assertThat(check(limit(new Quantity.Finding("slow-query"), 0), cold(5)).unmeasurable())
        .contains(Unmeasurable.Known.NO_SUCH_RULE);
  }

  @Test
  void aRuleThatFoundNothingKeepsItsLimit() {
    LimitResult result = check(limit(new Quantity.Finding("cut-midway"), 0), cold(5));
    assertThat(verdict(result)).isEqualTo(LimitVerdict.KEPT);
  }

  @Test
  void aFindingBreaksItsLimit() {
    LimitResult result = check(limit(new Quantity.Finding("redirect"), 0), redirected());
    assertThat(verdict(result)).isEqualTo(LimitVerdict.BROKEN);
    assertThat(result.measured().orElseThrow().value()).isPositive();
  }

  @Test
  void aFindingOfAnotherRouteDoesNot() {
    Limit elsewhere =
        new Limit(
            new Quantity.Finding("redirect"),
            new Narrowing(Optional.of("/elsewhere/*"), Optional.empty()),
            new Allowance.AtMost(0),
            Optional.empty(),
            1);
    assertThat(verdict(check(elsewhere, redirected()))).isEqualTo(LimitVerdict.KEPT);
  }

  @Test
  void anAcknowledgedFindingBreaksNoBudget() {
    Acknowledgement known =
        new Acknowledgement(
            new Target.OfRule("redirect", "*"),
            "old links",
            LocalDate.EPOCH,
            Optional.empty(),
            OptionalInt.empty());
    LimitResult result =
        BudgetCheck.of(
                new Budget(List.of(limit(new Quantity.Finding("redirect"), 0))),
                redirected(),
                Map.of(),
                Comparison::of,
                it -> Sifted.of(Examination.of(it), List.of(known), LocalDate.EPOCH))
            .getFirst();
    assertThat(verdict(result)).isEqualTo(LimitVerdict.KEPT);
  }

  private static Snapshot redirected() {
    return Samples.snapshot(Samples.TARGET, Samples.redirected());
  }

  @Test
  void runsThatFailedSayNothing() {
    Snapshot failed = Samples.snapshot(Samples.TARGET, Samples.unresolved());
    assertThat(check(limit(trips(), 4), failed).unmeasurable()).contains(Unmeasurable.Known.NO_RUN);
  }

  @Test
  void tripsOfARunCountAlsoWhereOurOwnProcessStalledAndItsTimeDoesNot() {
    Run run = Samples.cold(0);
    Run stalled =
        new Run(
            run.state(),
            run.startedAt(),
            run.error(),
            true,
            run.exchanges(),
            run.spans(),
            run.alignments());
    Snapshot snapshot = Samples.snapshot(Samples.TARGET, stalled);
    assertThat(verdict(check(limit(trips(), 4), snapshot))).isEqualTo(LimitVerdict.KEPT);
    assertThat(verdict(check(limit(trips(), 3), snapshot))).isEqualTo(LimitVerdict.BROKEN);
    assertThat(check(limit(median(), MILLI), snapshot).unmeasurable())
        .contains(Unmeasurable.Known.NO_RUN);
  }

  @ParameterizedTest
  @CsvSource({"8,false", "9,true"})
  void aLimitThatAllowsMoreThanTwiceWhatThereIsIsLoose(long max, boolean loose) {
    assertThat(check(limit(trips(), max), cold(5)).warning())
        .isEqualTo(loose ? Optional.of(LimitResult.Warning.LOOSE) : Optional.empty());
  }

  @ParameterizedTest
  @CsvSource({"2,false", "3,true"})
  void fewTripsMoreThanNoneAreNotLoose(long max, boolean loose) {
    assertThat(check(limit(trips(Layer.CACHE), max), opened()).warning().isPresent())
        .isEqualTo(loose);
  }
}
