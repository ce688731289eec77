package dev.lightfoot.codec.accesslog;

import static java.util.Map.entry;

import dev.lightfoot.codec.LogFormat;
import dev.lightfoot.codec.LogReader;
import dev.lightfoot.codec.ReadSettings;
import dev.lightfoot.codec.Reading;
import dev.lightfoot.codec.accesslog.entry.Entry;
import dev.lightfoot.codec.accesslog.entry.EntrySpans;
import dev.lightfoot.codec.accesslog.entry.Fact;
import dev.lightfoot.codec.accesslog.entry.FieldNumbers;
import dev.lightfoot.model.span.Layer;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Envoy's access log in its default format, and Istio's in text and in JSON.
///
/// `START_TIME` is the request's start in milliseconds; `DURATION` and the upstream's service time
/// are milliseconds too.
public final class EnvoyReader implements LogReader {
  private static final LogFormat FORMAT =
      new LogFormat(
          "envoy",
          "Envoy or Istio access log",
          LogFormat.Stamp.START,
          FieldNumbers.MILLI,
          true,
          Optional.empty());

  private static final Map<String, Fact> NAMES =
      Map.ofEntries(
          entry("start_time", Fact.TIME),
          entry("method", Fact.METHOD),
          entry("path", Fact.TARGET),
          entry("protocol", Fact.PROTOCOL),
          entry("response_code", Fact.STATUS),
          entry("bytes_sent", Fact.BODY_BYTES),
          entry("duration", Fact.MILLIS),
          entry("upstream_service_time", Fact.UPSTREAM_MILLIS),
          entry("x_forwarded_for", Fact.FORWARDED_FOR),
          entry("downstream_remote_address", Fact.PEER),
          entry("user_agent", Fact.USER_AGENT),
          entry("request_id", Fact.REQUEST_ID),
          entry("traceparent", Fact.TRACEPARENT),
          entry("trace_id", Fact.TRACE_ID),
          entry("authority", Fact.HOST),
          entry("upstream_host", Fact.UPSTREAM_ADDRESS));

  private static final LinePattern ENVOY = end(begin()).build();
  private static final LinePattern ISTIO =
      end(begin()
              .field(Optional.empty(), "the code's details")
              .text(" ")
              .field(Optional.empty(), "the termination's details")
              .text(" \"")
              .field(Optional.empty(), "the upstream's failure")
              .text("\" "))
          .text(" ")
          .field(Optional.empty(), "the cluster")
          .text(" ")
          .field(Optional.empty(), "the upstream's local address")
          .text(" ")
          .field(Optional.empty(), "the downstream's local address")
          .text(" ")
          .field(Fact.PEER, "the downstream's remote address")
          .text(" ")
          .open()
          .build();

  private static final int SURE = 95;

  private static LinePattern.Builder begin() {
    return new LinePattern.Builder()
        .text("[")
        .field(Fact.TIME, "the start time")
        .text("] \"")
        .field(Fact.REQUEST, "the request")
        .text("\" ")
        .field(Fact.STATUS, "the response code")
        .text(" ")
        .field(Optional.empty(), "the response flags")
        .text(" ");
  }

  private static LinePattern.Builder end(LinePattern.Builder begun) {
    return begun
        .field(Optional.empty(), "the bytes received")
        .text(" ")
        .field(Fact.BODY_BYTES, "the bytes sent")
        .text(" ")
        .field(Fact.MILLIS, "the duration")
        .text(" ")
        .field(Fact.UPSTREAM_MILLIS, "the upstream's service time")
        .text(" \"")
        .field(Fact.FORWARDED_FOR, "X-Forwarded-For")
        .text("\" \"")
        .field(Fact.USER_AGENT, "the user agent")
        .text("\" \"")
        .field(Fact.REQUEST_ID, "the request's id")
        .text("\" \"")
        .field(Fact.HOST, "the authority")
        .text("\" \"")
        .field(Fact.UPSTREAM_ADDRESS, "the upstream's host")
        .text("\"");
  }

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
    List<LinePattern> texts = List.of(ENVOY, ISTIO);
    return (b, from, to, into) -> {
      if (from == to) {
        return LineFormat.Kind.EMPTY;
      }
      boolean object = b[from] == '{';
      boolean read = object ? json.scan(b, from, to, into) : text(texts, b, from, to, into);
      if (read && object && (!into.has(Fact.TIME) || !into.has(Fact.STATUS))) {
        return LineFormat.Kind.OTHER;
      }
      return LineFormat.Kind.of(read);
    };
  }

  private static boolean text(List<LinePattern> patterns, byte[] b, int from, int to, Entry into) {
    for (LinePattern pattern : patterns) {
      into.clear();
      if (pattern.scan(b, from, to, into) >= 0) {
        return true;
      }
    }
    return false;
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
