package dev.lightfoot.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.intake.KnownSpans.Claim;
import dev.lightfoot.model.Layer;
import dev.lightfoot.model.Span;
import dev.lightfoot.model.SpanKind;
import dev.lightfoot.model.SpanTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class KnownSpansTest {
  private final KnownSpans known = new KnownSpans(10_000);

  @Test
  void aSpanIsKnownByTraceIdKindAndStart() {
    KnownSpans.Teller file = known.teller();
    Span span = span("1", SpanKind.SERVER, 5);
    assertThat(file.identified(span)).isEqualTo(Claim.NEW);
    assertThat(file.identified(span)).isEqualTo(Claim.TWICE);
    assertThat(file.identified(span("2", SpanKind.SERVER, 5))).isEqualTo(Claim.NEW);
    assertThat(file.identified(span("1", SpanKind.CLIENT, 5))).isEqualTo(Claim.NEW);
    assertThat(file.identified(span("1", SpanKind.SERVER, 6))).isEqualTo(Claim.NEW);
    assertThat(file.identified(span.inTrace("t", Optional.empty()))).isEqualTo(Claim.NEW);
    assertThat(known.teller().identified(span)).isEqualTo(Claim.REPEATED);
  }

  @Test
  void equalEntriesOfOneFileAreDifferentEvents() {
    Span span = span("1", SpanKind.SERVER, 5);
    KnownSpans.Teller first = known.teller();
    assertThat(first.derived(span)).isEqualTo(Claim.NEW);
    assertThat(first.derived(span)).isEqualTo(Claim.NEW);
    KnownSpans.Teller second = known.teller();
    assertThat(second.derived(span)).isEqualTo(Claim.REPEATED);
    assertThat(second.derived(span)).isEqualTo(Claim.REPEATED);
    assertThat(second.derived(span)).isEqualTo(Claim.NEW);
  }

  @Test
  void aDerivedIdIsKnownWhateverElseAnotherFormatTells() {
    known.teller().derived(span("1", SpanKind.SERVER, 5));
    Span other = span("1", SpanKind.SERVER, 5_123).inTrace("t", Optional.empty());
    assertThat(known.teller().derived(other)).isEqualTo(Claim.REPEATED);
  }

  @Test
  void aMillionEqualEntriesCostNoMoreThanOthers() {
    KnownSpans.Teller file = known.teller();
    Span span = span("1", SpanKind.SERVER, 5);
    for (int i = 0; i < 1_000_000; i++) {
      assertThat(file.derived(span) == Claim.NEW).isTrue();
    }
  }

  @Test
  void ofTooManyTheLastAreKnown() {
    KnownSpans.Teller file = known.teller();
    for (int i = 0; i < 100_000; i++) {
      Span span = span("s" + i, SpanKind.SERVER, i);
      assertThat(file.identified(span)).isEqualTo(Claim.NEW);
      Span recent = span("s" + Math.max(0, i - 9_000), SpanKind.SERVER, Math.max(0, i - 9_000));
      assertThat(file.identified(recent)).isEqualTo(Claim.TWICE);
    }
    assertThat(known.forgot()).isTrue();
  }

  private static Span span(String id, SpanKind kind, long start) {
    return Span.of(id, "GET", Layer.APP, kind, SpanTime.of(start, 1, 1));
  }
}
