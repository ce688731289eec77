package dev.lightfoot.codec.accesslog;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.lightfoot.codec.LogFormat;
import dev.lightfoot.codec.LogReader;
import dev.lightfoot.codec.ReadSettings;
import dev.lightfoot.codec.Reading;
import dev.lightfoot.codec.accesslog.entry.Entry;
import dev.lightfoot.codec.accesslog.entry.EntrySpans;
import dev.lightfoot.codec.accesslog.entry.Fact;
import dev.lightfoot.codec.accesslog.entry.FieldNumbers;
import dev.lightfoot.codec.accesslog.entry.FieldTexts;
import dev.lightfoot.model.span.Layer;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/// HAProxy's `option httplog` and `option httpslog`, with or without syslog's prefix, among the
/// lines that HAProxy writes about itself.
///
/// The time in brackets is the request's start, local time to the millisecond (configuration.txt,
/// 8.2.3). Up to version 1.6 the first timer also holds the handshake and the idle time before the
/// request, and the line looks the same.
public final class HaproxyReader implements LogReader {
  private static final LogFormat FORMAT =
      new LogFormat(
          "haproxy",
          "HAProxy HTTP log",
          LogFormat.Stamp.START,
          FieldNumbers.MILLI,
          false,
          Optional.of("In HAProxy's frontend or defaults section say: option httplog"));

  private static final byte[] PROCESS = "haproxy[".getBytes(ISO_8859_1);
  private static final int SURE = 95;

  private static final LinePattern PATTERN =
      new LinePattern.Builder()
          .field(Fact.CLIENT, "the client's address")
          .text(" [")
          .field(Fact.TIME, "the time")
          .text("] ")
          .field(Optional.empty(), "the frontend")
          .text(" ")
          .field(Fact.BACKEND, "the backend")
          .text(" ")
          .field(Fact.TIMERS, "the timers")
          .text(" ")
          .field(Fact.STATUS, "the status")
          .text(" ")
          .field(Fact.RESPONSE_BYTES, "the bytes")
          .text(" ")
          .field(Optional.empty(), "the request's cookie")
          .text(" ")
          .field(Optional.empty(), "the response's cookie")
          .text(" ")
          .field(Optional.empty(), "the termination state")
          .text(" ")
          .field(Optional.empty(), "the connections")
          .text(" ")
          .field(Optional.empty(), "the queues")
          .text(" ")
          .open()
          .build();

  @Override
  public LogFormat format() {
    return FORMAT;
  }

  @Override
  public int recognises(byte[] beginning) {
    int share = FirstLines.of(beginning).share(SURE, HaproxyReader::take);
    return share > 0 ? Math.max(share, SURE / 2) : 0;
  }

  private static LineFormat.Kind take(byte[] b, int from, int to, Entry into) {
    int begin = begin(b, from, to, into);
    int end = PATTERN.scan(b, begin, to, into);
    if (end < 0 || !HaproxyTimers.isFive(into)) {
      return quote(b, from, to) < 0 ? LineFormat.Kind.OTHER : LineFormat.Kind.BAD;
    }
    client(into);
    into.dropSign(Fact.RESPONSE_BYTES);
    into.dropSign(Fact.STATUS);
    int open = quote(b, end, to);
    int close = open < 0 ? -1 : quote(b, open + 1, to);
    if (close < 0) {
      return LineFormat.Kind.of(into.refuse("it ends before its request does"));
    }
    into.put(Fact.REQUEST, b, open + 1, close);
    CapturedHeaders.note(b, end, open, into);
    HaproxyTimers.note(into);
    return LineFormat.Kind.ENTRY;
  }

  /// Where syslog's prefix ends; notes the host and process in it.
  private static int begin(byte[] b, int from, int to, Entry into) {
    for (int i = from; i + PROCESS.length < to; i++) {
      if (b[i] == 'h' && FieldTexts.startsWith(b, i, to, PROCESS)) {
        int close = i;
        while (close < to && b[close] != ']') {
          close++;
        }
        into.put(Fact.PROCESS, b, i + PROCESS.length, close);
        int host = i - 2;
        while (host > from && b[host - 1] != ' ') {
          host--;
        }
        into.put(Fact.LOG_HOST, b, Math.max(host, from), Math.max(i - 1, from));
        return Math.min(close + 3, to);
      }
      if (b[i] == '"' || b[i] == '[') {
        break;
      }
    }
    return from;
  }

  /// HAProxy puts no brackets around an IPv6 address: the port stands behind the last colon.
  private static void client(Entry into) {
    if (!into.has(Fact.CLIENT)) {
      return;
    }
    byte[] b = into.bytes(Fact.CLIENT);
    int from = into.from(Fact.CLIENT);
    int colon = into.to(Fact.CLIENT) - 1;
    while (colon > from && b[colon] != ':') {
      colon--;
    }
    boolean brackets = colon > from && b[from] == '[' && b[colon - 1] == ']';
    into.put(Fact.CLIENT, b, brackets ? from + 1 : from, brackets ? colon - 1 : colon);
  }

  private static int quote(byte[] b, int from, int to) {
    for (int i = from; i < to; i++) {
      if (b[i] == '"') {
        return i;
      }
    }
    return -1;
  }

  @Override
  public Optional<LogReader> ofParts(byte[] beginning, ReadSettings settings) {
    return Optional.of(new AccessLogParts(FORMAT, Layer.PROXY, HaproxyReader::take));
  }

  @Override
  public void read(InputStream in, ReadSettings settings, Reading into) throws IOException {
    AccessLog.read(
        in, HaproxyReader::take, new EntrySpans(FORMAT, Layer.PROXY, settings, into), into);
  }
}
