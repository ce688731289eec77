package dev.lightfoot.codec.django;

import dev.lightfoot.codec.LogFormat;
import dev.lightfoot.codec.LogReader;
import dev.lightfoot.codec.ReadSettings;
import dev.lightfoot.codec.Reading;
import dev.lightfoot.codec.django.DjangoSpans.Stamp;
import dev.lightfoot.codec.django.DjangoSpans.Writer;
import dev.lightfoot.codec.lines.LineSource;
import dev.lightfoot.codec.text.Decimal;
import dev.lightfoot.codec.text.FlatJson;
import dev.lightfoot.codec.text.LocalStamp;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// Django's log as objects of JSON, one a line, as python-json-logger and its like write them: the
/// record's own members (`created`, `process`, `thread`) and those of the query (`duration`,
/// `sql`), which are more exact than its message.
public final class DjangoJsonReader implements LogReader {
  private static final long MICRO = 1_000;
  private static final long SECOND = 1_000_000_000;
  private static final LogFormat FORMAT =
      new LogFormat(
          "django-json",
          "Django log (JSON)",
          LogFormat.Stamp.END,
          MICRO,
          false,
          Optional.of("the members created, process, thread, duration and sql of the record"));
  private static final int CERTAIN = 96;
  private static final int HEAD = 16 * 1024;

  @Override
  public LogFormat format() {
    return FORMAT;
  }

  @Override
  public int recognises(byte[] beginning) {
    String head =
        new String(beginning, 0, Math.min(beginning.length, HEAD), StandardCharsets.UTF_8);
    boolean ours =
        head.stripLeading().startsWith("{")
            && (head.contains("\"django.db.backends\"")
                || head.contains("\"django.request\"")
                || head.contains("\"django.server\""));
    return ours ? CERTAIN : 0;
  }

  @Override
  public void read(InputStream in, ReadSettings settings, Reading into) throws IOException {
    DjangoSpans spans = new DjangoSpans(FORMAT.name(), into);
    LineSource lines = new LineSource(in, into);
    while (lines.next()) {
      String text = lines.text();
      if (!text.isBlank()) {
        Optional<Map<String, String>> members = FlatJson.of(text);
        if (members.isPresent()) {
          entry(lines.place(), members.get(), settings, spans);
        } else {
          into.skipped(lines.place(), "it is not a JSON object");
        }
      }
    }
    spans.end();
  }

  private static void entry(
      String place, Map<String, String> members, ReadSettings settings, DjangoSpans spans) {
    String message = first(members, "message", "msg", "event");
    Stamp stamp = stamp(place, members, settings);
    Optional<QueryLine> query = QueryLine.in(message).filter(line -> line.start() == 0);
    String sql = members.getOrDefault("sql", "");
    String duration = members.getOrDefault("duration", "");
    Optional<RequestLine> request =
        RequestLine.ofServer(message).or(() -> RequestLine.ofRequest(message));
    if (query.isPresent()) {
      spans.query(stamp, query.get(), duration);
    } else if (!sql.isEmpty() && !duration.isEmpty()) {
      spans.query(stamp, new QueryLine(0, duration, sql), duration);
    } else if (request.isPresent()) {
      spans.request(stamp, request.get());
    } else {
      spans.other(first(members, "name", "logger", "logger_name"));
    }
  }

  private static Stamp stamp(String place, Map<String, String> members, ReadSettings settings) {
    Writer writer = new Writer(first(members, "process", "pid"), first(members, "thread"));
    String created = members.getOrDefault("created", "");
    Optional<LocalStamp> written =
        LocalStamp.find(first(members, "asctime", "timestamp", "time", "@timestamp"));
    String text = written.map(stamp -> stamp.local().toString()).orElse(created);
    OptionalLong exact = Decimal.nanos(created, SECOND);
    if (exact.isPresent() || written.isEmpty()) {
      return new Stamp(place, text, exact, MICRO, writer);
    }
    LocalStamp stamp = written.get();
    return new Stamp(
        place, text, stamp.unixNanos(settings.zone()), stamp.resolutionNanos(), writer);
  }

  private static String first(Map<String, String> members, String... names) {
    for (String name : names) {
      String value = members.get(name);
      if (value != null) {
        return value;
      }
    }
    return "";
  }
}
