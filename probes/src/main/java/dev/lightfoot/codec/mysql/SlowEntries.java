package dev.lightfoot.codec.mysql;

import dev.lightfoot.codec.ReadSettings;
import dev.lightfoot.codec.Reading;
import dev.lightfoot.codec.sql.SqlSpan;
import dev.lightfoot.codec.text.Decimal;
import dev.lightfoot.codec.text.SpanIds;
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanKind;
import dev.lightfoot.model.span.SpanStatus;
import dev.lightfoot.model.span.SpanTime;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// Puts the lines of the slow log together to statements. `# Time` and `use` are written only where
/// they differ from those of the statement before.
final class SlowEntries {
  private static final String SYSTEM = "mysql";
  private static final String COMMAND = "# administrator command: ";
  private static final long SECOND = 1_000_000_000;
  private static final Pattern NUMBERS =
      Pattern.compile("# Query_time: \\d+(?:\\.\\d+)?\\s+Lock_time: \\d");

  /// Longest statement.
  private static final int LIMIT = 256 * 1024;

  private final String format;
  private final Reading into;
  private final SlowTime time;
  private final SpanIds ids = new SpanIds();
  private final SlowFacts facts = new SlowFacts();
  private final StringBuilder sql = new StringBuilder();
  private String place = "";
  private String database = "";
  private Optional<SetLine> set = Optional.empty();
  private String damage = "";
  private boolean open;
  private boolean headed;
  private long untimed;

  SlowEntries(String format, ReadSettings settings, Reading into) {
    this.format = format;
    this.into = into;
    time = new SlowTime(settings);
  }

  void line(String line, String linePlace) {
    if (line.startsWith("# Time: ")) {
      finish();
      time.written(line.substring("# Time: ".length()));
    } else if (line.startsWith("# User@Host: ")) {
      headed = true;
      begin(line, linePlace);
    } else if (beginsWithoutUser(line)) {
      begin(line, linePlace);
    } else if (isHead(line)) {
      head(line);
    } else if (open) {
      within(line);
    }
  }

  private void begin(String line, String linePlace) {
    finish();
    open = true;
    place = linePlace;
    facts.line(line.substring(2));
  }

  /// With `log-short-format` an entry begins with its numbers. A file that names users does so in
  /// every entry: there, such a line is a comment of the statement's.
  private boolean beginsWithoutUser(String line) {
    return !headed && NUMBERS.matcher(line).lookingAt();
  }

  private void within(String line) {
    if (line.startsWith(COMMAND)) {
      append(line.substring(2));
    } else if (!sql.isEmpty()) {
      append(line);
    } else if (line.startsWith("# ")) {
      facts.line(line.substring(2));
      facts.mariaDb().ifPresent(time::server);
    } else if (set.isEmpty() && SetLine.of(line).isPresent()) {
      set = SetLine.of(line);
    } else if (set.isEmpty() && line.startsWith("use ") && line.endsWith(";")) {
      database = line.substring("use ".length(), line.length() - 1).replace("`", "").strip();
    } else {
      append(line);
    }
  }

  /// What a server writes when it starts or the log is flushed.
  private static boolean isHead(String line) {
    return (line.startsWith("Time") && line.contains("Id Command"))
        || line.startsWith("Tcp port: ")
        || line.startsWith("TCP Port: ")
        || isVersion(line);
  }

  private static boolean isVersion(String line) {
    return line.endsWith("started with:") && line.contains(", Version: ");
  }

  /// Its version says what its timestamps mean.
  private void head(String line) {
    if (isVersion(line)) {
      finish();
      time.server(Server.of(line));
    }
  }

  private void append(String line) {
    if (sql.length() + line.length() > LIMIT) {
      damage = "the statement is longer than " + LIMIT / 1024 + " KiB";
    } else {
      sql.append(sql.isEmpty() ? "" : "\n").append(line);
    }
  }

  /// A line was left out.
  void gap() {
    if (open) {
      damage = "a line of it is missing";
    }
  }

  private void finish() {
    if (open) {
      OptionalLong duration = Decimal.nanos(facts.get("Query_time"), SECOND);
      String lost = duration.isEmpty() ? "it has no Query_time" : damage;
      if (duration.isEmpty() || !lost.isEmpty()) {
        into.skipped(place, lost);
      } else if (sql.toString().isBlank()) {
        into.skipped(place, "the statement is missing");
      } else {
        write(duration.getAsLong());
      }
    }
    open = false;
    damage = "";
    set = Optional.empty();
    facts.clear();
    sql.setLength(0);
  }

  private void write(long duration) {
    String schema = facts.get("Schema");
    SqlSpan span =
        new SqlSpan(format, SYSTEM, sql.toString())
            .put(
                AttributeNames.DB_NAMESPACE,
                schema.endsWith(":") || schema.isEmpty() ? database : schema)
            .put(AttributeNames.PEER_ADDRESS, facts.get("host"))
            .put("lightfoot.db.connection.id", facts.get("Id", "Thread_id"))
            .put(AttributeNames.DB_ROWS, facts.get("Rows_sent"))
            .put("lightfoot.db.rows.examined", facts.get("Rows_examined"))
            .put("lightfoot.db.rows.affected", facts.get("Rows_affected"))
            .put(AttributeNames.CLOCK, SYSTEM);
    Decimal.nanos(facts.get("Lock_time"), SECOND)
        .ifPresent(lock -> span.put("lightfoot.db.lock.nanos", lock));
    String error = facts.get("Last_errno", "Errno");
    boolean failed = !error.isEmpty() && !error.equals("0");
    span.put(AttributeNames.DB_STATUS, failed ? error : "");
    SpanTime when = time.of(set.map(SetLine::timestamp).orElse(""), duration);
    untimed += when.known() == SpanTime.Known.DURATION ? 1 : 0;
    String id =
        ids.of(
            SYSTEM,
            Long.toString(when.atUnixNanos()),
            facts.get("Id", "Thread_id"),
            facts.get("Query_time"),
            sql.toString());
    Span whole = span.at(when, id, SpanKind.SERVER);
    into.span(failed ? whole.with(SpanStatus.error("error " + error)) : whole);
  }

  void end() {
    finish();
    if (untimed > 0) {
      into.warning(
          untimed
              + " statements have no time with a zone, so only how long they took is known: give"
              + " the server's zone (--zone Europe/Berlin).");
    }
    time.report(into);
  }
}
