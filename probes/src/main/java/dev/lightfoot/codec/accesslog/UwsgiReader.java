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

/// uWSGI's request log, among the lines that uWSGI writes about itself.
///
/// Its time is the request's start, a local time without zone, to the second (core/logging.c).
public final class UwsgiReader implements LogReader {
  private static final LogFormat FORMAT =
      new LogFormat(
          "uwsgi",
          "uWSGI request log",
          LogFormat.Stamp.START,
          FieldNumbers.MILLI,
          false,
          Optional.empty());

  private static final byte[] BEGIN = "[pid: ".getBytes(ISO_8859_1);
  private static final int SURE = 95;

  private static final LinePattern PATTERN =
      new LinePattern.Builder()
          .text("[pid: ")
          .field(Fact.PROCESS, "pid")
          .text("|app: ")
          .field(Optional.empty(), "app")
          .text("|req: ")
          .field(Optional.empty(), "req")
          .text("] ")
          .field(Fact.CLIENT, "the client's address")
          .text(" (")
          .field(Optional.empty(), "the user")
          .text(") {")
          .field(Optional.empty(), "the variables")
          .text("} [")
          .field(Fact.TIME, "the time")
          .text("] ")
          .field(Fact.METHOD, "the method")
          .text(" ")
          .field(Fact.TARGET, "the path")
          .text(" => generated ")
          .field(Fact.BODY_BYTES, "the bytes")
          .text(" bytes in ")
          .field(Fact.WITH_UNIT, "the duration")
          .text(" (HTTP/")
          .field(Fact.PROTOCOL, "the protocol")
          .text(" ")
          .field(Fact.STATUS, "the status")
          .text(") ")
          .open()
          .build();

  @Override
  public LogFormat format() {
    return FORMAT;
  }

  @Override
  public int recognises(byte[] beginning) {
    int share = FirstLines.of(beginning).share(SURE, UwsgiReader::take);
    return share > 0 ? Math.max(share, SURE / 2) : 0;
  }

  private static LineFormat.Kind take(byte[] b, int from, int to, Entry into) {
    if (!FieldTexts.startsWith(b, from, to, BEGIN)) {
      return from == to ? LineFormat.Kind.EMPTY : LineFormat.Kind.OTHER;
    }
    return LineFormat.Kind.of(PATTERN.scan(b, from, to, into) >= 0);
  }

  @Override
  public Optional<LogReader> ofParts(byte[] beginning, ReadSettings settings) {
    return Optional.of(new AccessLogParts(FORMAT, Layer.APP, UwsgiReader::take));
  }

  @Override
  public void read(InputStream in, ReadSettings settings, Reading into) throws IOException {
    AccessLog.read(in, UwsgiReader::take, new EntrySpans(FORMAT, Layer.APP, settings, into), into);
  }
}
