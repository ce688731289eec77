package dev.lightfoot.codec.redis;

import dev.lightfoot.codec.Reading;
import dev.lightfoot.codec.text.Decimal;
import dev.lightfoot.model.span.SpanTime;
import java.util.List;
import java.util.OptionalLong;

/// An entry of SLOWLOG: stamped when the command was done, in seconds; its duration in
/// microseconds, without reading from and writing to the client.
record SlowlogEntry(
    String number, String second, String micros, List<String> words, String client) {
  private static final long SECOND = 1_000_000_000;
  private static final long MICRO = 1_000;

  static final String ADVICE = "CONFIG SET slowlog-log-slower-than 0, then SLOWLOG GET -1";

  void write(String place, RedisSpans spans, Reading into) {
    OptionalLong end = Decimal.nanos(second, SECOND);
    OptionalLong duration = Decimal.nanos(micros, MICRO);
    if (end.isEmpty() || duration.isEmpty() || words.isEmpty() || words.getFirst().isBlank()) {
      into.skipped(place, "it is not an entry of SLOWLOG");
      return;
    }
    SpanTime time = SpanTime.ending(end.getAsLong(), duration.getAsLong(), SECOND);
    into.span(spans.of(words, client, time, number, second, micros));
  }
}
