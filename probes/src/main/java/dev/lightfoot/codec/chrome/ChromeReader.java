package dev.lightfoot.codec.chrome;

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

/// Reads trace events: a list of them, which may be cut anywhere, or an object with `traceEvents`.
/// What begins and ends in one thread nests; each file is one trace of the layer browser.
public final class ChromeReader implements LogReader {
  private static final LogFormat FORMAT =
      new LogFormat("chrome-trace", "Chrome trace events", Stamp.BOTH, 1, false, Optional.empty());

  @Override
  public LogFormat format() {
    return FORMAT;
  }

  @Override
  public int recognises(byte[] beginning) {
    String text = new String(beginning, StandardCharsets.ISO_8859_1).stripLeading();
    if (text.startsWith("{") && text.contains("\"traceEvents\"")) {
      return 95;
    }
    boolean events = text.startsWith("[") || text.startsWith("{");
    return events && text.contains("\"ph\"") && text.contains("\"ts\"") && text.contains("\"pid\"")
        ? 90
        : 0;
  }

  @Override
  public boolean holdsTraces() {
    return true;
  }

  @Override
  public void read(InputStream in, ReadSettings settings, Reading into) throws IOException {
    Delivery delivery = new Delivery(into, FORMAT.name());
    ChromeEvents events = new ChromeEvents();
    try {
      try (JsonSource json =
          JsonSource.of(new CancellableInput(in, into::cancelled), new TextCache())) {
        while (json.next()) {
          new ChromeDocument(json, events, delivery).read();
        }
      } catch (JacksonException e) {
        // a list without its end is legal; of anything else something may be missing
        if (!events.isEmpty()) {
          into.warning("The file is cut: " + events.size() + " events before that are read.");
        } else {
          delivery.skipped("the document", JsonSource.sentence(e));
        }
      }
      events.deliver(delivery, into);
    } catch (CancellationException e) {
      return;
    }
    delivery.end();
  }
}
