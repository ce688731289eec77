package dev.lightfoot.probe.dns.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TryPlanTest {

  private static TryPlan given(int timeout, int attempts) {
    return new TryPlan(OptionalInt.of(timeout), OptionalInt.of(attempts), false);
  }

  /// Seconds for each question, as long as there are more.
  private static List<Long> seconds(TryPlan plan, int servers) {
    return IntStream.iterate(0, asked -> plan.goesOn(asked, servers), asked -> asked + 1)
        .mapToObj(asked -> plan.patience(asked, servers).toSeconds())
        .toList();
  }

  @Test
  void oneServerIsGivenTheWholeTimeout() {
    assertThat(seconds(given(2, 3), 1)).containsExactly(2L, 2L, 2L);
    assertThat(given(2, 3).limit(1)).isEqualTo(Duration.ofSeconds(6));
  }

  /// The C library: timeout << number of the server, divided by how many there are, at least 1 s.
  @Test
  void laterServersAreGivenTheirShareOfTwiceAsMuch() {
    assertThat(seconds(given(5, 1), 2)).containsExactly(5L, 5L);
    assertThat(seconds(given(5, 2), 3)).containsExactly(5L, 3L, 6L, 5L, 3L, 6L);
    assertThat(seconds(given(1, 1), 3)).containsExactly(1L, 1L, 1L);
    assertThat(seconds(given(0, 1), 1)).containsExactly(1L);
  }

  @Test
  void whatIsSaidAloneBringsTheSystemsUsualValueOfTheOther() {
    assertThat(seconds(new TryPlan(OptionalInt.of(1), OptionalInt.empty(), false), 1))
        .containsExactly(1L, 1L);
    assertThat(seconds(new TryPlan(OptionalInt.empty(), OptionalInt.of(1), false), 1))
        .containsExactly(5L);
  }

  @Test
  void whatTheSettingsWantHasAnEnd() {
    assertThat(given(30, 5).limit(3)).isEqualTo(DnsLimits.GIVEN_TOTAL);
    assertThat(given(5, 2).limit(3)).isEqualTo(Duration.ofSeconds(28));
    assertThat(given(1, 1).limit(1)).isEqualTo(DnsLimits.TOTAL);
  }

  @Test
  void withoutThemTheWayIsOurs() {
    assertThat(TryPlan.OWN.patience(0, 2)).isEqualTo(DnsLimits.FIRST_TRY);
    assertThat(TryPlan.OWN.patience(2, 2)).isEqualTo(DnsLimits.PER_TRY);
    assertThat(TryPlan.OWN.patience(0, 1)).isEqualTo(DnsLimits.PER_TRY);
    assertThat(TryPlan.OWN.limit(2)).isEqualTo(DnsLimits.TOTAL);
    assertThat(TryPlan.OWN.goesOn(100, 1)).isTrue();
  }
}
