package dev.lightfoot.analysis.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.stack.PlacedSpan;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanKind;
import dev.lightfoot.model.span.SpanTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class ServerTimesTest {
  private static final int DEEP = 5_000;

  private static ServerCall call(int depth) {
    long length = 2L * (DEEP - depth);
    Span span =
        Span.of(
            "%016x".formatted(depth + 1),
            "handle",
            Layer.APP,
            SpanKind.INTERNAL,
            SpanTime.of(depth, length, 1));
    return new ServerCall(
        new PlacedSpan(
            span, depth - 1, depth, length, false, 0, OptionalLong.empty(), Optional.empty(), true),
        CallText.of(span));
  }

  @Test
  void aTraceOfThousandsWithinEachOtherTakesWhatItTook() {
    ServerCall root = call(0);
    ServerCall at = root;
    for (int depth = 1; depth < DEEP; depth++) {
      ServerCall next = call(depth);
      at.children().add(next);
      at = next;
    }
    ServerTimes times = new ServerTimes(List.of(root));
    assertThat(times.shiftNanos(DEEP)).isZero();
    assertThat(times.shiftNanos(3 * DEEP)).isZero();
  }
}
