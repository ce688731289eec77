package dev.lightfoot.codec.redis;

import dev.lightfoot.codec.LogFormat;
import dev.lightfoot.codec.LogReader;
import dev.lightfoot.codec.ReadSettings;
import dev.lightfoot.codec.Reading;
import dev.lightfoot.codec.lines.LineSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// SLOWLOG GET as `redis-cli` writes it: numbered on a terminal, one value a line into a file.
public final class RedisSlowlogReader implements LogReader {
  private static final LogFormat FORMAT =
      new LogFormat(
          "redis-slowlog",
          "Redis SLOWLOG",
          LogFormat.Stamp.END,
          1_000_000_000,
          true,
          Optional.of(SlowlogEntry.ADVICE));
  private static final int NUMBERED = 95;
  private static final int PLAIN = 85;
  private static final int HEAD = 4;

  @Override
  public LogFormat format() {
    return FORMAT;
  }

  @Override
  public int recognises(byte[] beginning) {
    List<String> head = new String(beginning, StandardCharsets.UTF_8).lines().limit(HEAD).toList();
    if (head.size() < HEAD) {
      return 0;
    }
    if (NumberedSlowlog.begins(head.getFirst())) {
      return NUMBERED;
    }
    boolean plain =
        PlainSlowlog.isNumber(head.get(0))
            && PlainSlowlog.isSecond(head.get(1))
            && PlainSlowlog.isNumber(head.get(2))
            && head.get(3).matches("[A-Za-z][A-Za-z0-9._-]{1,31}");
    return plain ? PLAIN : 0;
  }

  @Override
  public void read(InputStream in, ReadSettings settings, Reading into) throws IOException {
    RedisSpans spans = new RedisSpans(FORMAT.name());
    LineSource lines = new LineSource(in, into);
    if (!lines.next()) {
      return;
    }
    if (NumberedSlowlog.begins(lines.text())) {
      NumberedSlowlog numbered = new NumberedSlowlog(spans, into);
      do {
        numbered.line(lines.text(), lines.place());
      } while (lines.next());
      numbered.end();
    } else {
      PlainSlowlog plain = new PlainSlowlog(spans, into);
      do {
        plain.line(lines.text(), lines.place());
      } while (lines.next());
      plain.end();
    }
  }
}
