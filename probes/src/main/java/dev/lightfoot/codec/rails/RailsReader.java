package dev.lightfoot.codec.rails;

import dev.lightfoot.codec.LogFormat;
import dev.lightfoot.codec.LogReader;
import dev.lightfoot.codec.ReadSettings;
import dev.lightfoot.codec.Reading;
import dev.lightfoot.codec.lines.LineSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Rails' own log of any level, with or without a logger's prefix, and lograge's lines.
public final class RailsReader implements LogReader {
  private static final LogFormat FORMAT =
      new LogFormat(
          "rails",
          "Rails log",
          LogFormat.Stamp.BOTH,
          1_000_000,
          false,
          Optional.of(
              "config.log_formatter = Logger::Formatter.new and config.log_tags = [:request_id]"));
  private static final int CERTAIN = 90;
  private static final int LIKELY = 70;
  private static final int LINES = 200;

  @Override
  public LogFormat format() {
    return FORMAT;
  }

  @Override
  public int recognises(byte[] beginning) {
    String text = new String(beginning, StandardCharsets.UTF_8);
    return text.lines().limit(LINES).mapToInt(RailsReader::certainty).max().orElse(0);
  }

  private static int certainty(String text) {
    RailsLine line = RailsLine.of("", text);
    boolean request =
        RailsRequest.started(line).isPresent() || line.message().startsWith("Processing by ");
    boolean lograge =
        Lograge.of(line.message()).filter(members -> members.containsKey("controller")).isPresent();
    return request || lograge ? CERTAIN : RailsQuery.of(line.message()).isPresent() ? LIKELY : 0;
  }

  @Override
  public void read(InputStream in, ReadSettings settings, Reading into) throws IOException {
    RailsEntries entries = new RailsEntries(FORMAT.name(), settings, into);
    LineSource lines = new LineSource(in, into);
    while (lines.next()) {
      entries.line(RailsLine.of(lines.place(), lines.text()));
    }
    entries.end();
  }
}
