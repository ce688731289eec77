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

/// gunicorn's access log: of any `access_log_format` that is given; without one the default, also
/// with `%(D)s` and fields with keys behind it.
///
/// `%(t)s` is the moment of logging, the request's end (gunicorn/glogging.py).
public final class GunicornReader implements LogReader {
  private static final LogFormat FORMAT =
      new LogFormat(
          "gunicorn",
          "gunicorn access log",
          LogFormat.Stamp.END,
          FieldNumbers.MICRO,
          true,
          Optional.of(
              "Start gunicorn with: --access-logfile FILE --access-logformat '%(h)s %(l)s %(u)s"
                  + " %(t)s \"%(r)s\" %(s)s %(b)s \"%(f)s\" \"%(a)s\" %(D)s pid=%(p)s"
                  + " traceparent=%({traceparent}i)s request_id=%({x-request-id}i)s'"));

  private static final LinePattern COMBINED_PATTERN =
      NginxFormat.compile(CombinedTail.COMBINED, true);
  private static final int WITH_PROCESS = 90;

  @Override
  public LogFormat format() {
    return FORMAT;
  }

  @Override
  public int recognises(byte[] beginning) {
    FirstLines sample = FirstLines.of(beginning);
    Optional<CombinedTail> tail = CombinedTail.of(sample);
    return tail.isPresent() && tail.get().hasKey("pid") && !tail.get().hasDecimals()
        ? sample.share(WITH_PROCESS, layouts(sample))
        : 0;
  }

  private static Layouts layouts(FirstLines sample) {
    LinePattern found =
        CombinedTail.of(sample).map(CombinedTail::ofMicros).orElse(COMBINED_PATTERN);
    return new Layouts(List.of(found, COMBINED_PATTERN));
  }

  /// As a person says, or as the first lines show.
  private static Layouts layouts(byte[] beginning, ReadSettings settings) {
    return settings
        .pattern()
        .map(format -> new Layouts(List.of(GunicornFormat.compile(format))))
        .orElseGet(() -> layouts(FirstLines.of(beginning)));
  }

  @Override
  public String patternMark() {
    return "%(";
  }

  @Override
  public Optional<LogReader> ofParts(byte[] beginning, ReadSettings settings) {
    return Optional.of(new AccessLogParts(FORMAT, Layer.APP, layouts(beginning, settings)));
  }

  @Override
  public void read(InputStream in, ReadSettings settings, Reading into) throws IOException {
    PushbackInputStream whole = AccessLog.pushable(in);
    Layouts layouts = layouts(AccessLog.beginning(whole), settings);
    AccessLog.read(whole, layouts, new EntrySpans(FORMAT, Layer.APP, settings, into), into);
  }
}
