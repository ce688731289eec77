package dev.lightfoot.codec.django;

import dev.lightfoot.codec.Reading;
import dev.lightfoot.codec.sql.SqlSpan;
import dev.lightfoot.codec.text.Decimal;
import dev.lightfoot.codec.text.OtherLines;
import dev.lightfoot.codec.text.SpanIds;
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Attributes;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanKind;
import dev.lightfoot.model.span.SpanStatus;
import dev.lightfoot.model.span.SpanTime;
import java.util.OptionalLong;

/// Makes spans of queries and requests. The id is made of what text and JSON both say: the local
/// time as written, the process and the message.
final class DjangoSpans {
  private static final String CLOCK = "django";
  private static final long SECOND = 1_000_000_000;
  private static final int SERVER_ERROR = 500;

  private final String format;
  private final Reading into;
  private final SpanIds ids = new SpanIds();
  private final OtherLines others = new OtherLines();
  private long withoutTime;
  private long queries;

  DjangoSpans(String format, Reading into) {
    this.format = format;
    this.into = into;
  }

  /// When a line was written, and by which process and thread.
  ///
  /// @param written the time as written, for the id
  /// @param unixNanos empty where the time or its zone is not known
  /// @param writer who wrote it
  record Stamp(
      String place, String written, OptionalLong unixNanos, long resolutionNanos, Writer writer) {
    String pid() {
      return writer.pid();
    }
  }

  /// Who wrote a line.
  ///
  /// @param pid the process; empty where it is not known
  /// @param thread as Python numbers it; empty where it is not known
  record Writer(String pid, String thread) {
    static final Writer UNKNOWN = new Writer("", "");
  }

  /// A query.
  ///
  /// @param exact its duration in seconds, where more exact than in the message; else empty
  void query(Stamp stamp, QueryLine line, String exact) {
    OptionalLong duration = Decimal.nanos(exact.isEmpty() ? line.seconds() : exact, SECOND);
    if (duration.isEmpty()) {
      into.skipped(stamp.place(), "its duration is not a number");
      return;
    }
    queries++;
    SqlSpan span =
        new SqlSpan(format, "other_sql", line.sql())
            .put(AttributeNames.DB_BATCH, line.times())
            .put("lightfoot.db.alias", line.alias())
            .put(AttributeNames.PROCESS_ID, stamp.pid())
            .put(AttributeNames.THREAD_ID, stamp.writer().thread())
            .put(AttributeNames.CLOCK, CLOCK);
    if (!line.times().isEmpty()) {
      span.put(AttributeNames.AT_LEAST, 1); // psycopg2 sends them one by one, others together
    }
    String id = ids.of(CLOCK, stamp.written(), stamp.pid(), line.seconds(), line.sql());
    into.span(span.at(time(stamp, duration.getAsLong(), exact), id, SpanKind.CLIENT));
  }

  private SpanTime time(Stamp stamp, long duration, String exact) {
    long step = exact.isEmpty() ? SECOND / 1000 : SECOND / 1_000_000;
    if (stamp.unixNanos().isPresent()) {
      long resolution = Math.max(step, stamp.resolutionNanos());
      return SpanTime.ending(stamp.unixNanos().getAsLong(), duration, resolution);
    }
    withoutTime++;
    return SpanTime.lasting(duration, step);
  }

  /// A request of which only the time of its answer is known.
  void request(Stamp stamp, RequestLine line) {
    if (stamp.unixNanos().isEmpty()) {
      into.skipped(stamp.place(), "its time has no time zone");
      return;
    }
    Attributes.Builder attributes =
        Attributes.builder()
            .add(AttributeNames.FORMAT, format)
            .add(AttributeNames.CLOCK, CLOCK)
            .add(AttributeNames.STATUS, Integer.toString(line.status()));
    put(attributes, AttributeNames.METHOD, line.method());
    put(attributes, AttributeNames.PATH, line.path());
    put(attributes, AttributeNames.QUERY, line.query());
    put(attributes, AttributeNames.BODY_BYTES, line.bytes());
    put(attributes, AttributeNames.PROCESS_ID, stamp.pid());
    put(attributes, AttributeNames.THREAD_ID, stamp.writer().thread());
    String id = ids.of(CLOCK, stamp.written(), stamp.pid(), line.toString());
    Span span =
        Span.of(
                id,
                (line.method() + ' ' + line.path()).strip(),
                Layer.APP,
                SpanKind.SERVER,
                SpanTime.instant(stamp.unixNanos().getAsLong(), stamp.resolutionNanos()))
            .with(attributes.build());
    boolean failed = line.status() >= SERVER_ERROR;
    into.span(failed ? span.with(SpanStatus.error(line.words())) : span);
  }

  private static void put(Attributes.Builder attributes, String name, String value) {
    if (!value.isEmpty()) {
      attributes.add(name, value);
    }
  }

  void other(String kind) {
    others.count(kind);
  }

  void end() {
    if (queries > 0) {
      into.warning(
          "Durations of django.db.backends are what the application waited: the way to the"
              + " database and back is in them.");
    }
    if (withoutTime > 0) {
      into.warning(
          withoutTime
              + " queries have no time with a zone, so only how long they took is known: give the"
              + " application's zone (--zone Europe/Berlin), or log %(asctime)s.");
    }
    others.report(into);
  }
}
