package dev.lightfoot.analysis.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Attributes;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanKind;
import dev.lightfoot.model.span.SpanStatus;
import dev.lightfoot.model.span.SpanTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CallFloorTest {
  private static final Span CALL =
      Span.of("a", "SELECT", Layer.DATABASE, SpanKind.CLIENT, SpanTime.of(0, 9_000_000, 1));

  @Test
  void theWayIsWhatNeitherTheCalledNorTheCallerWorked() {
    Span packed = CALL.with(Attributes.of(AttributeNames.CPU_NANOS, "1000000"));
    assertThat(CallFloor.way(packed, 3_000_000)).hasValue(5_000_000);
    assertThat(CallFloor.way(CALL, 10_000_000)).hasValue(0);
  }

  @Test
  void aCallThatFailedMayNeverHaveBeenThere() {
    Span refused =
        new Span(
            Optional.empty(),
            "a",
            Optional.empty(),
            "SELECT",
            Layer.DATABASE,
            SpanKind.CLIENT,
            CALL.time(),
            SpanStatus.error("refused"),
            Attributes.NONE,
            List.of(),
            List.of());
    assertThat(CallFloor.way(refused, 0)).isEmpty();
  }

  @Test
  void ofFewerThanFiveNobodyKnowsTheLeast() {
    assertThat(CallFloor.least(List.of(4L, 3L, 5L, 6L))).isEmpty();
    assertThat(CallFloor.least(List.of(4L, 3L, 5L, 6L, 7L))).hasValue(3);
  }
}
