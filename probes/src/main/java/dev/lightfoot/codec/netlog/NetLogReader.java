package dev.lightfoot.codec.netlog;

import dev.lightfoot.codec.CaptureFormat;
import dev.lightfoot.codec.CaptureReader;
import dev.lightfoot.codec.CaptureReading;
import dev.lightfoot.codec.capture.CapturedSnapshots;
import dev.lightfoot.codec.capture.CapturedSnapshots.Load;
import dev.lightfoot.codec.capture.ImportedPages;
import dev.lightfoot.codec.text.CancellableInput;
import dev.lightfoot.devtools.NetLogRun;
import dev.lightfoot.devtools.netlog.NetLog;
import dev.lightfoot.model.Run;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/// Reads a browser's log of its network, as `--log-net-log` and chrome://net-export write it.
public final class NetLogReader implements CaptureReader {
  static final CaptureFormat FORMAT = new CaptureFormat("netlog", "NetLog");

  private static final int SURE = 95;

  @Override
  public CaptureFormat format() {
    return FORMAT;
  }

  @Override
  public int recognises(byte[] beginning) {
    String text = new String(beginning, StandardCharsets.UTF_8);
    return text.stripLeading().startsWith("{")
            && text.contains("\"logEventTypes\"")
            && text.contains("\"constants\"")
        ? SURE
        : 0;
  }

  @Override
  public void read(InputStream in, CaptureReading into) throws IOException {
    NetLog log;
    try {
      log = NetLog.read(new CancellableInput(in, into::cancelled));
    } catch (CancellationException e) {
      return;
    }
    if (!log.isWhole()) {
      into.warning("The log lacks its end: the browser was killed, or still wrote it.");
    }
    if (log.leftOut() > 0) {
      into.warning(log.leftOut() + " events came after the limit and are left out.");
    }
    Optional<Run> run = NetLogRun.of(log, ImportedPages.of(FORMAT.name()), ZoneId.of("UTC"));
    if (run.isEmpty()) {
      into.warning("No page was loaded in it.");
      return;
    }
    CapturedSnapshots.of(List.of(new Load(ImportedPages.naming(run.get()), Map.of())))
        .forEach(into::snapshot);
  }
}
