package dev.lightfoot.analysis.budget;

import static dev.lightfoot.analysis.budget.Budgets.check;
import static dev.lightfoot.analysis.budget.Budgets.cold;
import static dev.lightfoot.analysis.budget.Budgets.opened;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.model.PageSamples;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.budget.Quantity;
import dev.lightfoot.model.span.Layer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProposalTest {
  private static Proposal.Proposed of(Proposal proposal, Quantity quantity) {
    return proposal.limits().stream()
        .filter(each -> each.limit().quantity().equals(quantity))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void everyLimitIsKeptByTheSnapshotThatItIsMadeFrom() {
    for (Snapshot snapshot : List.of(cold(20), cold(60), opened(), PageSamples.shop())) {
      for (Proposal.Proposed each : Proposal.of(snapshot).limits()) {
        LimitResult result = check(each.limit(), snapshot);
        assertThat(result.verdict()).as(each.toString()).isEqualTo(LimitVerdict.KEPT);
        assertThat(result.warning()).as(each.toString()).isEmpty();
      }
    }
  }

  @Test
  void tripsGetNoHeadroom() {
    Proposal proposal = Proposal.of(opened());
    assertThat(proposal.layers()).isTrue();
    assertThat(of(proposal, Budgets.trips(Layer.DATABASE)).max()).isEqualTo(51);
    assertThat(of(proposal, Budgets.trips()).max()).isEqualTo(55);
    assertThat(of(proposal, Budgets.trips()).headroom()).isZero();
  }

  @Test
  void aTimeGetsTheWidthOfItsIntervalOnceMore() {
    // of 60 runs a millisecond apart the bounds are the 24th and the 37th: 13 ms; 10 % is more
    Proposal.Proposed few = of(Proposal.of(cold(60)), Budgets.median());
    assertThat(few.max()).isEqualTo(382_000_000);
    assertThat(few.isWide()).isFalse();
    // 5 runs: bounds are the fastest and the slowest
    assertThat(of(Proposal.of(cold(5)), Budgets.median()).max()).isEqualTo(352_000_000);
  }

  @Test
  void aPercentileIsProposedOnlyWhereThereAreRunsEnough() {
    Quantity tail = new Quantity.Time(Optional.empty(), 95);
    assertThat(Proposal.of(cold(58)).limits())
        .noneMatch(each -> each.limit().quantity().equals(tail));
    assertThat(of(Proposal.of(cold(59)), tail).max()).isPositive();
  }

  @Test
  void fewRunsGiveNoLimitOnTime() {
    Proposal proposal = Proposal.of(cold(4));
    assertThat(proposal.timeNeeds()).contains(5);
    assertThat(proposal.limits())
        .noneMatch(each -> each.limit().quantity() instanceof Quantity.Time);
  }

  @ParameterizedTest
  @CsvSource({"999,999", "1000,1000", "1001,1010", "382110000,383000000", "0,0"})
  void amountsAreRoundedUpToThreeDigits(long amount, long rounded) {
    assertThat(Proposal.roundedUp(amount)).isEqualTo(rounded);
  }
}
