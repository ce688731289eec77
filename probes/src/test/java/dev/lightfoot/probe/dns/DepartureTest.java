package dev.lightfoot.probe.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class DepartureTest {
  private static final long LONG = 60_000_000_000L;

  private final List<String> order = new CopyOnWriteArrayList<>();

  @Test
  void noneLeavesBeforeAllAreReady() throws Exception {
    Departure departure = new Departure(2, LONG);
    Thread first = leaves(departure);
    Thread second =
        Thread.ofPlatform()
            .start(
                () ->
                    departure.with(
                        () -> {
                          order.add("ready");
                          Departure.ready();
                        }));
    first.join();
    second.join();
    assertThat(order).containsExactly("ready", "left");
  }

  @Test
  void aQuestionThatNeverLeavesKeepsNobodyWaiting() throws Exception {
    Departure departure = new Departure(2, LONG);
    Thread first = leaves(departure);
    departure.with(() -> order.add("given up"));
    first.join();
    assertThat(order).containsExactly("given up", "left");
  }

  @Test
  void whoIsNotReadyInTimeIsNotWaitedFor() throws Exception {
    leaves(new Departure(2, 1)).join();
    assertThat(order).containsExactly("left");
  }

  @Test
  void aQuestionOfItsOwnAndARepeatedOneLeaveAtOnce() throws Exception {
    Departure.ready();
    Departure departure = new Departure(1, LONG);
    departure.with(
        () -> {
          Departure.ready();
          Departure.ready();
          order.add("left");
        });
    assertThat(order).containsExactly("left");
  }

  private Thread leaves(Departure departure) {
    return Thread.ofPlatform()
        .start(
            () ->
                departure.with(
                    () -> {
                      Departure.ready();
                      order.add("left");
                    }));
  }
}
