package dev.lightfoot.codec.accesslog;

import dev.lightfoot.codec.LogFormat;
import dev.lightfoot.codec.LogReader;
import dev.lightfoot.codec.ReadSettings;
import dev.lightfoot.codec.Reading;
import dev.lightfoot.codec.accesslog.entry.Entry;
import dev.lightfoot.codec.accesslog.entry.EntrySpans;
import dev.lightfoot.codec.accesslog.entry.FieldNumbers;
import dev.lightfoot.model.span.Layer;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Arrays;
import java.util.Optional;

/// nginx's access log: `combined` and whatever a `log_format` adds to it, the ingress controller's,
/// and JSON with any of the usual keys. Also every other server's plain combined log.
///
/// `$time_local` and `$msec` are the request's end; `$request_time` reaches from its first byte
/// read to its last byte handed to the kernel (ngx_http_log_module).
public final class NginxReader implements LogReader {
  private static final LogFormat FORMAT =
      new LogFormat(
          "nginx",
          "nginx access log",
          LogFormat.Stamp.END,
          FieldNumbers.MILLI,
          true,
          Optional.of(
              "To nginx's http block add: log_format lightfoot escape=json"
                  + " '{\"ts\":\"$msec\",\"id\":\"$request_id\",\"tp\":\"$http_traceparent\","
                  + "\"c\":\"$remote_addr\",\"m\":\"$request_method\",\"u\":\"$request_uri\","
                  + "\"p\":\"$server_protocol\",\"s\":$status,\"bb\":$body_bytes_sent,"
                  + "\"b\":$bytes_sent,\"rt\":$request_time,\"uct\":\"$upstream_connect_time\","
                  + "\"uht\":\"$upstream_header_time\",\"urt\":\"$upstream_response_time\","
                  + "\"us\":\"$upstream_status\",\"ua\":\"$upstream_addr\","
                  + "\"cs\":\"$upstream_cache_status\"}';"
                  + " and log with it: access_log /var/log/nginx/lightfoot.log lightfoot;"
                  + " Where Apache or gunicorn wrote this log: add %D to LogFormat, %(D)s to the"
                  + " --access-logformat."));

  private static final int INGRESS = 95;
  private static final int TIMED = 85;
  private static final int JSON = 70;
  private static final int PLAIN = 60;
  private static final int WHOLE_NUMBERS = 50;

  @Override
  public LogFormat format() {
    return FORMAT;
  }

  @Override
  public int recognises(byte[] beginning) {
    FirstLines sample = FirstLines.of(beginning);
    int json = sample.share(JSON, (b, from, to, into) -> json(b, from, to, into));
    if (NginxLines.isIngress(sample)) {
      return INGRESS;
    }
    Optional<CombinedTail> tail = CombinedTail.of(sample);
    if (tail.isEmpty()) {
      return json;
    }
    int sure =
        tail.get().hasDecimals() ? TIMED : tail.get().hasWholeNumber() ? WHOLE_NUMBERS : PLAIN;
    return sample.share(sure, NginxLines.of(sample));
  }

  private static LineFormat.Kind json(byte[] b, int from, int to, Entry into) {
    boolean object = b[from] == '{' && new JsonLine(KeyNames.common()).scan(b, from, to, into);
    return LineFormat.Kind.of(object && NginxLines.isRequest(into));
  }

  @Override
  public String patternMark() {
    return "$";
  }

  @Override
  public Optional<LogReader> ofParts(byte[] beginning, ReadSettings settings) {
    byte[] layout = Arrays.copyOf(beginning, Math.min(beginning.length, AccessLog.BEGINNING));
    return Optional.of(new AccessLogParts(FORMAT, Layer.PROXY, NginxLines.of(layout, settings)));
  }

  @Override
  public void read(InputStream in, ReadSettings settings, Reading into) throws IOException {
    PushbackInputStream whole = AccessLog.pushable(in);
    NginxLines lines = NginxLines.of(AccessLog.beginning(whole), settings);
    AccessLog.read(whole, lines, new EntrySpans(FORMAT, Layer.PROXY, settings, into), into);
  }
}
