package dev.lightfoot.codec.accesslog;

import dev.lightfoot.codec.LogFormat;
import dev.lightfoot.codec.LogReader;
import dev.lightfoot.codec.ReadSettings;
import dev.lightfoot.codec.Reading;
import dev.lightfoot.codec.accesslog.entry.EntrySpans;
import dev.lightfoot.codec.accesslog.entry.FieldNumbers;
import dev.lightfoot.model.span.Layer;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.List;
import java.util.Optional;

/// Apache's access log: of any `LogFormat` that is given; without one `common`, `combined` and
/// `vhost_combined`, the second also with `%D` behind it.
///
/// `%t` is when the request was received, its start (mod_log_config); `%T` counts whole seconds.
public final class ApacheReader implements LogReader {
  private static final LogFormat FORMAT =
      new LogFormat(
          "apache",
          "Apache access log",
          LogFormat.Stamp.START,
          FieldNumbers.MICRO,
          true,
          Optional.of(
              "To Apache's configuration add: LogFormat \"%h %l %u %t \\\"%r\\\" %>s %b"
                  + " \\\"%{Referer}i\\\" \\\"%{User-Agent}i\\\" %D id=%{X-Request-Id}i"
                  + " traceparent=%{traceparent}i\" lightfoot, and log with it:"
                  + " CustomLog logs/lightfoot.log lightfoot"));

  private static final String COMMON = "%h %l %u %t \"%r\" %>s %b";
  private static final LinePattern COMMON_PATTERN = ApacheFormat.compile(COMMON);
  private static final LinePattern VHOST_PATTERN =
      ApacheFormat.compile("%v:%p " + COMMON + " \"%{Referer}i\" \"%{User-Agent}i\"");
  private static final LinePattern COMBINED_PATTERN =
      NginxFormat.compile(CombinedTail.COMBINED, true);

  private static final int TIMED = 75;
  private static final int SHAPED = 65;
  private static final int PLAIN = 50;

  @Override
  public LogFormat format() {
    return FORMAT;
  }

  @Override
  public int recognises(byte[] beginning) {
    FirstLines sample = FirstLines.of(beginning);
    int other = sample.share(SHAPED, new Layouts(List.of(VHOST_PATTERN, COMMON_PATTERN)));
    Optional<CombinedTail> tail = CombinedTail.of(sample);
    if (tail.isEmpty() || tail.get().hasDecimals()) {
      return other;
    }
    return Math.max(
        other, sample.share(tail.get().hasWholeNumber() ? TIMED : PLAIN, layouts(sample)));
  }

  private static Layouts layouts(FirstLines sample) {
    LinePattern found =
        CombinedTail.of(sample).map(CombinedTail::ofMicros).orElse(COMBINED_PATTERN);
    return new Layouts(List.of(found, VHOST_PATTERN, COMMON_PATTERN, COMBINED_PATTERN));
  }

  /// As a person says, or as the first lines show.
  private static Layouts layouts(byte[] beginning, ReadSettings settings) {
    return settings
        .pattern()
        .map(format -> new Layouts(List.of(ApacheFormat.compile(format))))
        .orElseGet(() -> layouts(FirstLines.of(beginning)));
  }

  @Override
  public String patternMark() {
    return "%";
  }

  @Override
  public Optional<LogReader> ofParts(byte[] beginning, ReadSettings settings) {
    return Optional.of(new AccessLogParts(FORMAT, Layer.PROXY, layouts(beginning, settings)));
  }

  @Override
  public void read(InputStream in, ReadSettings settings, Reading into) throws IOException {
    PushbackInputStream whole = AccessLog.pushable(in);
    Layouts layouts = layouts(AccessLog.beginning(whole), settings);
    AccessLog.read(whole, layouts, new EntrySpans(FORMAT, Layer.PROXY, settings, into), into);
  }
}
