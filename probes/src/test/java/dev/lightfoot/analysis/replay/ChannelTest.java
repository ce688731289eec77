package dev.lightfoot.analysis.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ChannelTest {
  private static final long MILLI = 1_000_000;
  private static final long RTT = 40 * MILLI;

  private static Body body(long bytes) {
    return new Body(new Body.Came(List.of(), 0, 0, bytes, 0), new long[0], RTT);
  }

  private static int rounds(Channel channel, long bytes, long atMillis) {
    Body body = body(bytes);
    channel.carry(body, atMillis * MILLI);
    return body.rounds();
  }

  @Test
  void whatFitsTheFirstWindowIsThereAtOnce() {
    assertThat(rounds(new Channel(14_600), 14_600, 0)).isZero();
  }

  @Test
  void theWindowDoublesWithEachRound() {
    // 14 600, 29 200, 58 400
    assertThat(rounds(new Channel(14_600), 14_601, 0)).isEqualTo(1);
    assertThat(rounds(new Channel(14_600), 43_800, 0)).isEqualTo(1);
    assertThat(rounds(new Channel(14_600), 43_801, 0)).isEqualTo(2);
  }

  @Test
  void responsesAtTheSameTimeShareIt() {
    Channel channel = new Channel(14_600);
    assertThat(rounds(channel, 10_000, 0)).isZero();
    assertThat(rounds(channel, 10_000, 1)).isEqualTo(1);
  }

  @Test
  void whatCameBeforeLeavesItOpen() {
    Channel channel = new Channel(14_600);
    assertThat(rounds(channel, 14_600, 0)).isZero();
    assertThat(rounds(channel, 29_200, 100)).isZero();
  }
}
