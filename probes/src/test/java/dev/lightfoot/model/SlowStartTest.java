package dev.lightfoot.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class SlowStartTest {
  private static final long RTT = 40_000_000;

  @Test
  void aBodyThatFitsTheFirstFlightCostsNoFurtherTrip() {
    assertThat(SlowStart.rounds(List.of(new Chunk(0, 14_600)), RTT)).isEqualTo(OptionalInt.of(0));
  }

  @Test
  void everyPauseOfARoundTripIsARound() {
    List<Chunk> body =
        List.of(new Chunk(0, 14_600), new Chunk(40_500_000, 29_200), new Chunk(81_000_000, 5_000));
    assertThat(SlowStart.rounds(body, RTT)).isEqualTo(OptionalInt.of(2));
  }

  @Test
  void pausesAfterMuchLessThanAWindowAreTheServersOwn() {
    List<Chunk> body =
        List.of(
            new Chunk(0, 14_600),
            new Chunk(40_000_000, 1_000),
            new Chunk(80_000_000, 1_000),
            new Chunk(120_000_000, 1_000));
    assertThat(SlowStart.rounds(body, RTT)).isEqualTo(OptionalInt.of(1));
  }

  /// A capture of 300 kB at 33 ms: cubic left slow start early (HyStart).
  @Test
  void aSenderMayNeedMoreRoundsThanDoublingWindowsDo() {
    List<Chunk> body =
        List.of(
            new Chunk(0, 14_236),
            new Chunk(33_500_000, 28_960),
            new Chunk(67_100_000, 56_556),
            new Chunk(100_800_000, 55_024),
            new Chunk(134_200_000, 139_264),
            new Chunk(167_700_000, 5_960));
    assertThat(SlowStart.mostRounds(300_000)).isEqualTo(5);
    assertThat(SlowStart.rounds(body, 33_200_000)).isEqualTo(OptionalInt.of(5));
  }

  @Test
  void aPacedBodyShowsNoRounds() {
    List<Chunk> body = List.of(new Chunk(0, 30_000), new Chunk(10_000_000, 30_000));
    assertThat(SlowStart.rounds(body, RTT)).isEmpty();
  }

  @Test
  void pausesOfOurOwnSchedulerAreNoRounds() {
    List<Chunk> body = List.of(new Chunk(0, 30_000), new Chunk(60_000, 30_000));
    assertThat(SlowStart.rounds(body, 50_000)).isEmpty();
  }

  @Test
  void aLongPauseIsNoTransfer() {
    List<Chunk> body = List.of(new Chunk(0, 100), new Chunk(500_000_000, 100));
    assertThat(SlowStart.pausedNanos(body, OptionalLong.of(RTT))).isEqualTo(500_000_000);
  }

  @Test
  void flightsAreWhatCameBetweenTwoPausesAndTheFirstIsTheInitialWindow() {
    List<Chunk> flights =
        SlowStart.flights(
            List.of(
                new Chunk(0, 7_000),
                new Chunk(100_000, 7_480),
                new Chunk(40_500_000, 28_960),
                new Chunk(81_000_000, 5_000)),
            RTT);
    assertThat(flights)
        .containsExactly(
            new Chunk(0, 14_480), new Chunk(40_500_000, 28_960), new Chunk(81_000_000, 5_000));
    assertThat(SlowStart.initialWindow(flights)).isEqualTo(OptionalInt.of(10));
    assertThat(SlowStart.initialWindow(flights.subList(0, 1))).isEmpty();
  }
}
