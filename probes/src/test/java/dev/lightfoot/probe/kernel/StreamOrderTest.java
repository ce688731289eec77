package dev.lightfoot.probe.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/// When bytes of a stream could be had of which some packet was lost.
final class StreamOrderTest {
  private OptionalLong count = OptionalLong.of(0);
  private final StreamOrder order = new StreamOrder(() -> count);

  @Test
  void whatLayThereWhileNothingCouldBeTakenIsHadWhenItIsTaken() {
    order.had(stamped(100, 200, 210));
    order.nothing(300);
    count = OptionalLong.of(1);
    assertThat(order.had(stamped(250, 260, 500))).isEqualTo(new Arrival(0, 500, 500, 500, false));
  }

  @Test
  void aPacketWhoseWayThroughTheKernelIsSlowIsHadWhenItCame() {
    order.nothing(300);
    assertThat(order.had(stamped(290, 295, 350))).isEqualTo(stamped(290, 295, 350));
  }

  @Test
  void onlyWhatCameOutOfOrderSinceThenCounts() {
    count = OptionalLong.of(3);
    order.nothing(100);
    order.had(stamped(90, 95, 150));
    order.nothing(300);
    assertThat(order.had(stamped(290, 295, 350))).isEqualTo(stamped(290, 295, 350));
  }

  @Test
  void nothingIsHadBeforeWhatComesBeforeIt() {
    order.had(stamped(100, 200, 210));
    assertThat(order.had(stamped(150, 190, 220))).isEqualTo(stamped(200, 200, 220));
    assertThat(order.had(stamped(190, 230, 240))).isEqualTo(stamped(200, 230, 240));
  }

  @Test
  void aKernelThatDoesNotCountLeavesTheInstantOfTheReading() {
    count = OptionalLong.empty();
    order.nothing(300);
    assertThat(order.had(stamped(290, 295, 350)).stamped()).isFalse();
  }

  private static Arrival stamped(long first, long last, long taken) {
    return new Arrival(0, first, last, taken, true);
  }
}
