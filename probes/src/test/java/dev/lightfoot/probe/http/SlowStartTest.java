package dev.lightfoot.probe.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.model.Chunk;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class SlowStartTest {
  private static final long RTT = 40_000_000;

  private static OptionalInt trips(Chunk... chunks) {
    return SlowStart.trips(List.of(chunks), OptionalLong.of(RTT));
  }

  @Test
  void fullWindowsOneRoundTripApartAreCounted() {
    assertThat(
            trips(
                new Chunk(0, 14_000),
                new Chunk(RTT, 14_000),
                new Chunk(RTT + 1_000_000, 14_000),
                new Chunk(2 * RTT + 1_000_000, 20_000)))
        .hasValue(2);
  }

  @Test
  void aServerThatPausesIsNotSlowStart() {
    assertThat(trips(new Chunk(0, 14_000), new Chunk(5 * RTT, 14_000))).hasValue(0);
    assertThat(trips(new Chunk(0, 200), new Chunk(RTT, 200))).hasValue(0);
  }

  @Test
  void withoutARoundTripTimeNothingIsClaimed() {
    assertThat(SlowStart.trips(List.of(), OptionalLong.empty())).isEmpty();
  }
}
