package dev.lightfoot.codec.accesslog;

import static java.util.Map.entry;

import dev.lightfoot.codec.LogFormat;
import dev.lightfoot.codec.LogReader;
import dev.lightfoot.codec.ReadSettings;
import dev.lightfoot.codec.Reading;
import dev.lightfoot.codec.accesslog.entry.EntrySpans;
import dev.lightfoot.codec.accesslog.entry.Fact;
import dev.lightfoot.model.span.Layer;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Traefik's access log, in JSON and in its common format, both of which begin with the request's
/// start.
///
/// `Duration`, `OriginDuration` and `Overhead` are nanoseconds; the common format has whole
/// milliseconds.
public final class TraefikReader implements LogReader {
  private static final LogFormat FORMAT =
      new LogFormat(
          "traefik", "Traefik access log", LogFormat.Stamp.START, 1, true, Optional.empty());

  private static final Map<String, Fact> NAMES =
      Map.ofEntries(
          entry("StartUTC", Fact.TIME),
          entry("ClientHost", Fact.CLIENT),
          entry("RequestMethod", Fact.METHOD),
          entry("RequestHost", Fact.HOST),
          entry("RequestPath", Fact.TARGET),
          entry("RequestProtocol", Fact.PROTOCOL),
          entry("DownstreamStatus", Fact.STATUS),
          entry("DownstreamContentSize", Fact.BODY_BYTES),
          entry("Duration", Fact.NANOS),
          entry("OriginDuration", Fact.UPSTREAM_NANOS),
          entry("OriginStatus", Fact.UPSTREAM_STATUS),
          entry("ServiceAddr", Fact.UPSTREAM_ADDRESS),
          entry("TraceId", Fact.TRACE_ID),
          entry("SpanId", Fact.SPAN_ID),
          entry("request_User-Agent", Fact.USER_AGENT),
          entry("request_X-Request-Id", Fact.REQUEST_ID),
          entry("request_Traceparent", Fact.TRACEPARENT));

  private static final LinePattern COMMON =
      NginxFormat.begin(CombinedTail.COMBINED)
          .text(" ")
          .field(Optional.empty(), "the request's number")
          .text(" \"")
          .field(Optional.empty(), "the router")
          .text("\" \"")
          .field(Fact.UPSTREAM_ADDRESS, "the server")
          .text("\" ")
          .field(Fact.MILLIS, "the duration")
          .text("ms")
          .build();

  private static final int SURE = 95;

  @Override
  public LogFormat format() {
    return FORMAT;
  }

  @Override
  public int recognises(byte[] beginning) {
    return FirstLines.of(beginning).share(SURE, lines());
  }

  private static LineFormat lines() {
    JsonLine json = new JsonLine(new KeyNames(NAMES));
    Layouts common = new Layouts(List.of(COMMON));
    return (b, from, to, into) -> {
      if (from == to || b[from] != '{') {
        return common.take(b, from, to, into);
      }
      if (!json.scan(b, from, to, into)) {
        return LineFormat.Kind.BAD;
      }
      return into.has(Fact.STATUS) && into.has(Fact.NANOS)
          ? LineFormat.Kind.ENTRY
          : LineFormat.Kind.OTHER;
    };
  }

  @Override
  public Optional<LogReader> ofParts(byte[] beginning, ReadSettings settings) {
    return Optional.of(new AccessLogParts(FORMAT, Layer.PROXY, lines()));
  }

  @Override
  public void read(InputStream in, ReadSettings settings, Reading into) throws IOException {
    AccessLog.read(in, lines(), new EntrySpans(FORMAT, Layer.PROXY, settings, into), into);
  }
}
