package dev.lightfoot.codec.redis;

import dev.lightfoot.codec.LogFormat;
import dev.lightfoot.codec.LogReader;
import dev.lightfoot.codec.ReadSettings;
import dev.lightfoot.codec.Reading;
import dev.lightfoot.codec.lines.LineSource;
import dev.lightfoot.codec.text.Decimal;
import dev.lightfoot.model.span.SpanTime;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/// INFO commandstats: of each command how often it was called and how long that took together. One
/// span a command, which stands for all its calls and has no time of day.
public final class RedisStatsReader implements LogReader {
  private static final long MICRO = 1_000;
  private static final LogFormat FORMAT =
      new LogFormat(
          "redis-commandstats",
          "Redis INFO commandstats",
          LogFormat.Stamp.NONE,
          MICRO,
          true,
          Optional.of(SlowlogEntry.ADVICE));
  private static final String PREFIX = "cmdstat_";
  private static final int CERTAIN = 95;

  @Override
  public LogFormat format() {
    return FORMAT;
  }

  @Override
  public int recognises(byte[] beginning) {
    String text = new String(beginning, StandardCharsets.UTF_8);
    boolean found =
        text.lines().anyMatch(line -> line.startsWith(PREFIX) && line.contains(":calls="));
    return found ? CERTAIN : 0;
  }

  @Override
  public void read(InputStream in, ReadSettings settings, Reading into) throws IOException {
    RedisSpans spans = new RedisSpans(FORMAT.name());
    LineSource lines = new LineSource(in, into);
    while (lines.next()) {
      if (lines.text().startsWith(PREFIX)) {
        command(lines.text(), lines.place(), spans, into);
      }
    }
    into.warning(
        "Command statistics are sums since the server was started or they were reset: they say how"
            + " long a command takes in the server, not when.");
  }

  private static void command(String line, String place, RedisSpans spans, Reading into) {
    int colon = line.indexOf(':');
    OptionalLong calls = value(line, "calls=", 1);
    OptionalLong total = value(line, "usec=", MICRO);
    if (colon < 0 || calls.isEmpty() || total.isEmpty()) {
      into.skipped(place, "it has no calls and usec");
      return;
    }
    String name = line.substring(PREFIX.length(), colon).replace('|', ' ').toUpperCase(Locale.ROOT);
    SpanTime time = SpanTime.lasting(total.getAsLong(), MICRO);
    into.span(spans.sum(name, calls.getAsLong(), value(line, "failed_calls=", 1).orElse(0), time));
  }

  private static OptionalLong value(String line, String key, long factor) {
    for (String part : line.substring(line.indexOf(':') + 1).split(",", -1)) {
      if (part.startsWith(key)) {
        return Decimal.nanos(part.substring(key.length()), factor);
      }
    }
    return OptionalLong.empty();
  }
}
