package dev.lightfoot.codec.har;

import dev.lightfoot.codec.CaptureFormat;
import dev.lightfoot.codec.CaptureReader;
import dev.lightfoot.codec.CaptureReading;
import dev.lightfoot.codec.capture.CapturedSnapshots.Load;
import dev.lightfoot.codec.json.JsonSource;
import dev.lightfoot.codec.text.CancellableInput;
import dev.lightfoot.codec.text.TextCache;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.JacksonIOException;

/// Reads HTTP Archives, version 1.1 and 1.2, of whatever program. Bodies are passed over, so that
/// memory grows with the entries and not with the file.
public final class HarReader implements CaptureReader {
  static final CaptureFormat FORMAT = new CaptureFormat("har", "HAR file");

  private static final Set<String> MEMBERS = Set.of("creator", "browser", "pages", "entries");
  private static final int SURE = 95;

  @Override
  public CaptureFormat format() {
    return FORMAT;
  }

  @Override
  public int recognises(byte[] beginning) {
    try (JsonSource json = JsonSource.of(beginning, 0, beginning.length, new TextCache())) {
      return json.next() && json.object() && holdsLog(json) ? SURE : 0;
    } catch (JacksonException e) {
      return 0;
    }
  }

  private static boolean holdsLog(JsonSource json) {
    while (json.member()) {
      if (json.name().equals("log") && json.isObject()) {
        json.object();
        while (json.member()) {
          if (MEMBERS.contains(json.name()) && (json.isArray() || json.isObject())) {
            return true;
          }
          json.skip();
        }
      } else {
        json.skip();
      }
    }
    return false;
  }

  @Override
  public void read(InputStream in, CaptureReading into) throws IOException {
    HarLog log = new HarLog();
    Optional<IOException> failure = Optional.empty();
    try (JsonSource json =
        JsonSource.tolerant(new CancellableInput(in, into::cancelled), new TextCache())) {
      HarDocument document = new HarDocument(json, log, into);
      try {
        document.read();
      } catch (JacksonIOException e) {
        failure = Optional.of(Objects.requireNonNull(e.getCause()));
      } catch (JacksonException e) {
        into.skipped("/log/entries/" + log.entries.size(), JsonSource.sentence(e));
      }
      document.report();
    } catch (CancellationException e) {
      return;
    }
    List<Load> loads = new HarRuns(log, into).loads();
    if (!loads.isEmpty()) {
      log.own.snapshot(loads, log.kept).forEach(into::snapshot);
    }
    if (failure.isPresent()) {
      throw failure.get();
    }
  }
}
