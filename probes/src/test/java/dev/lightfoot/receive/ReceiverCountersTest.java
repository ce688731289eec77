package dev.lightfoot.receive;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;

class ReceiverCountersTest {
  @Test
  void theLastRefusalsAreRememberedTheNewestFirst() {
    ReceiverCounters tally = new ReceiverCounters();
    for (int i = 0; i <= ReceiverLimits.REFUSALS; i++) {
      tally.refusal(refusal(i));
    }
    assertThat(tally.refusals()).hasSize(ReceiverLimits.REFUSALS);
    assertThat(tally.refusals().getFirst()).isEqualTo(refusal(ReceiverLimits.REFUSALS));
    assertThat(tally.refusals().getLast()).isEqualTo(refusal(1));
  }

  private static Refusal refusal(int number) {
    InetSocketAddress sender = new InetSocketAddress(InetAddress.getLoopbackAddress(), 1_000);
    return new Refusal(sender, 415, "reason " + number);
  }
}
