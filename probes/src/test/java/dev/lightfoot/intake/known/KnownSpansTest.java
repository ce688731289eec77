package dev.lightfoot.intake.known;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.intake.known.KnownSpans.Claim;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanKind;
import dev.lightfoot.model.span.SpanTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class KnownSpansTest {
  private final KnownSpans known = new KnownSpans(10_000);

  @Test
  void aSpanIsKnownByTraceIdKindAndStart() {
    KnownSpans.Teller file = known.teller();
    Span span = span("1", SpanKind.SERVER, 5);
    assertThat(identified(file, span)).isEqualTo(Claim.NEW);
    assertThat(identified(file, span)).isEqualTo(Claim.TWICE);
    assertThat(identified(file, span("2", SpanKind.SERVER, 5))).isEqualTo(Claim.NEW);
    assertThat(identified(file, span("1", SpanKind.CLIENT, 5))).isEqualTo(Claim.NEW);
    assertThat(identified(file, span("1", SpanKind.SERVER, 6))).isEqualTo(Claim.NEW);
    assertThat(identified(file, span.inTrace("t", Optional.empty()))).isEqualTo(Claim.NEW);
    assertThat(identified(known.teller(), span)).isEqualTo(Claim.REPEATED);
  }

  @Test
  void equalEntriesOfOneFileAreDifferentEvents() {
    Span span = span("1", SpanKind.SERVER, 5);
    KnownSpans.Teller first = known.teller();
    assertThat(derived(first, span)).isEqualTo(Claim.NEW);
    assertThat(derived(first, span)).isEqualTo(Claim.NEW);
    KnownSpans.Teller second = known.teller();
    assertThat(derived(second, span)).isEqualTo(Claim.REPEATED);
    assertThat(derived(second, span)).isEqualTo(Claim.REPEATED);
    assertThat(derived(second, span)).isEqualTo(Claim.NEW);
  }

  @Test
  void aDerivedIdIsKnownWhateverElseAnotherFormatTells() {
    derived(known.teller(), span("1", SpanKind.SERVER, 5));
    Span other = span("1", SpanKind.SERVER, 5_123).inTrace("t", Optional.empty());
    assertThat(derived(known.teller(), other)).isEqualTo(Claim.REPEATED);
  }

  @Test
  void aMillionEqualEntriesCostNoMoreThanOthers() {
    KnownSpans.Teller file = known.teller();
    Span span = span("1", SpanKind.SERVER, 5);
    for (int i = 0; i < 1_000_000; i++) {
      assertThat(derived(file, span) == Claim.NEW).isTrue();
    }
  }

  @Test
  void ofTooManyTheLastAreKnown() {
    KnownSpans.Teller file = known.teller();
    for (int i = 0; i < 100_000; i++) {
      Span span = span("s" + i, SpanKind.SERVER, i);
      assertThat(identified(file, span)).isEqualTo(Claim.NEW);
      Span recent = span("s" + Math.max(0, i - 9_000), SpanKind.SERVER, Math.max(0, i - 9_000));
      assertThat(identified(file, recent)).isEqualTo(Claim.TWICE);
    }
    assertThat(known.forgot()).isTrue();
  }

  @Test
  void anEntryThatCameBeforeTheLastOnesIsStillAnotherEvent() {
    KnownSpans many = new KnownSpans(1_000_000);
    KnownSpans.Teller file = many.teller();
    Span span = span("1", SpanKind.SERVER, 5);
    for (int turn = 0; turn < 3; turn++) {
      assertThat(derived(file, span)).isEqualTo(Claim.NEW);
      assertThat(file.before()).isEqualTo(turn);
      for (int i = 0; i < 3 * EqualEntries.REMEMBERED; i++) {
        derived(file, span("s" + i, SpanKind.SERVER, i));
      }
    }
  }

  private static Claim identified(KnownSpans.Teller file, Span span) {
    return file.identified(KnownSpans.identifiedKey(span));
  }

  private static Claim derived(KnownSpans.Teller file, Span span) {
    return file.derived(KnownSpans.derivedKey(span));
  }

  private static Span span(String id, SpanKind kind, long start) {
    return Span.of(id, "GET", Layer.APP, kind, SpanTime.of(start, 1, 1));
  }
}
