package dev.lightfoot.codec.postgres;

import dev.lightfoot.codec.LogFormat;
import dev.lightfoot.codec.LogReader;
import dev.lightfoot.codec.ReadSettings;
import dev.lightfoot.codec.Reading;
import dev.lightfoot.codec.postgres.CsvRecord.State;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// PostgreSQL's `csvlog`: 23 columns (9.0 to 12), 24 (13), 26 (14 and newer), or more.
public final class PostgresCsvReader implements LogReader {
  private static final LogFormat FORMAT =
      Formats.of(
          "postgresql-csv",
          "PostgreSQL csvlog",
          "log_min_duration_statement = 0 in postgresql.conf");
  private static final int CERTAIN = 95;
  private static final int COLUMNS_BEFORE_MESSAGE = 13;

  @Override
  public LogFormat format() {
    return FORMAT;
  }

  @Override
  public int recognises(byte[] beginning) {
    String text = new String(beginning, StandardCharsets.UTF_8).stripLeading();
    String line = text.lines().findFirst().orElse("");
    if (!LogTime.dateAt(line, 0)) {
      return 0;
    }
    CsvRecord record = new CsvRecord();
    State state = record.line(line);
    return state != State.BROKEN
            && record.fields().size() >= COLUMNS_BEFORE_MESSAGE
            && CsvEntries.isSeverity(record.fields().get(CsvEntries.SEVERITY))
        ? CERTAIN
        : 0;
  }

  @Override
  public void read(InputStream in, ReadSettings settings, Reading into) throws IOException {
    Sessions sessions = new Sessions(FORMAT.name(), into);
    CsvEntries entries = new CsvEntries(in, settings, into);
    for (Optional<LogEntry> entry = entries.next(); entry.isPresent(); entry = entries.next()) {
      sessions.accept(entry.get());
    }
    sessions.end();
  }
}
