package dev.lightfoot.store.span.journal;

import static dev.lightfoot.store.span.SpanSamples.cart;
import static dev.lightfoot.store.span.SpanSamples.carts;
import static dev.lightfoot.store.span.SpanSamples.traceId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.store.span.SpanRetention;
import dev.lightfoot.store.span.SpanStore;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A store makes room when something is accepted and in the background.
final class RoomRaceTest {
  /// Of 1500, seven lost a span that had just come.
  private static final int ROUNDS = 400;

  @TempDir Path temporary;

  @Test
  void twoThatMakeRoomAtOnceDropNoMoreThanOne() throws IOException {
    int lost = 0;
    for (int round = 0; round < ROUNDS; round++) {
      Path folder = temporary.resolve("spans" + round);
      try (SpanStore store = JournalSpanStore.open(folder, new SpanRetention(100, 1L << 30))) {
        store.accept(cart(0).subList(0, 4));
        store.accept(carts(1, 30));
        store.accept(cart(0).subList(4, 5));
        lost += store.trace(traceId(0)).isEmpty() ? 1 : 0;
      }
    }
    assertThat(lost).isZero();
  }
}
