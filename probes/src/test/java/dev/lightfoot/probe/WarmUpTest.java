package dev.lightfoot.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WarmUpTest {
  private final AtomicInteger payments = new AtomicInteger();
  private final ProbeListener listener =
      new ProbeListener() {
        @Override
        public void warmingUp() {
          payments.incrementAndGet();
        }
      };

  private int paid(WarmUp warmUp, int runs) {
    int before = payments.get();
    warmUp.pay(runs, listener, new Cancellation());
    return payments.get() - before;
  }

  @Test
  void isPaidOnceAndTheRestBeforeTheFirstLongSeries() {
    WarmUp warmUp = WarmUp.once();
    assertThat(paid(warmUp, 5)).isOne();
    assertThat(paid(warmUp, 19)).isZero();
    assertThat(paid(warmUp, 20)).isOne();
    assertThat(paid(warmUp, 100)).isZero();
    assertThat(paid(warmUp, 1)).isZero();
  }

  @Test
  void whatWasCutShortIsStillOwed() {
    WarmUp warmUp = WarmUp.once();
    Cancellation cancelled = new Cancellation();
    cancelled.cancel();
    warmUp.pay(1, listener, cancelled);
    assertThat(paid(warmUp, 1)).isOne();
  }
}
