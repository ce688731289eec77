package dev.lightfoot.codec.redis;

import dev.lightfoot.codec.LogFormat;
import dev.lightfoot.codec.LogReader;
import dev.lightfoot.codec.ReadSettings;
import dev.lightfoot.codec.Reading;
import dev.lightfoot.codec.lines.LineSource;
import dev.lightfoot.codec.text.Decimal;
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanTime;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// Output of MONITOR: every command when it came in, none with a duration.
public final class RedisMonitorReader implements LogReader {
  private static final long MICRO = 1_000;
  private static final long SECOND = 1_000_000_000;
  private static final LogFormat FORMAT =
      new LogFormat(
          "redis-monitor",
          "Redis MONITOR",
          LogFormat.Stamp.START,
          MICRO,
          true,
          Optional.of(SlowlogEntry.ADVICE));
  private static final int CERTAIN = 95;
  private static final int LINES = 5;

  /// A line taken apart.
  private record Line(String seconds, String database, String client, List<String> words) {
    static Optional<Line> of(String text) {
      int open = text.indexOf(" [");
      int close = open < 0 ? -1 : text.indexOf("] \"", open);
      if (close < 0 || Decimal.nanos(text.substring(0, open), SECOND).isEmpty()) {
        return Optional.empty();
      }
      String who = text.substring(open + 2, close);
      int space = who.indexOf(' ');
      return space < 0
          ? Optional.empty()
          : RedisWords.of(text.substring(close + 2))
              .map(
                  words ->
                      new Line(
                          text.substring(0, open),
                          who.substring(0, space),
                          who.substring(space + 1),
                          words));
    }
  }

  @Override
  public LogFormat format() {
    return FORMAT;
  }

  @Override
  public int recognises(byte[] beginning) {
    String text = new String(beginning, StandardCharsets.UTF_8);
    boolean found = text.lines().limit(LINES).anyMatch(line -> Line.of(line).isPresent());
    return found ? CERTAIN : 0;
  }

  @Override
  public void read(InputStream in, ReadSettings settings, Reading into) throws IOException {
    RedisSpans spans = new RedisSpans(FORMAT.name());
    LineSource lines = new LineSource(in, into);
    while (lines.next()) {
      String text = lines.text();
      Optional<Line> line = Line.of(text);
      if (line.isPresent()) {
        into.span(span(line.get(), spans));
      } else if (!text.isBlank() && !text.equals("OK")) {
        into.skipped(lines.place(), "it is not a line of MONITOR");
      }
    }
    into.warning(
        "MONITOR reports when commands came, not how long they took; while it runs, the server may"
            + " do half as many commands.");
  }

  private static Span span(Line line, RedisSpans spans) {
    long at = Decimal.nanos(line.seconds(), SECOND).orElseThrow();
    SpanTime time = SpanTime.instant(at, MICRO);
    Span span = spans.of(line.words(), line.client(), time, line.seconds());
    return span.with(span.attributes().with(AttributeNames.DB_NAMESPACE, line.database()));
  }
}
