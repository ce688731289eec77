package dev.lightfoot.codec.jaeger;

import dev.lightfoot.codec.LogFormat;
import dev.lightfoot.codec.LogFormat.Stamp;
import dev.lightfoot.codec.LogReader;
import dev.lightfoot.codec.ReadSettings;
import dev.lightfoot.codec.Reading;
import dev.lightfoot.codec.json.JsonSource;
import dev.lightfoot.codec.semconv.Delivery;
import dev.lightfoot.codec.text.CancellableInput;
import dev.lightfoot.codec.text.TextCache;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import tools.jackson.core.JacksonException;

/// Reads traces as Jaeger's window saves them (`{"data": [trace, …]}`), one trace alone, a list of
/// them, the form that the window itself makes of a trace, and the documents in which Jaeger keeps
/// spans in Elasticsearch. Times are in microseconds.
public final class JaegerReader implements LogReader {
  private static final LogFormat FORMAT =
      new LogFormat("jaeger", "Jaeger JSON", Stamp.BOTH, 1_000, true, Optional.empty());

  @Override
  public LogFormat format() {
    return FORMAT;
  }

  @Override
  public int recognises(byte[] beginning) {
    String text = new String(beginning, StandardCharsets.ISO_8859_1).stripLeading();
    if (!text.startsWith("{") && !text.startsWith("[")) {
      return 0;
    }
    boolean spans = text.contains("\"spanID\"") || text.contains("\"operationName\"");
    return text.contains("\"traceID\"") ? (spans ? 95 : 60) : 0;
  }

  @Override
  public boolean identifies() {
    return true;
  }

  @Override
  public void read(InputStream in, ReadSettings settings, Reading into) throws IOException {
    Delivery delivery = new Delivery(into, FORMAT.name());
    JaegerTraces traces = null;
    try (JsonSource json =
        JsonSource.of(new CancellableInput(in, into::cancelled), new TextCache())) {
      traces = new JaegerTraces(json, delivery, into);
      while (json.next()) {
        traces.document();
      }
    } catch (JacksonException e) {
      if (traces != null) {
        traces.release();
      }
      delivery.skipped("the document", JsonSource.sentence(e));
    } catch (CancellationException e) {
      return;
    }
    delivery.end();
  }
}
