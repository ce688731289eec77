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
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The W3C extended log of IIS, and of its Advanced Logging module.
///
/// Date and time are the request's end, in UTC unless the fields are called `date-local` and
/// `time-local`; `time-taken` is milliseconds.
public final class IisReader implements LogReader {
  private static final LogFormat FORMAT =
      new LogFormat(
          "iis",
          "IIS log (W3C extended)",
          LogFormat.Stamp.END,
          FieldNumbers.MILLI,
          true,
          Optional.of("In IIS, under Logging, Select Fields, tick: Time Taken (time-taken)."));

  private static final Map<String, Fact> NAMES =
      Map.ofEntries(
          entry("date", Fact.DATE),
          entry("time", Fact.TIME_OF_DAY),
          entry("date-local", Fact.DATE),
          entry("time-local", Fact.TIME_OF_DAY),
          entry("c-ip", Fact.CLIENT),
          entry("cs-method", Fact.METHOD),
          entry("cs-uri-stem", Fact.TARGET),
          entry("cs-uri-query", Fact.QUERY),
          entry("cs-version", Fact.PROTOCOL),
          entry("cs-host", Fact.HOST),
          entry("cs(host)", Fact.HOST),
          entry("s-port", Fact.PORT),
          entry("s-computername", Fact.LOG_HOST),
          entry("sc-status", Fact.STATUS),
          entry("sc-bytes", Fact.RESPONSE_BYTES),
          entry("cs(user-agent)", Fact.USER_AGENT),
          entry("traceparent", Fact.TRACEPARENT),
          entry("cs(traceparent)", Fact.TRACEPARENT),
          entry("cs(x-request-id)", Fact.REQUEST_ID),
          entry("time-taken", Fact.MILLIS),
          entry("timetakenms", Fact.MILLIS));

  private static final int SURE = 90;

  @Override
  public LogFormat format() {
    return FORMAT;
  }

  @Override
  public int recognises(byte[] beginning) {
    List<String> header = W3cLines.header(FirstLines.of(beginning));
    boolean web = header.contains("cs-uri-stem") || header.contains("sc-status");
    return web && !header.contains("x-edge-location") ? SURE : 0;
  }

  @Override
  public void read(InputStream in, ReadSettings settings, Reading into) throws IOException {
    LineFormat lines = new W3cLines(NAMES, ' ', false);
    AccessLog.read(in, lines, new EntrySpans(FORMAT, Layer.PROXY, settings, into), into);
  }
}
