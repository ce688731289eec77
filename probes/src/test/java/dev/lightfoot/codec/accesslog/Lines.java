package dev.lightfoot.codec.accesslog;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.codec.Collected;
import dev.lightfoot.codec.LogReader;
import dev.lightfoot.codec.ReadSettings;
import dev.lightfoot.model.span.Attributes;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanKind;
import dev.lightfoot.model.span.SpanStatus;
import dev.lightfoot.model.span.SpanTime;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Reads lines and says what is expected of the one request in them.
final class Lines {
  static final long SECOND = 1_000_000_000L;
  static final long MILLI = 1_000_000L;
  static final long MICRO = 1_000L;

  static long at(String instant) {
    Instant parsed = Instant.parse(instant);
    return parsed.getEpochSecond() * SECOND + parsed.getNano();
  }

  static byte[] bytes(String... lines) {
    return (String.join("\n", lines) + "\n").getBytes(ISO_8859_1);
  }

  static Collected read(LogReader reader, String... lines) throws IOException {
    return Collected.of(reader, bytes(lines));
  }

  static Collected readIn(String zone, LogReader reader, String... lines) throws IOException {
    return Collected.of(
        reader,
        bytes(lines),
        new ReadSettings(Optional.of(ZoneId.of(zone)), Optional.empty(), Optional.empty()));
  }

  static Collected readAs(LogReader reader, String format, String... lines) throws IOException {
    return Collected.of(
        reader,
        bytes(lines),
        new ReadSettings(Optional.empty(), Optional.of(format), Optional.empty()));
  }

  static Span only(Collected collected) {
    assertThat(collected.skipped).isEmpty();
    assertThat(collected.entries()).hasSize(1);
    return collected.entries().getFirst();
  }

  static void same(Span span, Layer layer, String name, SpanTime time, String... facts) {
    assertThat(span)
        .isEqualTo(
            new Span(
                span.traceId(),
                span.spanId(),
                span.parentSpanId(),
                name,
                layer,
                SpanKind.SERVER,
                time,
                SpanStatus.UNSET,
                Attributes.of(facts),
                List.of(),
                List.of()));
  }

  /// The reader that is surest of a file, as the intake chooses it.
  static Optional<LogReader> reader(byte[] file) {
    byte[] beginning = Arrays.copyOf(file, Math.min(file.length, LayoutChoice.BEGINNING));
    Optional<LogReader> best = Optional.empty();
    int most = 0;
    for (LogReader reader : AccessLogReader.all()) {
      int sure = reader.recognises(beginning);
      if (sure > most) {
        most = sure;
        best = Optional.of(reader);
      }
    }
    return best;
  }

  private Lines() {}
}
