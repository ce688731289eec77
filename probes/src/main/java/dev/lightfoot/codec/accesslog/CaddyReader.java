package dev.lightfoot.codec.accesslog;

import static java.util.Map.entry;

import dev.lightfoot.codec.LogFormat;
import dev.lightfoot.codec.LogReader;
import dev.lightfoot.codec.ReadSettings;
import dev.lightfoot.codec.Reading;
import dev.lightfoot.codec.accesslog.entry.EntrySpans;
import dev.lightfoot.codec.accesslog.entry.Fact;
import dev.lightfoot.codec.accesslog.entry.FieldNumbers;
import dev.lightfoot.model.span.Layer;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;

/// Caddy's access log in JSON, among the lines that Caddy writes about itself.
///
/// `ts` is the moment of logging, the request's end; `duration` is seconds, or text with a unit
/// where the encoder is configured so.
public final class CaddyReader implements LogReader {
  private static final LogFormat FORMAT =
      new LogFormat(
          "caddy",
          "Caddy access log",
          LogFormat.Stamp.END,
          FieldNumbers.MICRO,
          true,
          Optional.empty());

  private static final Map<String, Fact> NAMES =
      Map.ofEntries(
          entry("logger", Fact.MARK),
          entry("ts", Fact.TIME_DOUBLE),
          entry("request.client_ip", Fact.CLIENT),
          entry("request.remote_ip", Fact.PEER),
          entry("request.method", Fact.METHOD),
          entry("request.host", Fact.HOST),
          entry("request.uri", Fact.TARGET),
          entry("request.proto", Fact.PROTOCOL),
          entry("request.headers.user-agent", Fact.USER_AGENT),
          entry("request.headers.x-request-id", Fact.REQUEST_ID),
          entry("request.headers.traceparent", Fact.TRACEPARENT),
          entry("resp_headers.x-request-id", Fact.REQUEST_ID),
          entry("uuid", Fact.REQUEST_ID),
          entry("traceid", Fact.TRACE_ID),
          entry("spanid", Fact.SPAN_ID),
          entry("duration", Fact.WITH_UNIT),
          entry("size", Fact.BODY_BYTES),
          entry("status", Fact.STATUS));

  private static final int SURE = 95;

  @Override
  public LogFormat format() {
    return FORMAT;
  }

  @Override
  public int recognises(byte[] beginning) {
    int share = FirstLines.of(beginning).share(SURE, lines());
    return share > 0 ? Math.max(share, SURE - 5) : 0;
  }

  /// An error line tells of its request too, which has its own line: only those count.
  private static LineFormat lines() {
    JsonLine json = new JsonLine(new KeyNames(NAMES));
    return (b, from, to, into) -> {
      if (from == to || b[from] != '{') {
        return from == to ? LineFormat.Kind.EMPTY : LineFormat.Kind.OTHER;
      }
      if (!json.scan(b, from, to, into)) {
        return LineFormat.Kind.BAD;
      }
      boolean access = into.text(Fact.MARK).startsWith("http.log.access");
      if (!access || !into.has(Fact.METHOD)) {
        return LineFormat.Kind.OTHER;
      }
      return LineFormat.Kind.ENTRY;
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
