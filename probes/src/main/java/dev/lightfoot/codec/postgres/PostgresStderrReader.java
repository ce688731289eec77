package dev.lightfoot.codec.postgres;

import dev.lightfoot.codec.LogFormat;
import dev.lightfoot.codec.LogReader;
import dev.lightfoot.codec.ReadSettings;
import dev.lightfoot.codec.Reading;
import dev.lightfoot.codec.lines.LineSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// PostgreSQL's log as text for people, whatever its `log_line_prefix`, also as syslog, Heroku and
/// exports hand it on.
public final class PostgresStderrReader implements LogReader {
  private static final LogFormat FORMAT =
      Formats.of(
          "postgresql",
          "PostgreSQL log",
          "log_min_duration_statement = 0 and log_line_prefix = '%m [%p] %u@%d/%a %r ' in"
              + " postgresql.conf");
  private static final int LINES = 50;
  private static final int CERTAIN = 92;
  private static final int LIKELY = 75;

  @Override
  public LogFormat format() {
    return FORMAT;
  }

  @Override
  public int recognises(byte[] beginning) {
    String text = new String(beginning, StandardCharsets.UTF_8);
    long[] found = new long[2];
    text.lines()
        .limit(LINES)
        .forEach(
            line -> {
              HeadedLine headed = HeadedLine.of(line);
              Optional<StderrLine> parts = StderrLine.of(headed.text());
              if (parts.isPresent() && stamped(parts.get().prefix(), headed)) {
                boolean operation = holdsOperations(parts.get());
                found[0] += operation || !parts.get().touching() ? 1 : 0;
                found[1] += operation ? 1 : 0;
              }
            });
    return found[1] > 0 ? CERTAIN : found[0] > 0 ? LIKELY : 0;
  }

  private static boolean stamped(String prefix, HeadedLine headed) {
    try {
      return Prefix.of(prefix, Optional.empty(), headed).isPresent();
    } catch (LogTime.UnknownZone e) {
      return true;
    }
  }

  private static boolean holdsOperations(StderrLine line) {
    String message = line.message();
    return line.severity().equals("STATEMENT")
        || (line.severity().equals("LOG")
            && (message.startsWith("duration: ")
                || message.startsWith("statement: ")
                || message.startsWith("connection ")));
  }

  @Override
  public void read(InputStream in, ReadSettings settings, Reading into) throws IOException {
    Sessions sessions = new Sessions(FORMAT.name(), into);
    Backends backends = new Backends(settings, into, sessions);
    LineSource lines = new LineSource(in, into);
    long expected = 1;
    while (lines.next()) {
      if (lines.number() != expected) {
        backends.gap();
      }
      backends.line(HeadedLine.of(lines.bytes(), lines.start(), lines.end(), lines.place()));
      expected = lines.number() + 1;
    }
    backends.end();
    sessions.end();
  }
}
