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

/// The standard log of Amazon CloudFront: tab-separated, of the fields that its header names.
///
/// Date and time are when the server finished the response, in UTC, to the second; `time-taken` and
/// `time-to-first-byte` are seconds. `x-edge-location` begins with the code of an airport nearby.
public final class CloudfrontReader implements LogReader {
  private static final LogFormat FORMAT =
      new LogFormat(
          "cloudfront",
          "CloudFront access log",
          LogFormat.Stamp.END,
          FieldNumbers.SECOND,
          true,
          Optional.of("In CloudFront's log settings select the field time-taken."));

  private static final Map<String, Fact> NAMES =
      Map.ofEntries(
          entry("date", Fact.DATE),
          entry("time", Fact.TIME_OF_DAY),
          entry("x-edge-location", Fact.LOG_HOST),
          entry("c-ip", Fact.CLIENT),
          entry("cs-method", Fact.METHOD),
          entry("x-host-header", Fact.HOST),
          entry("cs-uri-stem", Fact.TARGET),
          entry("cs-uri-query", Fact.QUERY),
          entry("cs-protocol-version", Fact.PROTOCOL),
          entry("sc-status", Fact.STATUS),
          entry("sc-bytes", Fact.RESPONSE_BYTES),
          entry("cs(user-agent)", Fact.USER_AGENT),
          entry("x-edge-request-id", Fact.REQUEST_ID),
          entry("x-edge-detailed-result-type", Fact.CACHE_STATUS),
          entry("x-edge-result-type", Fact.CACHE_STATUS),
          entry("time-taken", Fact.SECONDS),
          entry("time-to-first-byte", Fact.FIRST_BYTE_SECONDS));

  private static final int SURE = 95;

  @Override
  public LogFormat format() {
    return FORMAT;
  }

  @Override
  public int recognises(byte[] beginning) {
    List<String> header = W3cLines.header(FirstLines.of(beginning));
    return header.contains("x-edge-location") ? SURE : 0;
  }

  @Override
  public void read(InputStream in, ReadSettings settings, Reading into) throws IOException {
    LineFormat lines = new W3cLines(NAMES, '\t', true);
    AccessLog.read(in, lines, new EntrySpans(FORMAT, Layer.PROXY, settings, into), into);
  }
}
