package dev.lightfoot.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.ExchangeBuilder;
import dev.lightfoot.probe.http.ExchangeResult;
import dev.lightfoot.probe.trace.Deferred;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HopNotesTest {
  private final List<String> made = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private final HandClock clock = new HandClock();
  private final HopNotes hops =
      new HopNotes(
          new ProbeListener() {
            @Override
            public void exchangeEnded(Exchange exchange) {
              told.add(exchange.url());
            }
          },
          clock);

  /// Does what is to be done again and again when it is told to.
  private static final class HandClock extends ScheduledThreadPoolExecutor {
    private Runnable task = () -> {};

    HandClock() {
      super(1);
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(
        Runnable command, long initialDelay, long delay, TimeUnit unit) {
      task = command;
      return schedule(() -> {}, 1, TimeUnit.HOURS);
    }
  }

  private ExchangeResult hop(String url) {
    return new ExchangeResult(
        OptionalInt.of(302),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        new Deferred<>(
            () -> {
              made.add(url);
              return new ExchangeResult.Facts(
                  new ExchangeBuilder(url, "GET").build(), List.of("of " + url), Optional.empty());
            }));
  }

  @AfterEach
  void end() {
    hops.close();
    clock.shutdownNow();
  }

  @Test
  void nothingIsMadeOfAHopWhileANextOneMayWaitForIt() {
    hops.ended(hop("http://a.test/"));
    assertThat(made).isEmpty();
    assertThat(told).isEmpty();
  }

  @Test
  void allAreMadeAndToldInOrderWhenTheChainIsOver() {
    hops.ended(hop("http://a.test/"));
    hops.ended(hop("http://b.test/"));
    assertThat(hops.exchanges())
        .extracting(Exchange::url)
        .containsExactly("http://a.test/", "http://b.test/")
        .isEqualTo(made)
        .isEqualTo(told);
    assertThat(hops.remarks()).containsExactly("of http://a.test/", "of http://b.test/");
  }

  @Test
  void ofAChainThatLastsIsToldWhatThereIsMeanwhileAndOnceOnly() {
    hops.ended(hop("http://a.test/"));
    clock.task.run();
    assertThat(told).containsExactly("http://a.test/");
    hops.ended(hop("http://b.test/"));
    assertThat(hops.exchanges()).hasSize(2);
    assertThat(told).containsExactly("http://a.test/", "http://b.test/");
  }
}
