package dev.lightfoot.codec.postgres;

import dev.lightfoot.codec.ReadSettings;
import dev.lightfoot.codec.Reading;
import dev.lightfoot.codec.lines.LineSource;
import dev.lightfoot.codec.postgres.CsvRecord.State;
import dev.lightfoot.codec.postgres.LogEntry.Client;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the records of csvlog. Where one is broken (a quotation mark too many, a file cut within),
/// its first line is skipped and reading goes on with its second.
final class CsvEntries {
  static final int SEVERITY = 11;

  private static final int DATABASE = 2;
  private static final int PID = 3;
  private static final int PEER = 4;
  private static final int SQL_STATE = 12;
  private static final int MESSAGE = 13;
  private static final int QUERY = 19;
  private static final int APPLICATION = 22;

  /// Longest record of several lines.
  private static final int LIMIT = 256 * 1024;

  private static final Set<String> SEVERITIES =
      Set.of(
          "DEBUG5", "DEBUG4", "DEBUG3", "DEBUG2", "DEBUG1", "LOG", "INFO", "NOTICE", "WARNING",
          "ERROR", "FATAL", "PANIC");

  private final LineSource lines;
  private final ReadSettings settings;
  private final Reading into;
  private final Deque<Line> again = new ArrayDeque<>();

  private record Line(String text, String place, long number) {}

  CsvEntries(InputStream in, ReadSettings settings, Reading into) {
    lines = new LineSource(in, into);
    this.settings = settings;
    this.into = into;
  }

  static boolean isSeverity(String text) {
    return SEVERITIES.contains(text);
  }

  /// The next that can be read; empty at the end.
  Optional<LogEntry> next() throws IOException {
    for (Line line = line(); line != null; line = line()) {
      if (!line.text().isBlank()) {
        String place = line.place();
        Optional<LogEntry> entry = record(line).flatMap(found -> entry(found.fields(), place));
        if (entry.isPresent()) {
          return entry;
        }
      }
    }
    return Optional.empty();
  }

  private @Nullable Line line() throws IOException {
    if (!again.isEmpty()) {
      return again.removeFirst();
    }
    return lines.next() ? new Line(lines.text(), lines.place(), lines.number()) : null;
  }

  private Optional<CsvRecord> record(Line first) throws IOException {
    CsvRecord record = new CsvRecord();
    List<Line> rest = new ArrayList<>();
    State state = record.line(first.text());
    String reason = "a quotation mark is not closed";
    while (state == State.OPEN && record.length() <= LIMIT) {
      Line line = line();
      if (line == null) {
        break;
      }
      rest.add(line);
      if (line.number() != first.number() + rest.size()) {
        reason = "a line of it is missing";
        break;
      }
      state = record.line(line.text());
    }
    if (state == State.COMPLETE) {
      return Optional.of(record);
    }
    for (int i = rest.size() - 1; i >= 0; i--) {
      again.addFirst(rest.get(i));
    }
    dropRestOfRecord();
    into.skipped(
        first.place(), state == State.BROKEN ? "a quotation mark is in the wrong place" : reason);
    return Optional.empty();
  }

  /// Leaves out the lines that belong to a record that is damaged: up to one that begins with a
  /// timestamp.
  private void dropRestOfRecord() throws IOException {
    Line line = line();
    while (line != null && !LogTime.dateAt(line.text(), 0)) {
      line = line();
    }
    if (line != null) {
      again.addFirst(line);
    }
  }

  private Optional<LogEntry> entry(List<String> fields, String place) {
    if (fields.size() <= MESSAGE || !SEVERITIES.contains(fields.get(SEVERITY))) {
      into.skipped(place, "it has " + fields.size() + " columns and no severity in the twelfth");
      return Optional.empty();
    }
    if (fields.size() <= APPLICATION) {
      into.skipped(place, "it has " + fields.size() + " columns, csvlog has 23 or more");
      return Optional.empty();
    }
    try {
      Optional<LogTime> time = LogTime.find(fields.getFirst(), settings.zone());
      if (time.isEmpty()) {
        into.skipped(place, "it has no timestamp in the first column");
      }
      return time.map(found -> entry(fields, place, found));
    } catch (LogTime.UnknownZone e) {
      into.skipped(place, e.reason());
      return Optional.empty();
    }
  }

  private static LogEntry entry(List<String> fields, String place, LogTime time) {
    String peer = fields.get(PEER);
    int colon = peer.lastIndexOf(':');
    return new LogEntry(
        place,
        time.unixNanos(),
        time.resolutionNanos(),
        PostgresJsonReader.number(fields.get(PID)),
        new Client(
            fields.get(DATABASE),
            fields.get(APPLICATION),
            colon < 0 ? peer : peer.substring(0, colon),
            colon < 0 ? "" : peer.substring(colon + 1)),
        fields.get(SEVERITY),
        fields.get(SQL_STATE),
        fields.get(MESSAGE),
        fields.get(QUERY));
  }
}
