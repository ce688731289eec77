package dev.lightfoot.codec.devtools;

import dev.lightfoot.codec.CaptureFormat;
import dev.lightfoot.codec.CaptureReader;
import dev.lightfoot.codec.CaptureReading;
import dev.lightfoot.codec.capture.CapturedSnapshots;
import dev.lightfoot.codec.capture.CapturedSnapshots.Load;
import dev.lightfoot.codec.capture.ImportedPages;
import dev.lightfoot.codec.json.JsonSource;
import dev.lightfoot.codec.text.CancellableInput;
import dev.lightfoot.devtools.DevtoolsLog;
import dev.lightfoot.devtools.DevtoolsRun;
import dev.lightfoot.devtools.netlog.NetLog;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunState;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.JacksonIOException;

/// Reads events of the DevTools protocol: an array or lines of them, as Puppeteer scripts and
/// Lighthouse write them, or wrapped as in ChromeDriver's performance log.
public final class DevtoolsLogReader implements CaptureReader {
  static final CaptureFormat FORMAT = new CaptureFormat("devtools-log", "DevTools event log");

  private static final int SURE = 90;

  // the method of an event, also where JSON stands in a text
  private static final Pattern EVENT =
      Pattern.compile(
          "\\\\?\"method\\\\?\"\\s*:\\s*\\\\?\"(Network|Page|Target)\\.[A-Za-z]+\\\\?\"");

  @Override
  public CaptureFormat format() {
    return FORMAT;
  }

  @Override
  public int recognises(byte[] beginning) {
    String text = new String(beginning, StandardCharsets.UTF_8).strip();
    boolean json = text.startsWith("[") || text.startsWith("{") || text.startsWith("\ufeff");
    return json && EVENT.matcher(text).find() ? SURE : 0;
  }

  @Override
  public void read(InputStream in, CaptureReading into) throws IOException {
    DevtoolsRun events = DevtoolsRun.imported();
    try {
      int others = DevtoolsLog.read(new CancellableInput(in, into::cancelled), events::accept);
      if (others > 0) {
        into.warning(others + " values in it are no events.");
      }
    } catch (CancellationException e) {
      return;
    } catch (JacksonIOException e) {
      throw Objects.requireNonNull(e.getCause());
    } catch (JacksonException e) {
      into.skipped("event " + events.taken(), JsonSource.sentence(e));
    }
    if (events.isEmpty()) {
      into.warning("No event in it is a request.");
      return;
    }
    Run run =
        events.run(RunState.COLD, ImportedPages.of(FORMAT.name()), ZoneId.of("UTC"), NetLog.NONE);
    CapturedSnapshots.of(List.of(new Load(ImportedPages.naming(run), Map.of())))
        .forEach(into::snapshot);
  }
}
