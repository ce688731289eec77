package dev.lightfoot.codec.otlp;

import dev.lightfoot.codec.LogFormat;
import dev.lightfoot.codec.LogFormat.Stamp;
import dev.lightfoot.codec.LogReader;
import dev.lightfoot.codec.ReadSettings;
import dev.lightfoot.codec.Reading;
import dev.lightfoot.codec.semconv.Delivery;
import dev.lightfoot.codec.text.CancellableInput;
import dev.lightfoot.codec.text.TextCache;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/// Reads OTLP as JSON from files: one document, or a document a line (the collector's file
/// exporter, which mixes traces with logs and metrics). A line that is damaged costs itself only.
public final class OtlpJsonReader implements LogReader {
  private static final LogFormat FORMAT =
      new LogFormat(
          OtlpJson.FORMAT, "OpenTelemetry (OTLP) JSON", Stamp.BOTH, 1, true, Optional.empty());

  private static final String[] SURE = {"\"resourceSpans\"", "\"resource_spans\""};
  private static final String[] KIN = {
    "\"resourceLogs\"", "\"resourceMetrics\"", "\"instrumentationLibrarySpans\"", "\"scopeSpans\""
  };

  @Override
  public LogFormat format() {
    return FORMAT;
  }

  @Override
  public int recognises(byte[] beginning) {
    String text = new String(beginning, StandardCharsets.ISO_8859_1).stripLeading();
    if (!text.startsWith("{") && !text.startsWith("[") && !text.startsWith("ï»¿{")) {
      return 0;
    }
    for (String word : SURE) {
      int at = text.indexOf(word);
      if (at >= 0) {
        return at < 200 ? 95 : 80;
      }
    }
    if (text.contains("\"spanId\"") && text.contains("\"startTimeUnixNano\"")) {
      return 78;
    }
    for (String word : KIN) {
      if (text.contains(word)) {
        return 75;
      }
    }
    return 0;
  }

  @Override
  public boolean identifies() {
    return true;
  }

  @Override
  public Optional<LogReader> ofParts(byte[] beginning, ReadSettings settings) {
    return Lines.areDocuments(beginning) ? Optional.of(this) : Optional.empty();
  }

  @Override
  public int longestLine() {
    return Lines.MAX_MIB << 20;
  }

  @Override
  public void read(InputStream in, ReadSettings settings, Reading into) throws IOException {
    Delivery delivery = new Delivery(into, OtlpJson.FORMAT);
    try {
      Lines lines = new Lines(new CancellableInput(in, into::cancelled));
      if (lines.areDocuments()) {
        readLines(lines, delivery);
      } else {
        OtlpJson.decode(lines.rest(), delivery);
      }
    } catch (MalformedOtlpException e) {
      delivery.skipped("the document", e.sentence());
    } catch (CancellationException e) {
      return;
    }
    delivery.end();
  }

  private static void readLines(Lines lines, Delivery delivery) throws IOException {
    TextCache texts = new TextCache();
    while (lines.next()) {
      if (lines.isBlank()) {
        continue;
      }
      String place = "line " + lines.number();
      if (lines.isTooLong()) {
        delivery.skipped(place, "It is longer than " + Lines.MAX_MIB + " MiB.");
        continue;
      }
      try {
        OtlpJson.decode(
            lines.bytes(), lines.offset(), lines.length(), delivery, texts, place + " ");
      } catch (MalformedOtlpException e) {
        delivery.skipped(place, e.sentence());
      }
    }
  }
}
