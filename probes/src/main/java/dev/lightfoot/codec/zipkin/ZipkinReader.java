package dev.lightfoot.codec.zipkin;

import dev.lightfoot.codec.LogFormat;
import dev.lightfoot.codec.LogFormat.Stamp;
import dev.lightfoot.codec.LogReader;
import dev.lightfoot.codec.ReadSettings;
import dev.lightfoot.codec.Reading;
import dev.lightfoot.codec.json.JsonSource;
import dev.lightfoot.codec.semconv.Delivery;
import dev.lightfoot.codec.text.CancellableInput;
import dev.lightfoot.codec.text.TextCache;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import tools.jackson.core.JacksonException;

/// Reads Zipkin's spans of version 2 (`/api/v2/trace/…`, `/api/v2/traces`, what reporters send): a
/// list of spans, or a list of such lists. Times are in microseconds.
public final class ZipkinReader implements LogReader {
  private static final LogFormat FORMAT =
      new LogFormat("zipkin", "Zipkin v2 JSON", Stamp.BOTH, 1_000, true, Optional.empty());

  @Override
  public LogFormat format() {
    return FORMAT;
  }

  @Override
  public int recognises(byte[] beginning) {
    String text = new String(beginning, StandardCharsets.ISO_8859_1).stripLeading();
    if ((!text.startsWith("[") && !text.startsWith("{"))
        || !text.contains("\"traceId\"")
        || !text.contains("\"id\"")
        || text.contains("\"spanId\"")) {
      return 0;
    }
    boolean version1 = text.contains("\"binaryAnnotations\"");
    return version1 || text.contains("\"localEndpoint\"") ? 90 : 60;
  }

  @Override
  public boolean identifies() {
    return true;
  }

  @Override
  public void read(InputStream in, ReadSettings settings, Reading into) throws IOException {
    Delivery delivery = new Delivery(into, FORMAT.name());
    try {
      read(new CancellableInput(in, into::cancelled), delivery);
    } catch (CancellationException e) {
      return;
    }
    delivery.end();
  }

  /// Reads the body of one request (`POST /api/v2/spans`).
  ///
  /// @return how many spans were handed on; the others were reported as skipped
  /// @throws CancellationException where the reading is cancelled
  public static long decode(byte[] body, Reading into) {
    Delivery delivery = new Delivery(into, FORMAT.name());
    read(new ByteArrayInputStream(body), delivery);
    delivery.end();
    return delivery.accepted();
  }

  private static void read(InputStream in, Delivery delivery) {
    ZipkinTraces traces = new ZipkinTraces(delivery);
    try (JsonSource json = JsonSource.of(in, new TextCache())) {
      ZipkinSpans spans = new ZipkinSpans(json, traces, delivery);
      while (json.next()) {
        spans.read("");
      }
    } catch (JacksonException e) {
      delivery.skipped("the document", JsonSource.sentence(e));
    }
    traces.flush();
  }
}
