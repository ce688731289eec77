package dev.lightfoot.store.span;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SpanRetentionTest {
  /// The virtual machine says 1 297 481 728 bytes for the window's -Xmx1536m: of the young
  /// generation it counts a part only.
  @Test
  void theHeapOfTheWindowHasRoomForATraceOfAMillionSpans() {
    assertThat(SpanRetention.inMemory(1_297_481_728L).spans()).isGreaterThan(1_100_000);
  }

  @Test
  void theSmallestHeapKeepsSomething() {
    assertThat(SpanRetention.inMemory(1).spans()).isEqualTo(1);
  }
}
