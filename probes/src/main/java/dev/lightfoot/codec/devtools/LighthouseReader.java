package dev.lightfoot.codec.devtools;

import dev.lightfoot.codec.CaptureFormat;
import dev.lightfoot.codec.CaptureReader;
import dev.lightfoot.codec.CaptureReading;
import dev.lightfoot.codec.capture.CapturedSnapshots;
import dev.lightfoot.codec.capture.CapturedSnapshots.Load;
import dev.lightfoot.codec.capture.Parties;
import dev.lightfoot.codec.json.JsonSource;
import dev.lightfoot.codec.text.CancellableInput;
import dev.lightfoot.devtools.LighthouseRun;
import dev.lightfoot.devtools.json.JsonValue;
import dev.lightfoot.devtools.json.JsonValues;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.JacksonIOException;

/// Reads a result of Lighthouse (LHR): of each request when it began and ended, no phases.
public final class LighthouseReader implements CaptureReader {
  static final CaptureFormat FORMAT = new CaptureFormat("lighthouse", "Lighthouse result");

  private static final int SURE = 90;

  private static final Set<String> AUDITS =
      Set.of(
          "network-requests",
          "first-contentful-paint",
          "largest-contentful-paint",
          "cumulative-layout-shift",
          "long-tasks",
          "screenshot-thumbnails",
          "metrics");

  @Override
  public CaptureFormat format() {
    return FORMAT;
  }

  @Override
  public int recognises(byte[] beginning) {
    String text = new String(beginning, StandardCharsets.UTF_8);
    return text.stripLeading().startsWith("{") && text.contains("\"lighthouseVersion\"") ? SURE : 0;
  }

  @Override
  public void read(InputStream in, CaptureReading into) throws IOException {
    Map<String, JsonValue> about = new LinkedHashMap<>();
    Map<String, JsonValue> audits = new LinkedHashMap<>();
    try (JsonValues values = JsonValues.of(new CancellableInput(in, into::cancelled))) {
      if (values.next() && values.isObject()) {
        members(values, about, audits);
      }
    } catch (CancellationException e) {
      return;
    } catch (JacksonIOException e) {
      throw Objects.requireNonNull(e.getCause());
    } catch (JacksonException e) {
      into.skipped("/audits", JsonSource.sentence(e));
    }
    Optional<Load> load =
        LighthouseRun.of(about, audits).map(run -> new Load(Parties.told(run), Map.of()));
    if (load.isEmpty()) {
      into.warning("It lists no requests.");
      return;
    }
    CapturedSnapshots.of(List.of(load.get())).forEach(into::snapshot);
  }

  /// Pictures and texts, which are most of the file, are passed over.
  private static void members(
      JsonValues values, Map<String, JsonValue> about, Map<String, JsonValue> audits) {
    for (var name = values.member(); name.isPresent(); name = values.member()) {
      switch (name.get()) {
        case "audits" -> {
          for (var audit = values.member(); audit.isPresent(); audit = values.member()) {
            if (AUDITS.contains(audit.get())) {
              audits.put(audit.get(), values.value());
            } else {
              values.skip();
            }
          }
        }
        case "lighthouseVersion",
            "fetchTime",
            "finalDisplayedUrl",
            "requestedUrl",
            "mainDocumentUrl",
            "environment",
            "configSettings" ->
            about.put(name.get(), values.value());
        default -> values.skip();
      }
    }
  }
}
