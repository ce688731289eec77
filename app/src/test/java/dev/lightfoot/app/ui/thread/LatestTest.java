package dev.lightfoot.app.ui.thread;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class LatestTest {
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private final List<Integer> heard = new ArrayList<>();
  private final Latest<Integer> latest = new Latest<>(waiting::add, heard::add);

  @Test
  void valuesBetweenTwoDeliveriesAreForgotten() {
    latest.offer(1);
    latest.offer(2);
    latest.offer(3);
    runAll();
    assertThat(heard).containsExactly(3);
  }

  @Test
  void theLastValueAlwaysArrives() {
    latest.offer(1);
    runAll();
    latest.offer(2);
    runAll();
    assertThat(heard).containsExactly(1, 2);
  }

  @Test
  void onlyOneDeliveryWaitsAtATime() {
    latest.offer(1);
    latest.offer(2);
    assertThat(waiting).hasSize(1);
  }

  private void runAll() {
    while (!waiting.isEmpty()) {
      waiting.remove().run();
    }
  }
}
