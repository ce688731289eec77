package dev.lightfoot.analysis.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

final class TripSumTest {
  private static final OptionalInt UNKNOWN = OptionalInt.empty();

  private static TripSum sum(OptionalInt... counts) {
    return TripSum.of(List.of(counts));
  }

  @Test
  void whatWasCountedIsAddedUp() {
    assertThat(sum(OptionalInt.of(2), OptionalInt.of(3)))
        .isEqualTo(new TripSum(OptionalInt.of(5), false));
  }

  @Test
  void whereSomeCouldNotBeCountedTheSumIsALowerBound() {
    assertThat(sum(OptionalInt.of(2), UNKNOWN)).isEqualTo(new TripSum(OptionalInt.of(2), true));
  }

  @Test
  void thatNothingWasSentForOneSaysNothingOfTheOthers() {
    assertThat(sum(OptionalInt.of(0), UNKNOWN)).isEqualTo(new TripSum(UNKNOWN, false));
    assertThat(sum()).isEqualTo(new TripSum(UNKNOWN, false));
    assertThat(sum(OptionalInt.of(0))).isEqualTo(new TripSum(OptionalInt.of(0), false));
  }
}
