package dev.lightfoot.codec.accesslog;

import dev.lightfoot.codec.LogFormat;
import dev.lightfoot.codec.LogReader;
import dev.lightfoot.codec.ReadSettings;
import dev.lightfoot.codec.Reading;
import dev.lightfoot.codec.accesslog.entry.EntrySpans;
import dev.lightfoot.model.span.Layer;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// Reads parts of one file for one thread; texts and ids are kept from one part to the next.
final class AccessLogParts implements LogReader {
  private final LogFormat format;
  private final Layer layer;
  private final LineFormat lines;
  private @Nullable EntrySpans spans;
  private @Nullable Reading last;

  AccessLogParts(LogFormat format, Layer layer, LineFormat lines) {
    this.format = format;
    this.layer = layer;
    this.lines = lines;
  }

  @Override
  public LogFormat format() {
    return format;
  }

  @Override
  public int recognises(byte[] beginning) {
    return 0;
  }

  @Override
  public void read(InputStream in, ReadSettings settings, Reading into) throws IOException {
    EntrySpans known = spans;
    if (known == null || !into.equals(last)) {
      known = new EntrySpans(format, layer, settings, into);
      spans = known;
      last = into;
    }
    AccessLog.read(in, lines, known, into);
  }
}
