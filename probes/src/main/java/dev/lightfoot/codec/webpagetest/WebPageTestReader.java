package dev.lightfoot.codec.webpagetest;

import dev.lightfoot.codec.CaptureFormat;
import dev.lightfoot.codec.CaptureReader;
import dev.lightfoot.codec.CaptureReading;
import dev.lightfoot.codec.capture.CapturedSnapshots;
import dev.lightfoot.codec.capture.CapturedSnapshots.Load;
import dev.lightfoot.codec.json.JsonSource;
import dev.lightfoot.codec.text.CancellableInput;
import dev.lightfoot.codec.text.TextCache;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.JacksonIOException;

/// Reads results of WebPageTest. Each run and view is a load: a first view is cold, a repeat view
/// warm. Its averages and its median, which repeat one of the runs, are passed over.
public final class WebPageTestReader implements CaptureReader {
  static final CaptureFormat FORMAT = new CaptureFormat("webpagetest", "WebPageTest result");

  private static final int SURE = 90;

  @Override
  public CaptureFormat format() {
    return FORMAT;
  }

  @Override
  public int recognises(byte[] beginning) {
    String text = new String(beginning, StandardCharsets.ISO_8859_1).stripLeading();
    boolean json = text.startsWith("{") || text.startsWith("\u00EF\u00BB\u00BF{");
    boolean names =
        text.contains("\"runs\"")
            && (text.contains("\"firstView\"") || text.contains("\"repeatView\""));
    return json && names && text.contains("\"data\"") ? SURE : 0;
  }

  @Override
  public void read(InputStream in, CaptureReading into) throws IOException {
    List<View> views = new ArrayList<>();
    Optional<IOException> failure = Optional.empty();
    try (JsonSource json =
        JsonSource.tolerant(new CancellableInput(in, into::cancelled), new TextCache())) {
      read(json, views);
    } catch (CancellationException e) {
      return;
    } catch (JacksonIOException e) {
      failure = Optional.of(Objects.requireNonNull(e.getCause()));
    } catch (JacksonException e) {
      into.skipped("run " + (views.size() + 1), JsonSource.sentence(e));
    }
    List<Load> loads = new ArrayList<>();
    for (View view : views) {
      new ViewRun(view, into).run().ifPresent(run -> loads.add(new Load(run, Map.of())));
    }
    CapturedSnapshots.of(loads).forEach(into::snapshot);
    if (failure.isPresent()) {
      throw failure.get();
    }
  }

  private static void read(JsonSource json, List<View> views) {
    if (!json.next() || !json.object()) {
      return;
    }
    while (json.member()) {
      if (json.name().equals("data") && json.isObject()) {
        json.object();
        while (json.member()) {
          if (json.name().equals("runs")) {
            runs(json, views);
          } else {
            json.skip();
          }
        }
      } else {
        json.skip();
      }
    }
  }

  private static void runs(JsonSource json, List<View> views) {
    if (!json.object()) {
      return;
    }
    while (json.member()) {
      String run = json.name();
      if (!json.object()) {
        continue;
      }
      while (json.member()) {
        boolean repeat = json.name().equals("repeatView");
        if (repeat || json.name().equals("firstView")) {
          View.read(json, "run " + run + (repeat ? ", repeat view" : ""), repeat, views);
        } else {
          json.skip();
        }
      }
    }
  }
}
