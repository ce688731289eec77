package dev.lightfoot.codec.postgres;

import dev.lightfoot.codec.LogFormat;
import dev.lightfoot.codec.LogReader;
import dev.lightfoot.codec.ReadSettings;
import dev.lightfoot.codec.Reading;
import dev.lightfoot.codec.lines.LineSource;
import dev.lightfoot.codec.postgres.LogEntry.Client;
import dev.lightfoot.codec.text.FlatJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/// PostgreSQL's `jsonlog` (15 and newer): an object a line.
public final class PostgresJsonReader implements LogReader {
  private static final LogFormat FORMAT =
      Formats.of(
          "postgresql-json",
          "PostgreSQL jsonlog",
          "log_min_duration_statement = 0 in postgresql.conf");
  private static final int CERTAIN = 97;
  private static final int HEAD = 4096;
  private static final int PID_DIGITS = 10;

  @Override
  public LogFormat format() {
    return FORMAT;
  }

  @Override
  public int recognises(byte[] beginning) {
    String head =
        new String(beginning, 0, Math.min(beginning.length, HEAD), StandardCharsets.UTF_8);
    boolean ours =
        head.stripLeading().startsWith("{\"timestamp\":\"")
            && head.contains("\"pid\":")
            && (head.contains("\"error_severity\":") || head.contains("\"session_id\":"));
    return ours ? CERTAIN : 0;
  }

  @Override
  public void read(InputStream in, ReadSettings settings, Reading into) throws IOException {
    Sessions sessions = new Sessions(FORMAT.name(), into);
    LineSource lines = new LineSource(in, into);
    while (lines.next()) {
      if (!lines.text().isBlank()) {
        line(lines, settings, into, sessions);
      }
    }
    sessions.end();
  }

  private static void line(
      LineSource lines, ReadSettings settings, Reading into, Sessions sessions) {
    Optional<Map<String, String>> members = FlatJson.of(lines.text());
    if (members.isEmpty()) {
      into.skipped(lines.place(), "it is not a JSON object");
      return;
    }
    try {
      Optional<LogTime> time =
          LogTime.find(members.get().getOrDefault("timestamp", ""), settings.zone());
      if (time.isEmpty()) {
        into.skipped(lines.place(), "it has no timestamp");
      } else {
        sessions.accept(entry(lines.place(), members.get(), time.get()));
      }
    } catch (LogTime.UnknownZone e) {
      into.skipped(lines.place(), e.reason());
    }
  }

  private static LogEntry entry(String place, Map<String, String> members, LogTime time) {
    return new LogEntry(
        place,
        time.unixNanos(),
        time.resolutionNanos(),
        number(members.getOrDefault("pid", "")),
        new Client(
            members.getOrDefault("dbname", ""),
            members.getOrDefault("application_name", ""),
            members.getOrDefault("remote_host", ""),
            members.getOrDefault("remote_port", "")),
        members.getOrDefault("error_severity", ""),
        members.getOrDefault("state_code", ""),
        members.getOrDefault("message", ""),
        members.getOrDefault("statement", ""));
  }

  /// 0 where the text is not a number.
  static long number(String text) {
    boolean digits =
        !text.isEmpty()
            && text.length() <= PID_DIGITS
            && text.chars().allMatch(c -> c >= '0' && c <= '9');
    return digits ? Long.parseLong(text) : 0;
  }
}
