package dev.lightfoot.codec.postgres;

import dev.lightfoot.codec.Reading;
import dev.lightfoot.codec.postgres.Message.Kind;
import dev.lightfoot.codec.sql.SqlSpan;
import dev.lightfoot.codec.text.SpanIds;
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.SpanKind;
import dev.lightfoot.model.span.SpanStatus;
import dev.lightfoot.model.span.SpanTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Makes spans of statements. The id is made of what all three formats say: the time to the
/// millisecond, the process, the durations as written and the text.
final class StatementSpans {
  private static final String SYSTEM = "postgresql";

  private final String format;
  private final Reading into;
  private final SpanIds ids = new SpanIds();
  private long nested;
  private long untimed;

  StatementSpans(String format, Reading into) {
    this.format = format;
    this.into = into;
  }

  /// One that is done. Its duration is what the server worked on all parts; it ends when the last
  /// part did.
  void done(Statement statement, @Nullable Plan plan) {
    LogEntry last = statement.last();
    SqlSpan span = span(last, statement.sql());
    parts(span, statement);
    if (plan != null) {
      span.put(AttributeNames.PLAN, plan.outline());
      plan.rows().ifPresent(rows -> span.put(AttributeNames.ROWS_PLANNED, rows));
    }
    SpanTime time = SpanTime.ending(last.atNanos(), statement.work(), last.resolutionNanos());
    into.span(span.at(time, id(last, statement.durations(), statement.sql()), SpanKind.SERVER));
  }

  private static void parts(SqlSpan span, Statement statement) {
    if (statement.parts().getFirst().kind() == Kind.STATEMENT) {
      return;
    }
    for (Kind kind : new Kind[] {Kind.PARSE, Kind.BIND, Kind.EXECUTE, Kind.FETCH}) {
      if (statement.has(kind)) {
        String name = kind.name().toLowerCase(Locale.ROOT);
        span.put("lightfoot.db." + name + ".nanos", statement.work(kind));
      }
    }
    LogEntry last = statement.last();
    long extent = last.atNanos() - statement.start();
    if (extent > statement.work() + last.resolutionNanos()) {
      span.put(AttributeNames.EXTENT, extent);
    }
  }

  /// One of which only the beginning is known.
  void text(LogEntry began, String sql) {
    untimed++;
    SpanTime time = SpanTime.instant(began.atNanos(), began.resolutionNanos());
    into.span(span(began, sql).at(time, id(began, "begun", sql), SpanKind.SERVER));
  }

  /// One that failed: no line with its duration follows. Timed where it is known when it began, or
  /// where parts of it were timed before.
  void failed(LogEntry entry, @Nullable Statement before, @Nullable LogEntry began) {
    SqlSpan span = span(entry, entry.query());
    long start = began != null ? began.atNanos() : before != null ? before.start() : 0;
    if (before != null) {
      parts(span, before);
    }
    SpanTime time =
        start > 0 && start <= entry.atNanos()
            ? SpanTime.of(start, entry.atNanos() - start, entry.resolutionNanos())
            : SpanTime.instant(entry.atNanos(), entry.resolutionNanos());
    span.put(AttributeNames.DB_STATUS, entry.sqlState());
    span.put(AttributeNames.ERROR_TYPE, entry.sqlState());
    String id = id(entry, entry.message(), entry.query());
    into.span(span.at(time, id, SpanKind.SERVER).with(SpanStatus.error(entry.message())));
  }

  /// A plan of a statement within a function.
  void nested() {
    nested++;
  }

  void end() {
    if (nested > 0) {
      into.warning(
          nested
              + " plans of statements within functions were left out: their time is in the call.");
    }
    if (untimed > 0) {
      into.warning(
          untimed
              + " statements have no duration: set log_min_duration_statement = 0 in"
              + " postgresql.conf.");
    }
  }

  private SqlSpan span(LogEntry entry, String sql) {
    SqlSpan span =
        new SqlSpan(format, SYSTEM, sql)
            .put(AttributeNames.DB_NAMESPACE, entry.client().database())
            .put(AttributeNames.DB_APPLICATION, entry.client().application())
            .put(AttributeNames.PEER_ADDRESS, entry.client().address())
            .put(AttributeNames.PEER_PORT, entry.client().port())
            .put(AttributeNames.CLOCK, SYSTEM);
    return entry.pid() > 0 ? span.put(AttributeNames.PROCESS_ID, entry.pid()) : span;
  }

  private String id(LogEntry entry, String duration, String sql) {
    return ids.of(
        SYSTEM,
        Long.toString(Math.floorDiv(entry.atNanos(), 1_000_000L)),
        Long.toString(entry.pid()),
        duration,
        sql.strip());
  }
}
