package dev.lightfoot.codec.mysql;

import dev.lightfoot.codec.LogFormat;
import dev.lightfoot.codec.LogReader;
import dev.lightfoot.codec.ReadSettings;
import dev.lightfoot.codec.Reading;
import dev.lightfoot.codec.lines.LineSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The slow query log. Newer servers stamp the end in microseconds, older ones the second in which
/// the statement ended (`SET timestamp`).
public final class MysqlSlowReader implements LogReader {
  private static final LogFormat FORMAT =
      new LogFormat(
          "mysql-slow",
          "MySQL slow query log",
          LogFormat.Stamp.BOTH,
          1_000,
          true,
          Optional.of("slow_query_log = ON and long_query_time = 0 in my.cnf"));
  private static final int CERTAIN = 95;

  @Override
  public LogFormat format() {
    return FORMAT;
  }

  @Override
  public int recognises(byte[] beginning) {
    String text = new String(beginning, StandardCharsets.UTF_8);
    boolean user = lineBegins(text, "# User@Host: ") && text.contains("# Query_time: ");
    boolean numbers = lineBegins(text, "# Query_time: ") && text.contains("Lock_time: ");
    return user || numbers ? CERTAIN : 0;
  }

  private static boolean lineBegins(String text, String with) {
    return text.startsWith(with) || text.contains("\n" + with) || text.contains("\r" + with);
  }

  @Override
  public void read(InputStream in, ReadSettings settings, Reading into) throws IOException {
    SlowEntries entries = new SlowEntries(FORMAT.name(), settings, into);
    LineSource lines = new LineSource(in, into);
    long expected = 1;
    while (lines.next()) {
      if (lines.number() != expected) {
        entries.gap();
      }
      entries.line(lines.text(), lines.place());
      expected = lines.number() + 1;
    }
    entries.end();
  }
}
