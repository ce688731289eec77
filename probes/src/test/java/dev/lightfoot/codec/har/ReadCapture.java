package dev.lightfoot.codec.har;

import dev.lightfoot.codec.CaptureReader;
import dev.lightfoot.codec.CaptureReading;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.page.Repair;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// All that a reader of captures gave, kept.
public class ReadCapture implements CaptureReading {
  public final List<Snapshot> snapshots = new ArrayList<>();
  public final List<String> skipped = new ArrayList<>();
  public final List<String> warnings = new ArrayList<>();

  static ReadCapture har(String text) throws IOException {
    return of(new HarReader(), text.getBytes(StandardCharsets.UTF_8));
  }

  public static ReadCapture of(CaptureReader reader, byte[] bytes) throws IOException {
    return of(reader, new ByteArrayInputStream(bytes));
  }

  public static ReadCapture of(CaptureReader reader, InputStream in) throws IOException {
    ReadCapture read = new ReadCapture();
    reader.read(in, read);
    return read;
  }

  public List<Run> runs() {
    return snapshots.stream().flatMap(snapshot -> snapshot.runs().stream()).toList();
  }

  public List<Exchange> exchanges() {
    return runs().stream().flatMap(run -> run.exchanges().stream()).toList();
  }

  Exchange only() {
    if (exchanges().size() != 1) {
      throw new AssertionError(exchanges().size() + " exchanges, skipped " + skipped);
    }
    return exchanges().getFirst();
  }

  /// Counts by kind, those that were not mended marked by a question mark.
  public Map<String, Integer> repairs() {
    Map<String, Integer> all = new TreeMap<>();
    for (Run run : runs()) {
      for (Repair repair : run.page().orElseThrow().source().orElseThrow().repairs()) {
        all.merge(repair.kind() + (repair.mended() ? "" : "?"), repair.count(), Integer::sum);
      }
    }
    return all;
  }

  @Override
  public void snapshot(Snapshot snapshot) {
    snapshots.add(snapshot);
  }

  @Override
  public void skipped(String place, String reason) {
    skipped.add(place + ": " + reason);
  }

  @Override
  public void warning(String sentence) {
    warnings.add(sentence);
  }

  @Override
  public boolean cancelled() {
    return false;
  }
}
